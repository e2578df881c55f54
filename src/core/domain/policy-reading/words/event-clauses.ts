import { elsewhere, eventClauses, furtherEvents, opensEvent } from "./event-words.ts";
import type { When } from "./when.ts";

type FoundEvent = { readonly start: number; readonly end: number; readonly when: When };

/** `If a release is moved to another day`, `Once the cluster is back`: clauses that name a point of a window's life. */
export function findEventClauses(text: string): FoundEvent[] {
  if (!opensEvent.test(text)) return [];
  return eventClauses.flatMap(([pattern, when]) =>
    [...text.matchAll(pattern)]
      .filter(({ groups }) => !Object.values(groups ?? {}).some((subject) => elsewhere.test(subject ?? "")))
      .flatMap(({ index, 0: clause }) => withFurther(text, { start: index, end: index + clause.length, when })),
  );
}

function withFurther(text: string, event: FoundEvent): FoundEvent[] {
  for (const [pattern, when] of furtherEvents) {
    const next = pattern.exec(text.slice(event.end));
    if (next !== null) return [event, ...withFurther(text, { start: event.end, end: event.end + next[0].length, when })];
  }
  return [event];
}
