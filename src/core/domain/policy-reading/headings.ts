import type { SourceDocument, SourceSection } from "../source-document.ts";
import { readChangeType, usualChangeType } from "./words/change-type.ts";
import { namesChange } from "./words/section-words.ts";

type Placed = Pick<SourceSection, "heading" | "level" | "place">;

/** The title of the page and the headings a section stands under, the outermost first. */
export function headingsOver(document: SourceDocument, section: Placed): string[] {
  const above = sectionsOver(document, section).map(({ heading }) => heading);
  return above[0] === document.title ? above : [document.title, ...above];
}

function sectionsOver({ sections }: SourceDocument, section: Placed): readonly Placed[] {
  const at = sections.findIndex(
    (other) => other === section || (other.heading === section.heading && other.place === section.place),
  );
  const above: Placed[] = [];
  let level = section.level;
  for (const other of sections.slice(0, Math.max(0, at)).reverse()) {
    if (other.level >= level || other.heading === "") continue;
    above.unshift(other);
    level = other.level;
  }
  return above;
}

/** The kind of change a section is about, by a heading over it: `Major releases` beside `Minor releases`. */
export function changeOver(document: SourceDocument, section: Placed): string | null {
  return nearestKind(document, [...sectionsOver(document, section)].reverse());
}

/** The kind of change a table is about, by its own heading or one over that. */
export function changeOfTable(
  document: SourceDocument,
  { heading, place = 0 }: { heading: string; place?: number },
): string | null {
  const own = document.sections.findLast((section) => section.heading === heading && (section.place ?? 0) <= place);
  const usual = usualChangeType(heading);
  return usual !== null || own === undefined
    ? usual
    : nearestKind(document, [own, ...[...sectionsOver(document, own)].reverse()]);
}

/** A heading names a kind where another of its level names another. */
function nearestKind({ sections }: SourceDocument, above: readonly Placed[]): string | null {
  const found = above.find(({ heading, level }) => {
    const kinds = new Set(
      sections.filter((other) => other.level === level && namesChange(other.heading)).map((one) => one.heading),
    );
    return kinds.size > 1 && kinds.has(heading);
  });
  return found === undefined ? null : readChangeType(found.heading);
}
