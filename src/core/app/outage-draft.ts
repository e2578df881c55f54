import type { Service } from "../domain/directory.ts";
import { hasHiddenCharacter } from "../domain/hidden-characters.ts";
import { day, type Instant, type ZoneId } from "../domain/instant.ts";
import type { UnplannedOutage } from "../domain/unplanned-outage.ts";
import { isZone } from "../domain/zoned-time.ts";
import { type Answer, done, refuse } from "./answer.ts";
import { resolveInput, type WallInput } from "./window-draft.ts";

/** An unplanned outage as its form holds it: wall times of one zone. An empty id makes a new one. */
export type OutageDraft = Pick<UnplannedOutage, "id" | "serviceId" | "note"> & {
  readonly zone: ZoneId;
  readonly start: WallInput;
  readonly end: WallInput;
};

/** A longer one is a slip of the pen: a year typed wrong. */
const longestOutage = 92 * day;

/** Checks a recorded outage field by field and resolves its wall times. What has not ended yet can't be recorded. */
export function parseOutage(draft: OutageDraft, services: readonly Service[], now: Instant): Answer<UnplannedOutage> {
  if (services.every(({ id }) => id !== draft.serviceId)) return refuseAt("serviceId", "Choose the service that was down.");
  if (!isZone(draft.zone)) return refuseAt("zone", `“${draft.zone}” is not a time zone. Write one like Europe/London.`);
  if (hasHiddenCharacter(draft.note)) return refuseAt("note", "This holds a character that cannot be seen. Write it anew.");
  const problems: { readonly field: string; readonly message: string }[] = [];
  const error = (field: "start" | "end", message: string): void => {
    problems.push({ field, message });
  };
  const startAt = resolveInput(draft.start, draft.zone, "start", error);
  const endAt = resolveInput(draft.end, draft.zone, "end", error);
  const [problem] = problems;
  if (problem !== undefined) return refuseAt(problem.field, problem.message);
  if (startAt === null || endAt === null || endAt <= startAt) return refuseAt("end", "The end must be after the start.");
  if (endAt > now)
    return refuseAt("end", "This is still to come. Record an outage when it is over; plan a window for what is ahead.");
  if (endAt - startAt > longestOutage) return refuseAt("end", "That is more than three months. Look at the dates again.");
  return done({ id: draft.id, serviceId: draft.serviceId, startAt, endAt, note: draft.note.trim() });
}

function refuseAt(field: string, message: string): Answer<never> {
  return refuse("invalid", `${message} Nothing was saved.`, field);
}
