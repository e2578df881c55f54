import { type Finding, findingKey } from "../../../core/domain/message.ts";
import type { FactLookUp } from "./draft-editor.tsx";
import type { WordMark } from "./marked-words.ts";
import { placeInSource } from "./place-in-source.ts";

/** The words to be marked in one part of the draft, each place once, the gravest first. */
export function marksIn(part: "subject" | "body", findings: readonly Finding[], source: string, factOf: FactLookUp): WordMark[] {
  const marks: WordMark[] = [];
  for (const finding of findings) {
    const { places, alike = [], gravity, message } = finding;
    for (const place of [...places, ...alike]) {
      const found = place.part === part ? placeInSource(source, place, factOf) : null;
      if (found === null || marks.some(({ from, to }) => from < found.to && found.from < to)) continue;
      // What a wrong time disagrees with is right: it is shown beside it, and only as a hint.
      const isWrong = place === places[0] || alike.includes(place);
      marks.push({ from: found.from, to: found.to, gravity: isWrong ? gravity : "hint", message, key: findingKey(finding) });
    }
  }
  return marks;
}
