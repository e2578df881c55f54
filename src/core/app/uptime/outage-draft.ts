import type { Service } from "../../domain/directory.ts";
import { hasHiddenCharacter } from "../../domain/hidden-characters.ts";
import { day, type Instant, type ZoneId } from "../../domain/instant.ts";
import type { UnplannedOutage } from "../../domain/uptime/unplanned-outage.ts";
import type { WallInput } from "../../domain/wall-input.ts";
import { isZone } from "../../domain/zoned-time.ts";
import { type Answer, done, refuseAt } from "../answer.ts";
import { resolveStretch } from "../windows/typed-times.ts";

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
  const stretch = resolveStretch(draft);
  if (!stretch.ok) return stretch;
  const { start, end } = stretch.value;
  if (end.at > now)
    return refuseAt("end", "This is still to come. Record an outage when it is over; plan a window for what is ahead.");
  if (end.at - start.at > longestOutage) return refuseAt("end", "That is more than three months. Look at the dates again.");
  return done({ id: draft.id, serviceId: draft.serviceId, startAt: start.at, endAt: end.at, note: draft.note.trim() });
}
