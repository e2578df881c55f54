import type { OtherWindow } from "../../../src/core/domain/checks/check-input.ts";
import type { Voice } from "../../../src/core/domain/directory.ts";
import type { FactsInput } from "../../../src/core/domain/facts.ts";
import { day, hour, minute } from "../../../src/core/domain/instant.ts";
import { type Stage, stages } from "../../../src/core/domain/matrix.ts";
import type { PlannedNotice } from "../../../src/core/domain/notice.ts";
import { aContact, aDirectory, aService, aWorkspace } from "../../builders/directory.ts";
import { aFactsInput, aNotice } from "../../builders/notice.ts";
import { aWindow, exampleStart, formerTime, zonedTime } from "../../builders/window.ts";

/** A notice to be drafted, with all that is known around it. */
export type World = FactsInput & { readonly others: readonly OtherWindow[] };

/**
 * Where a draft of the corpus stands. `sat` is Sat 28 Nov 2026, 02:00–04:00 GMT, an outage with one break of ten minutes;
 * after its end as the stage has it. The others say what is different.
 */
export const scenarios = {
  sat: "two hours on a Saturday night",
  moved: "the same, moved from a week earlier",
  extended: "the same, now an hour longer",
  night: "Fri 27 Nov 22:30 to Sat 28 Nov 01:30 GMT, a break of 20 minutes",
  summer: "Sun 12 Jul 2026, 01:00–05:00 BST, an outage all that time",
  clocks: "Sun 25 Oct 2026, 00:30 BST to 03:30 GMT: the clocks go back",
  quiet: "sat, with less in reserve and nothing to notice",
  ny: "sat, read in New York",
  clinic: "sat, read by a customer in New York, whomever it is written for",
  three: "sat, read in London and in New York",
  deskhours: "sat, with a service desk that answers on weekdays only",
  todo: "sat, with something for readers to do before",
  markup: "sat, with signs of HTML in a fact",
} as const;
export type Scenario = keyof typeof scenarios;

const workspace = aWorkspace({
  publicAddresses: ["status.intranet.example.org", "servicedesk@example.org", "+44 20 7946 0018"],
  publicNames: ["Asha Lind"],
  internalNames: ["Project Heron"],
  referencePatterns: ["OPS-#", "HD/#"],
  houseStyle: {
    salutation: "",
    signOff: "",
    brandColour: null,
    logo: null,
    avoid: [{ words: "utilise", instead: "use" }],
  },
});

const directory = (() => {
  const base = aDirectory();
  return aDirectory({
    services: [...base.services, aService({ id: "lab", name: "Lab results 2", statusUrl: null })],
    contacts: [
      ...base.contacts,
      aContact({ id: "asha", name: "Asha Lind", kind: "person", role: "Service desk", slackId: null, email: "asha@example.org" }),
    ],
  });
})();

const others: readonly OtherWindow[] = [
  {
    reference: "FW-2026-117",
    title: "Move to the new data centre",
    startAt: exampleStart - 6 * hour,
    endAt: exampleStart - 3.5 * hour,
  },
];

export function worldOf(stage: Stage, voice: Voice, scenario: Scenario): World {
  const base = aFactsInput(stage, voice, { workspace, directory });
  const shifted = times(scenario);
  const window = aWindow({ ...base.window, ...shifted });
  // Every time of the example moves with the start.
  const by = window.start.at - exampleStart;
  const dueAt = (scenario === "moved" && stage === "rescheduled" ? exampleStart - 5 * day : base.notice.dueAt) + by;
  const zone = scenario === "ny" || scenario === "clinic" ? "America/New_York" : "Europe/London";
  // Colleagues in New York are no customers.
  const inNewYork = scenario === "clinic" || base.recipient.customerId !== null ? "south" : null;
  const customerId = zone === "America/New_York" ? inNewYork : base.recipient.customerId;
  const recipient = { ...base.recipient, customerId, zone, dueAt };
  const recipients =
    scenario === "three" ? [recipient, { ...recipient, customerId: inNewYork, zone: "America/New_York" }] : [recipient];
  const notice = { ...base.notice, dueAt, recipients, latestUsefulAt: dueAt + 2 * hour };
  const told = base.told.map((word) =>
    scenario === "moved" && window.formerTimes[0] !== undefined
      ? { ...word, startAt: window.formerTimes[0].start.at, endAt: window.formerTimes[0].end.at, at: exampleStart - 12 * day }
      : { ...word, customerId: recipient.customerId, startAt: word.startAt + by, endAt: word.endAt + by, at: word.at + by },
  );
  return {
    ...base,
    window,
    recipient,
    notice,
    told,
    others,
    workspace: {
      ...workspace,
      contactHours:
        scenario === "deskhours" ? { kind: "weekly", weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "18:00" } : { kind: "always" },
      ...(scenario === "deskhours" ? { contactPoint: "Service desk, servicedesk@example.org" } : {}),
    },
    plan: planAround(notice, voice, window.start.at),
    now: dueAt - minute,
  };
}

/** A reminder the day before and a word at the start for everyone; one in the middle for those inside. */
function planAround(notice: PlannedNotice, voice: Voice, start: number): PlannedNotice[] {
  const at = (stage: Stage, dueAt: number): PlannedNotice =>
    aNotice({
      ...notice,
      key: `w1/${stage}`,
      stage,
      dueAt,
      recipients: notice.recipients.map((recipient) => ({ ...recipient, dueAt })),
    });
  const plan = [at("reminder", start - 16 * hour), at("start", start)];
  const isInside = voice === "internal" || voice === "business";
  return [notice, ...plan, ...(isInside ? [at("progress", start + hour)] : [])].filter(
    (planned) => planned === notice || stages.indexOf(planned.stage) > stages.indexOf(notice.stage),
  );
}

function times(scenario: Scenario): Parameters<typeof aWindow>[0] {
  const start = exampleStart;
  const from = (at: number, length: number) => ({ start: zonedTime(at), end: zonedTime(at + length) });
  switch (scenario) {
    case "night":
      return { ...from(start - 3.5 * hour, 3 * hour), expectedDowntimeMinutes: 20 };
    case "summer":
      return { ...from(Date.UTC(2026, 6, 12, 0), 4 * hour), expectedDowntimeMinutes: 240 };
    case "clocks":
      return from(Date.UTC(2026, 9, 24, 23, 30), 4 * hour);
    case "moved":
      return {
        formerTimes: [formerTime(start - 7 * day, start - 7 * day + 2 * hour, "rescheduled", "The supplier is not ready.")],
      };
    case "extended":
      return {
        end: zonedTime(start + 3 * hour),
        formerTimes: [formerTime(start, start + 2 * hour, "extended", "The copy of the data is slower than expected.")],
      };
    case "quiet":
      return { impact: "reducedRedundancy", expectedDowntimeMinutes: null, effect: "You will notice nothing." };
    case "todo":
      return { toDo: "Export your open orders by Fri 27 Nov 2026, 17:00 GMT." };
    case "markup":
      return { effect: "You cannot sign in during the <b>break</b>." };
    default:
      return {};
  }
}
