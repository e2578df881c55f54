import type { Voice } from "../../../src/core/domain/directory.ts";
import { day, hour, type Instant, minute } from "../../../src/core/domain/instant.ts";
import { noCondition, type Rule, type Stage, stages, type Timing } from "../../../src/core/domain/matrix.ts";
import type { PlannedNotice } from "../../../src/core/domain/notice.ts";
import { planNotices } from "../../../src/core/domain/planning/plan.ts";
import type { Told } from "../../../src/core/domain/told.ts";
import type { FormerTime, Window } from "../../../src/core/domain/window.ts";
import { zonedTimeOf } from "../../../src/core/domain/zoned-time.ts";
import { noHolidays } from "../../builders/holidays.ts";
import { during, type ExampleWindow } from "./example-windows.ts";

/** One notice of an example window, as it is written: the window as it stands then, the real plan, what was told before. */
export type Situation = ExampleWindow & {
  readonly stage: Stage;
  readonly notice: PlannedNotice;
  readonly plan: readonly PlannedNotice[];
  readonly rules: readonly Rule[];
  readonly told: readonly Told[];
  readonly now: Instant;
};

const timings: Readonly<Record<Stage, Timing>> = {
  announce: { kind: "before", amount: 5, unit: "businessDays", at: "09:00", place: { kind: "recipient" } },
  reminder: { kind: "before", amount: 1, unit: "days", at: "10:00", place: { kind: "recipient" } },
  start: { kind: "start" },
  progress: { kind: "during", everyMinutes: 30 },
  extended: { kind: "statusChange" },
  rescheduled: { kind: "statusChange" },
  cancelled: { kind: "statusChange" },
  rolledBack: { kind: "end" },
  completed: { kind: "end" },
};

const channelOf: Readonly<Record<Voice, string>> = { internal: "eng", business: "mail", customer: "mail", executive: "board" };

/** A policy that tells every audience everything, three business days ahead. */
function rulesFor({ directory }: ExampleWindow): readonly Rule[] {
  return directory.audiences.flatMap(({ id: audienceId, voice }) =>
    stages.map((stage) => ({
      id: `${audienceId}-${stage}`,
      changeTypeId: null,
      stage,
      audienceId,
      channelIds: [channelOf[voice]],
      timing: timings[stage],
      promised: stage === "announce" ? ({ amount: 3, unit: "businessDays", calendar: "customer" } as const) : null,
      condition: noCondition,
      lead: "",
      sending: "person" as const,
      source: "",
    })),
  );
}

/** The notice of a stage for each voice. */
export function situationsOf(example: ExampleWindow, stage: Stage): readonly Situation[] {
  const rules = rulesFor(example);
  const { window, now } = standingAt(example, stage);
  const planOf = (one: Window, told: readonly Told[]): readonly PlannedNotice[] =>
    planNotices({ ...example, window: one, rules, holidays: noHolidays, told, now });
  const announced = planOf({ ...example.window, formerTimes: [] }, []).filter((notice) => notice.stage === "announce");
  const told = stage === "announce" ? [] : announced.flatMap((notice) => toldBy(notice, timesTold(example, stage, window)));
  const plan = planOf(window, told);
  return example.directory.audiences.map(({ voice }) => {
    const own = plan.filter((notice) => notice.stage === stage && notice.voice === voice);
    // Of the progress notices, the one that is due then.
    const planned = own.findLast((notice) => notice.dueAt <= now) ?? own[0] ?? byHand(stage, voice, plan, now);
    const isByClock = planned.stage === "announce" || planned.stage === "reminder";
    return { ...example, window, stage, notice: planned, plan, rules, told, now: isByClock ? planned.dueAt : now };
  });
}

/** The window as it stands when its notice of a stage is written, and when that is. */
function standingAt(example: ExampleWindow, stage: Stage): { readonly window: Window; readonly now: Instant } {
  const { window } = example;
  const extended = example.extensions.reduce(longer, window);
  const running = example.extensions.length > 1 ? extended : window;
  switch (stage) {
    case "announce":
    case "reminder":
      return { window, now: window.start.at - 10 * day };
    case "start":
      return { window, now: window.start.at };
    case "progress":
      return { window: running, now: during(running, 0.5) };
    case "extended":
      return { window: extended, now: extended.formerTimes.at(-1)?.replacedAt ?? 0 };
    case "rescheduled": {
      const now = window.start.at - example.calledOffHours * hour;
      const move = (at: Instant) => zonedTimeOf(at + 7 * day, window.zone);
      const former = formerTime(window, "rescheduled", "A part is late.", now);
      return {
        window: {
          ...window,
          revision: 2,
          start: move(window.start.at),
          end: move(window.end.at),
          toDoBy: null,
          formerTimes: [former],
        },
        now,
      };
    }
    case "cancelled": {
      const at = window.start.at - example.calledOffHours * hour;
      return { window: { ...window, revision: 2, outcome: { kind: stage, at, note: "A part is late." } }, now: at };
    }
    case "rolledBack": {
      const at = during(running, 0.75);
      return {
        window: { ...running, outcome: { kind: stage, at, endedAt: at, note: "The new version was too slow." } },
        now: at,
      };
    }
    case "completed": {
      const at = during(running, 0.8);
      return { window: { ...running, outcome: { kind: stage, at, endedAt: at, note: "" } }, now: at };
    }
  }
}

function longer(window: Window, hours: number): Window {
  const former = formerTime(window, "extended", "The copy takes longer.", window.end.at - 20 * minute);
  return {
    ...window,
    revision: window.revision + 1,
    end: zonedTimeOf(window.end.at + hours * hour, window.zone),
    formerTimes: [...window.formerTimes, former],
  };
}

function formerTime({ start, end, revision }: Window, by: FormerTime["by"], why: string, replacedAt: Instant): FormerTime {
  return { start, end, revision, replacedAt, by, why };
}

/** What readers heard last: after two extensions the first of them. */
function timesTold({ window }: ExampleWindow, stage: Stage, standing: Window): Pick<Told, "startAt" | "endAt"> {
  const last = stage === "extended" || stage === "rescheduled" ? standing.formerTimes.at(-1) : undefined;
  const { start, end } = last ?? (standing.formerTimes.length > 0 ? standing : window);
  return { startAt: start.at, endAt: end.at };
}

function toldBy({ audienceId, recipients, dueAt }: PlannedNotice, times: Pick<Told, "startAt" | "endAt">): Told[] {
  return recipients.map(({ channelId, customerId }) => ({
    audienceId,
    channelId,
    customerId,
    stage: "announce",
    ...times,
    at: dueAt,
  }));
}

/** A progress notice where the matrix asks for none, as a person writes it: to those who were told of the start. */
function byHand(stage: Stage, voice: Voice, plan: readonly PlannedNotice[], now: Instant): PlannedNotice {
  const start = plan.find((notice) => notice.stage === "start" && notice.voice === voice);
  if (start === undefined) throw new Error(`no ${stage} for ${voice} in the plan`);
  const recipients = start.recipients.map((recipient) => ({ ...recipient, dueAt: now }));
  return { ...start, key: `by-hand-${stage}`, stage, dueAt: now, recipients };
}
