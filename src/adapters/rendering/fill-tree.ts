import type { Link, PhrasingContent, Root, RootContent } from "mdast";
import type { FactValue } from "../../core/domain/message.ts";
import type { Slot } from "./liquid-draft.ts";
import { lines } from "./message-tree.ts";
import { fillText, hasPlaceholder, splitAtPlaceholders } from "./placeholders.ts";
import { safeUrl } from "./safe-url.ts";

/** The tree for one recipient: every value node replaced by text, a link, a mention or a gap. The given tree stays as it is. */
export function fillTree(root: Root, slots: readonly Slot[]): Root {
  return { type: "root", children: root.children.flatMap((child) => fillNode(child, slots)) };
}

function fillNode(node: RootContent, slots: readonly Slot[]): RootContent[] {
  switch (node.type) {
    case "value":
      return nodesFor(slots[node.index]);
    case "link":
      return fillLink(node, slots);
    case "code":
    case "inlineCode":
      return [{ ...node, value: fillText(node.value, (index) => wordsOf(slots[index])) }];
    default:
      if (!("children" in node)) return [node];
      return [{ ...node, children: node.children.flatMap((child) => fillNode(child, slots)) } as RootContent];
  }
}

/** A link whose address is not a safe one leaves its words behind. */
function fillLink(node: Link, slots: readonly Slot[]): PhrasingContent[] {
  const url = safeUrl(hasPlaceholder(node.url) ? filledUrl(node.url, slots) : node.url);
  const children = node.children.flatMap((child) => fillNode(child, slots)) as PhrasingContent[];
  if (url === null) return children;
  // A link inside a link is not HTML: only its words stay.
  return [{ type: "link", url, children: children.flatMap((child) => (child.type === "link" ? child.children : [child])) }];
}

function filledUrl(url: string, slots: readonly Slot[]): string {
  const parts = splitAtPlaceholders(url);
  const [only] = parts;
  if (parts.length === 1 && typeof only === "number") {
    const slot = slots[only];
    return slot?.kind === "link" ? slot.url : wordsOf(slot);
  }
  return fillText(url, (index) => encodeURIComponent(wordsOf(slots[index])));
}

/** A value as nodes of a message. */
export function nodesFor(slot: Slot | undefined): PhrasingContent[] {
  if (slot === undefined) return [];
  switch (slot.kind) {
    case "missing":
      return [{ type: "missing", text: slot.text }];
    case "text":
      return lines(slot.text);
    case "mention":
      return [{ type: "mention", name: slot.name, slackId: slot.slackId, teamsId: slot.teamsId }];
    case "link": {
      const url = safeUrl(slot.url);
      const words: PhrasingContent[] = [{ type: "text", value: slot.text }];
      return url === null ? words : [{ type: "link", url, children: words }];
    }
    case "list":
      return slot.items.flatMap((item, index) =>
        index === 0 ? nodesFor(item) : [{ type: "text" as const, value: separator(slot.items, index) }, ...nodesFor(item)],
      );
  }
}

/** The plain words of a value, for a subject, an address or code. */
export function wordsOf(slot: Slot | undefined): string {
  if (slot === undefined) return "";
  switch (slot.kind) {
    case "missing":
      return `[${slot.text}]`;
    case "text":
    case "link":
      return slot.text;
    case "mention":
      return slot.name;
    case "list":
      return slot.items.map((item, index) => (index === 0 ? "" : separator(slot.items, index)) + wordsOf(item)).join("");
  }
}

function separator(items: readonly FactValue[], index: number): string {
  if (items[index]?.kind === "mention") return " ";
  return index === items.length - 1 && items.length < 3 ? " and " : index === items.length - 1 ? ", and " : ", ";
}
