import type { Paragraph, PhrasingContent, Root, RootContent, Strong } from "mdast";

/** What stands between a label and its words where the label has a line of its own. */
const lineBreak: PhrasingContent = { type: "break" };

/**
 * The tree with every label on a line of its own, in a paragraph of its own: a reader who looks for "What to do" finds it at
 * the left edge. A label is what a line begins with in bold and ends with a colon. The first paragraph is the news and has none.
 */
export function withLabelsApart(root: Root): Root {
  return { ...root, children: root.children.flatMap((node) => (node.type === "paragraph" ? apart(node) : [node])) };
}

/** The label a paragraph begins with, or null. */
function labelOf({ children: [first] }: { readonly children: readonly RootContent[] }): Strong | null {
  return first?.type === "strong" && endsWithColon(first) ? first : null;
}

function apart(paragraph: Paragraph): RootContent[] {
  return passagesOf(paragraph.children).map((children) => {
    const passage: Paragraph = { type: "paragraph", children };
    const label = labelOf(passage);
    const rest = withoutLeadingSpace(children.slice(1));
    if (label === null || rest.length === 0 || rest[0]?.type === "break") return passage;
    return { type: "paragraph", children: [label, lineBreak, ...rest] };
  });
}

/** A paragraph's lines; those without a label stay with the line before. */
export function passagesOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const passages: PhrasingContent[][] = [[]];
  nodes.forEach((node, index) => {
    const next = nodes[index + 1];
    if (node.type === "break" && next?.type === "strong" && endsWithColon(next)) passages.push([]);
    else passages.at(-1)?.push(node);
  });
  return passages.filter((passage) => passage.length > 0);
}

function endsWithColon({ children }: Strong): boolean {
  const last = children.at(-1);
  return last?.type === "text" && last.value.trimEnd().endsWith(":");
}

function withoutLeadingSpace([first, ...others]: readonly PhrasingContent[]): PhrasingContent[] {
  if (first === undefined) return [];
  if (first.type !== "text") return [first, ...others];
  const value = first.value.trimStart();
  return value === "" ? others : [{ type: "text", value }, ...others];
}
