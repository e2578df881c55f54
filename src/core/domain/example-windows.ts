import type { Customer, Directory, Voice, Workspace } from "./directory.ts";
import { type ExampleNotice, exampleNotice } from "./example-notice.ts";
import { day, hour, type Instant, minute, type ZoneId } from "./instant.ts";
import type { Stage } from "./matrix.ts";
import type { PlannedRecipient } from "./notice.ts";
import type { FormerTime, Window } from "./window.ts";
import { atStage } from "./window-at-stage.ts";
import { addWallDays, dateOf, instantOfWall, offsetAt, weekdayOf, zonedTimeOf } from "./zoned-time.ts";

/** The windows templates fail at, for looking at one of each before readers do. */
export const exampleWindows = [
  { key: "ordinary", label: "An ordinary window", detail: "Two hours, degraded, one break of 10 minutes" },
  { key: "acrossMidnight", label: "Across midnight", detail: "Saturday 22:00 until Sunday 04:00: two dates, two weekdays" },
  { key: "clocksChange", label: "While the clocks change", detail: "An hour is missing, or there twice: two offsets" },
  { key: "extendedTwice", label: "Extended twice, end unknown", detail: "Past its second end and running still" },
  { key: "threeZones", label: "Readers in three zones", detail: "London, New York and Kolkata: another date for one of them" },
  { key: "onTheDay", label: "Changed on the day", detail: "Cancelled or moved three hours before the start" },
] as const;
export type ExampleKey = (typeof exampleWindows)[number]["key"];
export const exampleKeys: readonly ExampleKey[] = exampleWindows.map(({ key }) => key);

/** An example window's notice of a stage, with the moment in which it is written. */
export type HardExample = ExampleNotice & { readonly now: Instant };

export function exampleAt(
  key: ExampleKey,
  stage: Stage,
  voice: Voice,
  directory: Directory,
  workspace: Workspace,
  now: Instant,
): HardExample {
  const plain = exampleNotice(stage, voice, directory, workspace, now);
  if (key === "ordinary") return { ...plain, now };
  const shaped = shapedAs(key, stage, plain.window, workspace.zone, now);
  const { notice } = plain;
  const written = { ...notice, dueAt: shaped.now, latestUsefulAt: shaped.now + 7 * day };
  const example: HardExample = {
    ...plain,
    window: shaped.window,
    notice: { ...written, recipients: notice.recipients.map((recipient) => ({ ...recipient, dueAt: shaped.now })) },
    plan: plain.plan.map((one) => (one.key === notice.key ? written : { ...one, dueAt: shaped.window.end.at })),
    now: shaped.now,
  };
  return key === "threeZones" ? readInThreeZones(example) : example;
}

function shapedAs(
  key: Exclude<ExampleKey, "ordinary">,
  stage: Stage,
  window: Window,
  zone: ZoneId,
  now: Instant,
): { readonly window: Window; readonly now: Instant } {
  const fresh: Window = { ...window, outcome: { kind: "open" }, formerTimes: [], createdAt: now - 7 * day };
  const between = (startAt: Instant, endAt: Instant, inZone: ZoneId = zone): Window => ({
    ...fresh,
    zone: inZone,
    createdAt: startAt - 14 * day,
    start: zonedTimeOf(startAt, inZone),
    end: zonedTimeOf(endAt, inZone),
  });
  switch (key) {
    case "acrossMidnight": {
      const startAt = nextSaturday(now, zone, "22:00");
      return atStage(between(startAt, startAt + 6 * hour), stage);
    }
    case "clocksChange": {
      const change = nextClockChange(now, zone);
      return atStage(between(change.at - hour, change.at + 2 * hour, change.zone), stage);
    }
    case "threeZones": {
      const startAt = nextSaturday(now, zone, "21:30");
      return atStage(between(startAt, startAt + 3 * hour), stage);
    }
    case "extendedTwice":
      return extendedTwice(between(nextSaturday(now, zone, "02:00"), nextSaturday(now, zone, "04:00")), stage);
    case "onTheDay": {
      const startAt = nextSaturday(now, zone, "20:00");
      const at = atStage({ ...between(startAt, startAt + 2 * hour), impact: "outage" }, stage);
      if (stage === "cancelled" && at.window.outcome.kind === "cancelled")
        return { now: startAt - 3 * hour, window: { ...at.window, outcome: { ...at.window.outcome, at: startAt - 3 * hour } } };
      if (stage !== "rescheduled") return at;
      const formerTimes = at.window.formerTimes.map((former) => ({ ...former, replacedAt: startAt - 3 * hour }));
      return { now: startAt - 3 * hour, window: { ...at.window, formerTimes } };
    }
  }
}

/** Its first end was told, then a second and a third; in progress even the third has gone by. */
function extendedTwice(window: Window, stage: Stage): { readonly window: Window; readonly now: Instant } {
  const { start, end } = window;
  const longer = (hours: number): Window["end"] => zonedTimeOf(end.at + hours * hour, end.zone);
  const former = (until: Window["end"], revision: number): FormerTime => ({
    start,
    end: until,
    revision,
    replacedAt: until.at - 20 * minute,
    by: "extended",
    why: revision === 1 ? "Copying the data takes longer than in the rehearsal" : "The check of the copy found two faults",
  });
  if (stage === "announce" || stage === "reminder" || stage === "start" || stage === "rescheduled" || stage === "cancelled")
    return atStage(window, stage);
  const extended: Window = {
    ...window,
    impact: "outage",
    expectedDowntimeMinutes: 90,
    end: longer(3),
    revision: 4,
    formerTimes: [former(end, 1), former(longer(1), 3)],
  };
  const at = atStage(extended, stage);
  return stage === "progress" ? { window: at.window, now: longer(3).at + 20 * minute } : at;
}

const readers = [
  { zone: "Europe/London", place: "London" },
  { zone: "America/New_York", place: "New York" },
  { zone: "Asia/Kolkata", place: "Kolkata" },
] as const;

function readInThreeZones(example: HardExample): HardExample {
  const [recipient] = example.notice.recipients;
  const [customer] = example.directory.customers.filter(({ id }) => id === recipient?.customerId);
  if (recipient === undefined) return example;
  const named = (place: string, name: string): string => `${name} in ${place}`;
  const customers: readonly Customer[] = readers.flatMap(({ zone, place }) =>
    customer === undefined ? [] : [{ ...customer, id: `${customer.id}-${place}`, name: named(place, "A customer"), zone }],
  );
  const channels = readers.map(({ place }) => ({
    id: `${recipient.channelId}-${place}`,
    name: named(place, "Readers"),
    // Each a conversation of its own: two channels that lead to one place are one.
    kind: "slack" as const,
    conversationId: `example-${place}`,
  }));
  const recipients: readonly PlannedRecipient[] = readers.map(({ zone, place }) => ({
    ...recipient,
    zone,
    channelId: customer === undefined ? `${recipient.channelId}-${place}` : recipient.channelId,
    customerId: customer === undefined ? null : `${customer.id}-${place}`,
  }));
  const notice = { ...example.notice, recipients };
  return {
    ...example,
    notice,
    plan: example.plan.map((one) => (one.key === notice.key ? notice : { ...one, recipients })),
    directory: {
      ...example.directory,
      customers: [...example.directory.customers, ...customers],
      channels: [...example.directory.channels, ...channels],
      audiences: example.directory.audiences.map((audience) =>
        audience.id === notice.audienceId ? { ...audience, customerIds: customers.map(({ id }) => id) } : audience,
      ),
    },
  };
}

/** A week ahead at the least, so that an announcement is in good time. */
function nextSaturday(now: Instant, zone: ZoneId, time: string): Instant {
  let at = addWallDays(now, 8, zone);
  while (weekdayOf(dateOf(at, zone)) !== 6) at = addWallDays(at, 1, zone);
  return instantOfWall(`${dateOf(at, zone)}T${time}`, zone);
}

/** When the clocks of a zone are changed next; where they never are, when London's are. */
function nextClockChange(now: Instant, zone: ZoneId): { readonly at: Instant; readonly zone: ZoneId } {
  const first = Math.ceil((now + 8 * day) / hour) * hour;
  for (let from = first; from < first + 370 * day; from += day) {
    if (offsetAt(from, zone) === offsetAt(from + day, zone)) continue;
    for (let at = from; at < from + day; at += hour)
      if (offsetAt(at, zone) !== offsetAt(at + hour, zone)) return { at: at + hour, zone };
  }
  return nextClockChange(now, "Europe/London");
}
