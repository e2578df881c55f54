import type { List, ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import type { FactName } from "../../core/domain/fact-names.ts";
import type { Facts, FactValue } from "../../core/domain/message.ts";
import { wordsOf } from "./fill-tree.ts";
import { passagesOf } from "./labelled-tree.ts";
import type { Slot } from "./liquid-draft.ts";
import { splitAtPlaceholders } from "./placeholders.ts";

/**
 * What a reader of a chat looks up rather than acts on: it goes into the thread under the message (docs/decisions/0020).
 * What they lose, when, what to do, whom to ask and when they hear next stays in the message.
 */
const detailFacts: readonly FactName[] = [
  "window.title",
  "window.changeType",
  "window.reason",
  "window.rollback",
  "window.references",
  "window.lead",
  "window.owner",
  "window.phases",
  "service.names",
];

/** A message cut in two: what is posted, and what follows in its thread, or null where there is nothing more to say. */
export type Split = { readonly message: Root; readonly details: Root | null };

/** The places of a draft that print nothing but details. `subject` tells whether the reference need not be said again. */
export function detailSlots(slots: readonly Slot[], facts: Facts, subject: string): ReadonlySet<number> {
  const names = new Set<string>(detailFacts);
  const reference = wordsOf(facts.get("window.reference"));
  if (reference !== "" && subject.includes(reference)) names.add("window.reference");
  // By what they say, not by name: a draft with filters prints values without their names.
  const details = new Set([...facts].flatMap(([name, fact]) => (names.has(name) ? [identityOf(fact)] : [])));
  // The services are named in the news, too, in the same words.
  const others = new Set(
    [...facts].flatMap(([name, fact]) => (names.has(name) || name.startsWith("service.") ? [] : [identityOf(fact)])),
  );
  return new Set(
    slots.flatMap((slot, index) => {
      const identity = identityOf(slot);
      return details.has(identity) && !others.has(identity) ? [index] : [];
    }),
  );
}

/** Lists stay lists, and lines stay with their label. The first block is the news: it is never taken apart. */
export function splitDetails(tree: Root, isDetail: (index: number) => boolean): Split {
  const parts = tree.children.map((node, index) =>
    index === 0 ? { message: [node], details: [] } : splitBlock(node, (one) => isOnlyDetails(one, isDetail)),
  );
  const details = parts.flatMap((part) => part.details);
  return {
    message: { type: "root", children: parts.flatMap((part) => part.message) },
    details: details.length === 0 ? null : { type: "root", children: details },
  };
}

type Parts = { readonly message: readonly RootContent[]; readonly details: readonly RootContent[] };
type Judge = (nodes: readonly Nodes[]) => boolean;

function splitBlock(node: RootContent, isDetails: Judge): Parts {
  switch (node.type) {
    case "list":
      return splitList(node, isDetails);
    case "paragraph":
      return splitParagraph(node, isDetails);
    default:
      return isDetails([node]) ? { message: [], details: [node] } : { message: [node], details: [] };
  }
}

function splitList(list: List, isDetails: Judge): Parts {
  const isAside = (item: ListItem): boolean => isDetails([item]);
  const listOf = (children: ListItem[]): RootContent[] => (children.length === 0 ? [] : [{ ...list, children }]);
  return {
    message: listOf(list.children.filter((item) => !isAside(item))),
    details: listOf(list.children.filter(isAside)),
  };
}

function splitParagraph(paragraph: Paragraph, isDetails: Judge): Parts {
  const passages = passagesOf(paragraph.children);
  const of = (chosen: readonly (readonly PhrasingContent[])[]): RootContent[] =>
    chosen.length === 0
      ? []
      : [{ type: "paragraph", children: chosen.flatMap((line, index) => (index === 0 ? line : [{ type: "break" }, ...line])) }];
  return {
    message: of(passages.filter((passage) => !isDetails(passage))),
    details: of(passages.filter((passage) => isDetails(passage))),
  };
}

/** Whether something is said here, and all of it is details. */
function isOnlyDetails(nodes: readonly Nodes[], isDetail: (index: number) => boolean): boolean {
  const places = nodes.flatMap(placesIn);
  return places.length > 0 && places.every(isDetail);
}

function placesIn(node: Nodes): number[] {
  if (node.type === "value") return [node.index];
  const own = node.type === "link" ? node.url : "value" in node ? node.value : "";
  const inside = splitAtPlaceholders(own).filter((part) => typeof part === "number");
  return "children" in node ? [...inside, ...node.children.flatMap(placesIn)] : inside;
}

function identityOf(value: Slot | FactValue): string {
  return `${value.kind} ${wordsOf(value)}`;
}
