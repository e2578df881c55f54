import type { Voice } from "../../src/core/domain/directory.ts";
import { type FactsInput, factsFor } from "../../src/core/domain/facts.ts";
import { day, hour, minute } from "../../src/core/domain/instant.ts";
import type { Stage } from "../../src/core/domain/matrix.ts";
import type { Facts } from "../../src/core/domain/message.ts";
import type { PlannedNotice, PlannedRecipient } from "../../src/core/domain/notice.ts";
import type { Told } from "../../src/core/domain/told.ts";
import type { Window } from "../../src/core/domain/window.ts";
import { aDirectory, aWorkspace } from "./directory.ts";
import { aWindow, exampleStart, formerTime, zonedTime } from "./window.ts";

const audiences: Record<Voice, string> = {
  internal: "engineers",
  business: "managers",
  customer: "customers",
  executive: "board",
};

export function aRecipient(changes: Partial<PlannedRecipient> = {}): PlannedRecipient {
  return {
    channelId: "mail",
    customerId: "north",
    dueAt: exampleStart - 5 * day,
    zone: "Europe/London",
    promise: { kind: "none" },
    ...changes,
  };
}

export function aNotice(changes: Partial<PlannedNotice> = {}): PlannedNotice {
  const recipients = changes.recipients ?? [aRecipient(changes.dueAt === undefined ? {} : { dueAt: changes.dueAt })];
  return {
    key: "w1/r1/announce/0",
    windowId: "w1",
    windowRevision: 1,
    ruleId: "r1",
    stage: "announce",
    audienceId: "customers",
    voice: "customer",
    dueAt: exampleStart - 5 * day,
    latestUsefulAt: exampleStart,
    sending: "person",
    explanation: { timing: "5 days before the start", calendar: "", because: "The policy" },
    ...changes,
    recipients,
  };
}

/** When a notice of each stage would be written, for the example window. */
const stageTimes: Record<Stage, number> = {
  announce: exampleStart - 5 * day,
  reminder: exampleStart - 17 * hour,
  start: exampleStart,
  progress: exampleStart + hour,
  extended: exampleStart + 90 * minute,
  rescheduled: exampleStart - 5 * day,
  cancelled: exampleStart - day,
  rolledBack: exampleStart + 100 * minute,
  completed: exampleStart + 100 * minute,
};

/** The example window as it stands when a notice of this stage is written. */
export function windowAt(stage: Stage): Window {
  const end = exampleStart + 2 * hour;
  const at = stageTimes[stage];
  switch (stage) {
    case "extended":
      return aWindow({
        end: zonedTime(end + hour),
        formerTimes: [formerTime(exampleStart, end, "extended", "The copy of the data is slower than expected.")],
      });
    case "rescheduled":
      return aWindow({
        formerTimes: [formerTime(exampleStart - 7 * day, end - 7 * day, "rescheduled", "The supplier is not ready.")],
      });
    case "cancelled":
      return aWindow({ outcome: { kind: "cancelled", at, note: "The supplier withdrew the update." } });
    case "rolledBack":
      return aWindow({
        outcome: { kind: "rolledBack", at, endedAt: at, note: "The new version was too slow. No data was lost." },
      });
    case "completed":
      return aWindow({ outcome: { kind: "completed", at, endedAt: at, note: "" } });
    default:
      return aWindow();
  }
}

/** All that `factsFor` needs for a notice of a stage to the recipients of a voice. */
export function aFactsInput(stage: Stage = "announce", voice: Voice = "customer", changes: Partial<FactsInput> = {}): FactsInput {
  const window = changes.window ?? windowAt(stage);
  const dueAt = stageTimes[stage];
  const recipient = aRecipient({
    dueAt,
    customerId: voice === "customer" ? "north" : null,
    channelId: voice === "internal" ? "eng" : "mail",
  });
  const common = { audienceId: audiences[voice], voice, recipients: [recipient] };
  const notice = aNotice({ ...common, key: `w1/r1/${stage}/0`, stage, dueAt, latestUsefulAt: dueAt + 2 * hour });
  const reminder = aNotice({
    ...common,
    key: "w1/r2/reminder/9",
    stage: "reminder",
    recipients: [{ ...recipient, dueAt: exampleStart - 16 * hour }],
  });
  const told: Told[] = toldBefore(stage, recipient, window);
  return {
    window,
    notice,
    recipient,
    plan: [notice, reminder],
    directory: aDirectory(),
    workspace: aWorkspace(),
    told,
    now: dueAt - minute,
    ...changes,
  };
}

function toldBefore(stage: Stage, { channelId, customerId }: PlannedRecipient, window: Window): Told[] {
  if (stage === "announce") return [];
  const former = window.formerTimes.at(-1) ?? window;
  const at = former.start.at - 5 * day;
  return [{ audienceId: "any", channelId, customerId, stage: "announce", startAt: former.start.at, endAt: former.end.at, at }];
}

export function someFacts(stage: Stage = "announce", voice: Voice = "customer", changes: Partial<FactsInput> = {}): Facts {
  return factsFor(aFactsInput(stage, voice, changes));
}
