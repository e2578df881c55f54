import type { PolicyQuestion, PolicyReading } from "../../policy.ts";
import { isNoNotice } from "../cells/no-notice.ts";
import { readNoticeCell, type Told } from "../cells/notice-cell.ts";
import { type TimingEntry, timingEntries } from "../cells/timing-entries.ts";
import { readWhom } from "../cells/whom.ts";
import { isLimiting } from "../words/audience-words.ts";
import { namedChanges } from "../words/named-changes.ts";
import { askOfDuties } from "./ask-duties.ts";
import { askOfDuty } from "./ask-duty.ts";
import { dutyIn } from "./duties.ts";
import { adjustsOthers, owesNothing } from "./look-alikes.ts";
import { cellOf, isForSame, type NamedChange } from "./point-cell.ts";
import {
  channelsIn,
  isFact,
  isMention,
  isSharedTime,
  isWayOfTelling,
  type Point,
  tells,
  tellsSomebody,
} from "./process-points.ts";
import { readTogether } from "./read-together.ts";
import { isInSamePlace } from "./same-again.ts";
import type { Section, SectionContext } from "./section.ts";

type Reading = Pick<PolicyReading, "rules" | "questions" | "ignored">;

/** Reads the points and sentences under one heading. */
export function readSection(section: Section, context: SectionContext): Reading {
  const { shared, standIns } = context;
  const owing = section.points.filter((point) => !owesNothing(point));
  const telling = owing.filter((point) => channelsIn(point).length > 0);
  const isTimed = (point: Point): boolean => timingEntries(point.words).length + point.over.entries.length > 0;
  // `Account owners are mailed if it takes longer`: that it happens is all it says of when.
  const isLimited = ({ words, over }: Point): boolean =>
    (over.isLimited || words.tokens.some((token) => token.kind === "condition" && token.condition === "unsure")) &&
    readWhom(words, "customer", false).audiences.length > 0;
  // `Depositors: nothing, unless …`
  const isExcepted = ({ words, over }: Point): boolean =>
    over.readers.length > 0 &&
    isNoNotice(words.text.slice(0, /[,;(]/u.exec(words.text)?.index ?? 0)) &&
    (isLimiting(words.text.replace(/^\P{L}*\p{L}+/u, "")) || words.tokens.some((token) => token.kind === "condition"));
  // `Notify users a week ahead:` over a list of times and ways is its introduction.
  const introduces = ({ isProse, text }: Point): boolean =>
    isProse &&
    text.trim().endsWith(":") &&
    owing.some((other) => !other.isProse && text.endsWith(other.label) && timingEntries(other.words).length > 0);
  const timed = owing.filter(
    (point) =>
      !introduces(point) &&
      (isExcepted(point) ||
        (isForSame(point) && isTimed(point)) ||
        (isInSamePlace(point) && point.over.through.length > 0 && isTimed(point)) ||
        (channelsIn(point).length > 0
          ? (isTimed(point) || isLimited(point)) && tells(point)
          : !isSharedTime(point) && tellsSomebody(point))),
  );
  const readings: Reading[] = [];
  let earlier: Told | null = null;
  for (const point of timed) {
    for (const named of changesOf(point, context.changes)) {
      const reading = readPoint(point, section, earlier, context, named);
      readings.push(reading);
      earlier = reading.told ?? earlier;
    }
  }
  // A channel without a time is a notice only where the page is about notices: runbooks name channels, too.
  // Under `Communication channels` stands what each of them is for.
  const isProcess = shared !== null || (isAboutNotices(section) && !/\bchannels?:?\s*$/iu.test(section.source.heading));
  const untimed =
    isProcess && !context.hasMatrix
      ? telling.filter((point) => !timed.includes(point) && !point.isProse && isWayOfTelling(point))
      : [];
  const [first] = untimed;
  if (first !== undefined) readings.push(readTogether(section, [first, ...untimed.slice(1)], shared, standIns));
  const adjusting = owing.filter((point) => !timed.includes(point) && !untimed.includes(point) && adjustsOthers(point));
  const read = [...timed, ...untimed, ...adjusting];
  // The other half of a sentence that was read is not passed over: it is asked about.
  const halves = section.points.filter((point) => !read.includes(point) && read.some((other) => other.at === point.at));
  const others = section.points.filter(
    (point) => !read.includes(point) && !halves.includes(point) && !isSharedTime(point) && !isFact(point) && !isMention(point),
  );
  return {
    rules: readings.flatMap((one) => one.rules),
    questions: [
      ...readings.flatMap((one) => one.questions),
      ...adjusting.map(askWhatChanges),
      ...halves.map((point) => askOfDuty(cellOf(point, section, null, context, null), point.text)),
      ...askOfDuties(others, section, context),
    ],
    ignored: readings.flatMap((one) => one.ignored),
  };
}

/** What is said of standard and major changes is said of each of them, and so is a list under `For standard and major changes:`. */
function changesOf({ words, label, isProse }: Point, changes: readonly string[]): readonly (NamedChange | null)[] {
  const named = namedChanges(words.text, changes);
  if (named !== null) return named.names.map((name) => ({ name, rest: named.rest }));
  const over = isProse || !/^for\b.*:$/iu.test(label.trim()) ? null : namedChanges(label, changes);
  const isAll = over !== null && !/\p{L}/u.test(over.rest);
  return isAll ? over.names.map((name) => ({ name, rest: words.text })) : [null];
}

/** What changes other rules by words the app can't apply is shown and asked, and never passed over. */
function askWhatChanges({ at, text }: Point): PolicyQuestion {
  const none = { kind: "none" } as const;
  return {
    id: `${at.table}-${at.row}-${at.column}-adjusts`,
    cell: at,
    otherCells: [],
    changeType: null,
    why: `“${text}” changes when other notices are sent, and the app cannot tell which.`,
    question: "Do the rules stay as they are read?",
    choices: [
      { label: "They stay as they are read", rules: [], change: none },
      { label: "I change them in the matrix afterwards", rules: [], change: none },
    ],
  };
}

function isAboutNotices({ source, points }: Section): boolean {
  const about = /notif|communicat|announc|downtime|maintenance|ankündig|varsl|annonc/iu;
  return about.test(source.heading) || points.some((point) => about.test(point.label));
}

/** What a point owes; a sentence of which too much is open is one question, and not one for each gap. */
function readPoint(point: Point, section: Section, earlier: Told | null, context: SectionContext, named: NamedChange | null) {
  const cell = cellOf(point, section, earlier, context, named);
  const reading = readNoticeCell(cell, context.standIns);
  const open = [
    ...reading.rules.map((one) => one.rule),
    ...reading.questions.flatMap((one) => one.choices.flatMap((choice) => choice.rules)),
  ];
  const isOpen = open.some(
    ({ audience, channels }) =>
      context.standIns.isOpen(audience.name) || channels.some(({ name }) => context.standIns.isOpen(name)),
  );
  const isTorn = (reading.questions.length > 0 && isOpen) || contradictsHeading(point);
  const duty = isTorn ? dutyIn(point) : null;
  return duty === null ? reading : { rules: [], questions: [askOfDuty(cell, duty)], ignored: [], told: null };
}

/** A day before the start, under `If it is cancelled`: what is announced there is not the work. */
function contradictsHeading({ words, over }: Point): boolean {
  const isOf = (kind: TimingEntry["when"]["kind"], entries: readonly TimingEntry[]): boolean =>
    entries.some(({ when }) => when.kind === kind);
  const own = timingEntries(words);
  return isOf("statusChange", over.entries) && isOf("before", own) && !isOf("statusChange", own);
}
