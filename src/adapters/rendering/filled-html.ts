import type { Element } from "hast";
import type { Nodes, Root } from "mdast";
import { fillTree, nodesFor } from "./fill-tree.ts";
import { type MentionElement, toMessageHtml } from "./html.ts";
import type { Slot } from "./liquid-draft.ts";
import { hasPlaceholder, placeholderFor, splitAtPlaceholders } from "./placeholders.ts";
import { safeUrl } from "./safe-url.ts";

/** A form of HTML: how mentions look in it, how its elements are dressed, and how words are written once they are escaped. */
export type HtmlForm = {
  readonly mention: MentionElement;
  readonly dress?: (element: Element) => void;
  readonly words?: (escaped: string) => string;
};

/** HTML cut at its values: strings are written as they are, numbers are values to write in between. */
type Pieces = readonly (string | number)[];

/**
 * Writes trees as HTML. The tree of a draft is turned into HTML once a form, and for each recipient only the values
 * are written in: two hundred recipients cost little more than one.
 */
export function createHtmlWriter(form: HtmlForm): (tree: Root, slots: readonly Slot[]) => string {
  const compiled = new WeakMap<Root, Pieces | null>();

  function piecesOf(tree: Root): Pieces | null {
    const known = compiled.get(tree);
    if (known !== undefined) return known;
    const pieces = hasValueInLink(tree) ? null : splitAtPlaceholders(write(withPlaceholders(tree)));
    compiled.set(tree, pieces);
    return pieces;
  }

  function write(tree: Root): string {
    return toMessageHtml(tree, form.mention, form.dress);
  }

  function writeSlot(slot: Slot | undefined): string {
    if (slot === undefined) return "";
    if (slot.kind === "text") {
      const escaped = escapeHtml(slot.text);
      return (form.words?.(escaped) ?? escaped).replace(/\r\n|\r|\n/gu, "<br>");
    }
    return write({ type: "root", children: nodesFor(slot) });
  }

  return (tree, slots) => {
    const pieces = piecesOf(tree);
    // What an address becomes, and whether it may stay, depends on the value: such a tree is written anew each time.
    if (pieces === null) return write(fillTree(tree, slots));
    return pieces.map((piece) => (typeof piece === "string" ? piece : writeSlot(slots[piece]))).join("");
  };
}

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Code keeps its placeholders as they are; they are text to HTML. */
function withPlaceholders<Node extends Nodes>(node: Node): Node {
  if (node.type === "value") return { type: "text", value: placeholderFor(node.index) } as unknown as Node;
  if (!("children" in node)) return node;
  return { ...node, children: node.children.map((child) => withPlaceholders(child)) };
}

function hasValueInLink(node: Nodes, inLink = false): boolean {
  if (node.type === "value") return inLink;
  if (node.type === "link" && (hasPlaceholder(node.url) || safeUrl(node.url) === null)) return true;
  return "children" in node && node.children.some((child) => hasValueInLink(child, inLink || node.type === "link"));
}
