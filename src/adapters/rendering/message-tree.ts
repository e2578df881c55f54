import type { Nodes, Parents, PhrasingContent, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { splitAtPlaceholders } from "./placeholders.ts";

/** A value yet to be filled in, by its index. */
export type ValueNode = { type: "value"; index: number };
/** A person or a group called by name. */
export type MentionNode = { type: "mention"; name: string; slackId: string | null; teamsId: string | null };
/** A gap where a value should be. */
export type MissingNode = { type: "missing"; text: string };

declare module "mdast" {
  interface PhrasingContentMap {
    value: ValueNode;
    mention: MentionNode;
    missing: MissingNode;
  }
  interface RootContentMap {
    value: ValueNode;
    mention: MentionNode;
    missing: MissingNode;
  }
}

// Footnotes and images have no form that a chat message and a mail share.
const markdown = unified().use(remarkParse).use(remarkGfm).freeze();

/** Reads Markdown that holds placeholders into a tree that holds value nodes. Raw HTML becomes the text it is. */
export function parseMessage(text: string): Root {
  const root = markdown.parse(text);
  simplify(root);
  return root;
}

function simplify(node: Nodes): void {
  if (!("children" in node)) return;
  const parent: Parents = node;
  const children: RootContent[] = [];
  for (const child of parent.children) {
    simplify(child);
    children.push(...simplified(child, parent.type === "root"));
  }
  parent.children = children as typeof parent.children;
}

function simplified(node: RootContent, isBlock: boolean): RootContent[] {
  switch (node.type) {
    case "text":
      return inline(node.value);
    case "html": {
      const words = inline(node.value);
      return isBlock ? [{ type: "paragraph", children: words }] : words;
    }
    case "image":
      return inline(node.alt ?? "");
    case "linkReference":
      return node.children;
    case "definition":
    case "footnoteDefinition":
    case "footnoteReference":
    case "imageReference":
      return [];
    default:
      return [node];
  }
}

/** A line break in a draft is one in the message, as people who write in chat expect. */
function inline(text: string): PhrasingContent[] {
  return splitAtPlaceholders(text).flatMap((part) => (typeof part === "number" ? [{ type: "value", index: part }] : lines(part)));
}

/** Text cut at its line breaks. */
export function lines(text: string): PhrasingContent[] {
  return text
    .split(/\r\n|\r|\n/u)
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: "break" as const }] : []),
      ...(line === "" ? [] : [{ type: "text" as const, value: line }]),
    ]);
}
