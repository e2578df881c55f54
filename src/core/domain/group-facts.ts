import type { FactName } from "./fact-names.ts";
import { type Group, phaseNumber } from "./group.ts";
import type { Instant, ZoneId } from "./instant.ts";
import type { Stage } from "./matrix.ts";
import type { PlannedNotice } from "./notice.ts";
import { stepOf } from "./planning/told-elsewhere.ts";
import { describeRule } from "./recurrence/recurrence-words.ts";
import { describeSpan } from "./time-text.ts";
import type { Window } from "./window.ts";

/** How many dates of a series one message names. */
const datesNamed = 5;

type Input = {
  readonly window: Window;
  readonly notice: Pick<PlannedNotice, "stage">;
  readonly group?: Group | null;
  readonly now: Instant;
};

/** What a notice says of the change or series its window is part of, every time in the reader's zone. */
export function sayGroup(input: Input, zone: ZoneId, say: (name: FactName, value: string) => void): void {
  const { group } = input;
  if (group === null || group === undefined) return;
  if (group.kind === "series") say("window.series", seriesWords(input, group, zone));
  else sayPhases(input, group, zone, say);
}

/** A series is told of where a notice speaks for it: when it is announced, and when several of its windows change in one step. */
function seriesWords({ window, notice }: Input, group: Group, zone: ZoneId): string {
  const { stage } = notice;
  if (stage === "cancelled") {
    const step = stepOf("cancelled", window);
    if (step === null) return "";
    const gone = group.members.filter((member) => stepOf("cancelled", member) === step);
    return gone.length < 2 ? "" : `None of these takes place: ${dates(gone, zone)}.`;
  }
  const isStep = stage === "rescheduled" && stepOf("rescheduled", window) !== null;
  if (stage !== "announce" && !isStep) return "";
  const ahead = group.members.filter(({ outcome, start }) => outcome.kind === "open" && start.at >= window.start.at);
  if (ahead.length < 2) return "";
  const words = group.series === null ? "" : capitalised(describeRule(group.series.rule));
  return `${words}: ${dates(ahead, zone)}.`;
}

function dates(windows: readonly Window[], zone: ZoneId): string {
  const named = windows.slice(0, datesNamed).map(({ start, end }) => describeSpan(start.at, end.at, zone));
  const more = windows.length > named.length ? "; and so on" : "";
  return `${named.join("; ")}${more}`;
}

function sayPhases({ window, notice }: Input, group: Group, zone: ZoneId, say: (name: FactName, value: string) => void): void {
  const place = phaseNumber(window, group.members);
  const standing = group.members.filter(({ outcome }) => outcome.kind !== "cancelled");
  if (place !== null) say("window.phase", `phase ${place.number} of ${place.of}`);
  if (group.members.length < 2) return;
  const lines = group.members.map((member) => phaseWords(member, group.members, zone));
  say("window.phases", `${lines.join("; ")}.`);
  if (!isEnd(notice.stage)) return;
  const next = standing.find(
    ({ id, outcome, start }) => id !== window.id && outcome.kind === "open" && start.at >= window.start.at,
  );
  if (next !== undefined) {
    say("window.nextPhase", `${capitalised(phaseWords(next, group.members, zone))} is still to come.`);
  } else if (notice.stage === "completed" && standing.every(({ outcome }) => outcome.kind === "completed")) {
    say("window.changeDone", `With this, all ${standing.length} phases are complete.`);
  }
}

function isEnd(stage: Stage): boolean {
  return stage === "completed" || stage === "rolledBack" || stage === "cancelled";
}

function phaseWords(member: Window, members: readonly Window[], zone: ZoneId): string {
  const when = describeSpan(member.start.at, member.end.at, zone);
  const place = phaseNumber(member, members);
  if (place === null) return member.outcome.kind === "cancelled" ? `cancelled: ${when}` : when;
  const ended: Partial<Record<Window["outcome"]["kind"], string>> = { completed: ", completed", rolledBack: ", rolled back" };
  return `phase ${place.number} of ${place.of}, ${when}${ended[member.outcome.kind] ?? ""}`;
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
