import type { List, PhrasingContent, Root, RootContent } from "mdast";
import type { MessageContent } from "../../core/domain/delivery.ts";
import { broadcastOf } from "../../core/domain/mass-mentions.ts";
import type { SlackBlock, SlackInline, SlackRichText, SlackStyle } from "../../core/domain/slack-blocks.ts";
import { inlineText, plainText, tableRows } from "./plain-text.ts";

const longestHeader = 150;
const mostBlocks = 50;

/**
 * A notice for Slack: blocks to look at, and the same words as text for screen readers and notifications. `details` go
 * into the thread under it.
 */
export function slackMessage(subject: string, root: Root, details: Root | null): Extract<MessageContent, { kind: "slack" }> {
  return {
    kind: "slack",
    text: `${escaped(subject)}\n\n${marked(root)}`,
    blocks: [titleBlock(subject), ...withinLimit(root.children.map(contentBlock))],
    ...(details === null ? {} : { details: { text: marked(details), blocks: withinLimit(details.children.map(contentBlock)) } }),
  };
}

function titleBlock(subject: string): SlackBlock {
  if ([...subject].length <= longestHeader) return { type: "header", text: { type: "plain_text", text: subject, emoji: false } };
  return richText([section([{ type: "text", text: subject, style: { bold: true } }])]);
}

function contentBlock(node: RootContent): SlackBlock {
  if (node.type === "thematicBreak") return { type: "divider" };
  return richText(elements(node, 0));
}

function richText(parts: readonly SlackRichText[]): Extract<SlackBlock, { type: "rich_text" }> {
  return { type: "rich_text", elements: parts };
}

/** Slack takes fifty blocks; what is over goes into the last one. */
function withinLimit(blocks: readonly SlackBlock[]): SlackBlock[] {
  const room = mostBlocks - 1;
  if (blocks.length <= room) return [...blocks];
  const rest = blocks.slice(room - 1).flatMap((block) => (block.type === "rich_text" ? [...block.elements, gap] : []));
  return [...blocks.slice(0, room - 1), richText(rest)];
}
const gap: SlackRichText = { type: "rich_text_section", elements: [{ type: "text", text: "\n" }] };

function elements(node: RootContent, indent: number): SlackRichText[] {
  switch (node.type) {
    case "heading":
      return [section(inline(node.children, { bold: true }))];
    case "paragraph":
      return [section(inline(node.children, {}))];
    case "list":
      return listElements(node, indent);
    case "blockquote":
      return [{ type: "rich_text_quote", elements: joined(node.children) }];
    case "code":
      return [{ type: "rich_text_preformatted", elements: text(node.value, {}) }];
    case "table":
      return [{ type: "rich_text_preformatted", elements: text(tableRows(node).join("\n"), {}) }];
    default:
      return [section(inline([node as PhrasingContent], {}))];
  }
}

function section(parts: readonly SlackInline[]): { type: "rich_text_section"; elements: readonly SlackInline[] } {
  return { type: "rich_text_section", elements: parts };
}

/** Slack nests lists by indentation: an item's own list follows it, one step further in. */
function listElements(list: List, indent: number): SlackRichText[] {
  const style = list.ordered ? "ordered" : "bullet";
  return list.children
    .flatMap((item) => {
      const own = item.children.filter((child) => child.type !== "list");
      const inner = item.children.filter((child) => child.type === "list");
      return [
        { type: "rich_text_list" as const, style, indent, elements: [section(joined(own))] },
        ...inner.flatMap((child) => listElements(child, Math.min(indent + 1, 8))),
      ] satisfies SlackRichText[];
    })
    .reduce<SlackRichText[]>(mergeLists, []);
}

function mergeLists(all: SlackRichText[], next: SlackRichText): SlackRichText[] {
  const last = all.at(-1);
  if (last?.type !== "rich_text_list" || next.type !== "rich_text_list") return [...all, next];
  if (last.indent !== next.indent || last.style !== next.style) return [...all, next];
  return [...all.slice(0, -1), { ...last, elements: [...last.elements, ...next.elements] }];
}

function joined(nodes: readonly RootContent[]): SlackInline[] {
  return nodes.flatMap((node, index) => [
    ...(index > 0 ? text("\n", {}) : []),
    ...("children" in node && (node.type === "paragraph" || node.type === "heading")
      ? inline(node.children, node.type === "heading" ? { bold: true } : {})
      : text(plainText({ type: "root", children: [node] }), {})),
  ]);
}

function inline(nodes: readonly PhrasingContent[], style: SlackStyle): SlackInline[] {
  return nodes.flatMap((node): SlackInline[] => {
    switch (node.type) {
      case "text":
        return text(node.value, style);
      case "inlineCode":
        return text(node.value, { ...style, code: true });
      case "break":
        return text("\n", {});
      case "strong":
        return inline(node.children, { ...style, bold: true });
      case "emphasis":
        return inline(node.children, { ...style, italic: true });
      case "delete":
        return inline(node.children, { ...style, strike: true });
      case "link":
        return [{ type: "link", url: node.url, text: inlineText(node.children) || node.url, ...styled(style) }];
      case "mention":
        return [mention(node.slackId) ?? { type: "text", text: inlineText([node]), ...styled(style) }];
      case "missing":
        return text(`[${node.text}]`, { ...style, bold: true });
      default:
        return [];
    }
  });
}

function mention(slackId: string | null): SlackInline | null {
  if (slackId === null) return null;
  const range = broadcastOf(slackId);
  if (range !== null) return { type: "broadcast", range };
  return isUserGroup(slackId) ? { type: "usergroup", usergroup_id: slackId } : { type: "user", user_id: slackId };
}

function isUserGroup(slackId: string): boolean {
  return slackId.startsWith("S");
}

function text(words: string, style: SlackStyle): SlackInline[] {
  return words === "" ? [] : [{ type: "text", text: words, ...styled(style) }];
}

function styled(style: SlackStyle): { style?: SlackStyle } {
  return Object.keys(style).length === 0 ? {} : { style };
}

/** Words in Slack's own escaping; only mentions of ours are markup. */
function marked(root: Root): string {
  // Mentions are written as private marks, so that escaping the words around them leaves them alone.
  const ids: string[] = [];
  const words = plainText(withMentions(root, ids));
  return escaped(words).replace(/\uE000(\d+)\uE001/gu, (_, index: string) => {
    const id = ids[Number(index)] ?? "";
    const range = broadcastOf(id);
    if (range !== null) return `<!${range}>`;
    return isUserGroup(id) ? `<!subteam^${id}>` : `<@${id}>`;
  });
}

function withMentions<Node extends Root | RootContent>(node: Node, ids: string[]): Node {
  // Whatever holds words of a value, code included: it must not bring such a mark of its own.
  if ("value" in node) return { ...node, value: node.value.replace(/[\uE000\uE001]/gu, "") };
  if (node.type === "mention" && node.slackId !== null) {
    return { type: "text", value: `\uE000${ids.push(node.slackId) - 1}\uE001` } as unknown as Node;
  }
  if (!("children" in node)) return node;
  return { ...node, children: node.children.map((child) => withMentions(child, ids)) };
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
