import type { Element, Nodes as HastNodes, Root as HastRoot } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import type { Delete, Root } from "mdast";
import { type Handlers, toHast } from "mdast-util-to-hast";
import type { MentionNode, MissingNode } from "./message-tree.ts";

/** How a mention looks in one form of HTML. */
export type MentionElement = (mention: MentionNode) => Element;

/** Everything a message may contain; all else is dropped, whatever brought it in. */
const schema: Schema = {
  // Ids of ours number mentions; none comes from a draft.
  clobber: [],
  strip: ["script", "style"],
  tagNames: [
    ..."p br strong em s ul ol li blockquote pre code hr h1 h2 h3 h4 h5 h6 a table thead tbody tr th td mark span at".split(" "),
  ],
  attributes: {
    a: ["href"],
    at: ["id"],
    ol: ["start"],
    mark: [["className", "missing"]],
    span: [["className", "mention"]],
    th: ["align"],
    td: ["align"],
  },
  protocols: { href: ["https", "mailto", "tel"] },
  ancestors: { li: ["ol", "ul"], tr: ["table"], th: ["table"], td: ["table"], thead: ["table"], tbody: ["table"] },
};

/** A message as safe HTML elements; `change` may dress them before they are written. */
export function toMessageHtml(root: Root, mentionElement: MentionElement, change?: (element: Element) => void): string {
  const handlers = {
    mention: (_, node: MentionNode) => mentionElement(node),
    // Outlook takes <del> for a tracked change, and Teams leaves it out.
    delete: (state, node: Delete) => ({ type: "element", tagName: "s", properties: {}, children: state.all(node) }),
    missing: (_, node: MissingNode) => element("mark", { className: ["missing"] }, node.text),
  } satisfies Handlers;
  const tree = sanitize(toHast(root, { handlers }), schema);
  if (change !== undefined) visitElements(tree, change);
  return toHtml(tree as HastRoot);
}

export function element(tagName: string, properties: Element["properties"], text: string): Element {
  return { type: "element", tagName, properties, children: [{ type: "text", value: text }] };
}

/** A mention where nobody is notified: a name that stands out. */
export const namedMention: MentionElement = (mention) =>
  element("span", { className: ["mention"] }, `@${mention.name.replace(/^@/u, "")}`);

function visitElements(node: HastNodes, change: (element: Element) => void): void {
  if (node.type === "element") change(node);
  if ("children" in node) for (const child of node.children) visitElements(child, change);
}
