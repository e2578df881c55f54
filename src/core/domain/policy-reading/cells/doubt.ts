import { type LeadTime, roughHours } from "../words/lead-time.ts";
import { startWithCapital } from "../words/plain-text.ts";
import type { Slot, When } from "../words/when.ts";
import { describeNotices, notice, noticeAhead, noticeWeekly, type Side, type StagedNotice, sameLead } from "./staged-notice.ts";

/** One way to take what is doubtful. */
export type Option = { readonly label: string; readonly notices: readonly StagedNotice[] };

/** Words that could mean several things, and what they could mean, the likeliest first. "No notice" is added to all. */
export type Doubt = { readonly why: string; readonly question: string; readonly options: readonly Option[] };

/** What helps to offer likely answers. */
export type DoubtContext = {
  readonly side: Side;
  readonly isReminder: boolean;
  /** A lead time the same column gives for another change, with where. */
  readonly usual: { readonly lead: LeadTime; readonly where: string } | null;
  /** The row's words about time. */
  readonly said: string;
};

const everyWeek = noticeWeekly;
const planned = notice("announce", { kind: "planning" });
const started = notice("start", { kind: "start" });
const completed = notice("completed", { kind: "end" });

function progress(everyMinutes: number): StagedNotice {
  return notice("progress", { kind: "during", everyMinutes });
}

export function optionOf(notices: readonly StagedNotice[], remark = ""): Option {
  return { label: startWithCapital(describeNotices(notices)) + remark, notices };
}

/** What a time that isn't certain could mean; null when it is certain. */
export function doubtOf(when: When, context: DoubtContext): Doubt | null {
  const { side } = context;
  switch (when.kind) {
    case "sometimeBefore":
      return {
        why: "It says before, and not how long before.",
        question: "How long before the start?",
        options: leadOptions([], context),
      };
    case "weekly":
      if (when.weekday !== null && when.everyWeeks !== null) return null;
      return when.everyWeeks === null
        ? {
            why: "It leaves open whether every week or every second one, and on which day.",
            question: "How often until the start?",
            options: [1 as const, 2 as const].map((weeks) => optionOf([everyWeek(1, weeks, side)])),
          }
        : {
            why: "It does not say on which day of the week.",
            question: "On which day?",
            options: ([1, 3, 5] as const).map((day) => optionOf([everyWeek(day, when.everyWeeks ?? 1, side)])),
          };
    case "daily":
      return {
        why: "It does not say how many days ahead the daily notices begin.",
        question: "On which days before the start?",
        options: [[3, 2, 1], [2, 1], [1]].map((days) => optionOf(days.map((amount) => ahead("reminder", amount, side)))),
      };
    case "during":
      if (when.everyMinutes !== null) return null;
      return {
        why: "It says while it runs, and not how often.",
        question: "How often while it runs?",
        options: [30, 60, 15].map((minutes) => optionOf([progress(minutes)])),
      };
    case "implementation":
      return {
        why: "It asks for updates on the work, and does not say when.",
        question: "When is an update sent?",
        options: [[started, completed], [progress(60)], [started, progress(60), completed], [completed]].map((notices) =>
          optionOf(notices),
        ),
      };
    case "unclear":
      return {
        why: `It is not certain when: ${when.why}.`,
        question: when.slot === "before" ? "How long before the start?" : "When is this notice sent?",
        options: when.slot === "before" ? leadOptions(when.near, context) : likelyAt(when.slot).map((one) => optionOf([one])),
      };
    default:
      return null;
  }
}

function likelyAt(slot: Slot): StagedNotice[] {
  return slot === "after" ? [completed, started, progress(60)] : [planned, started, completed];
}

function ahead(stage: StagedNotice["stage"], amount: number, side: Side): StagedNotice {
  return noticeAhead(stage, { least: { amount, unit: "days" }, target: { amount, unit: "days" } }, side);
}

/** Lead times to choose from: those the words come near to, what the column usually gives, then common ones. */
function leadOptions(near: readonly LeadTime[], context: DoubtContext): Option[] {
  const stage = context.isReminder ? "reminder" : "announce";
  const leads: { lead: LeadTime; remark: string }[] = [];
  const add = (lead: LeadTime, remark: string): void => {
    if (!leads.some((other) => sameLead(other.lead, lead))) leads.push({ lead, remark });
  };
  for (const lead of near) {
    add(lead, "");
    if (roughHours(lead.least) !== roughHours(lead.target)) add({ least: lead.target, target: lead.target }, "");
  }
  if (context.usual !== null) add(context.usual.lead, `, as for ${context.usual.where}`);
  const common =
    context.side === "inside"
      ? ([
          [24, "hours"],
          [48, "hours"],
          [7, "days"],
        ] as const)
      : ([
          [10, "businessDays"],
          [5, "businessDays"],
          [3, "businessDays"],
        ] as const);
  for (const [amount, unit] of common) add({ least: { amount, unit }, target: { amount, unit } }, "");
  return [...leads.map(({ lead, remark }) => optionOf([noticeAhead(stage, lead, context.side)], remark)), optionOf([planned])];
}

/** For a time that another document gives, with what the words offer as examples. */
export function agreedElsewhere(words: string, examples: readonly When[], context: DoubtContext): Doubt {
  const near = examples.flatMap((when) => (when.kind === "before" ? [when.lead] : when.kind === "unclear" ? when.near : []));
  const weekly = examples.find((when) => when.kind === "weekly");
  const repeated =
    weekly === undefined
      ? []
      : [
          optionOf([everyWeek(weekly.weekday ?? 1, weekly.everyWeeks ?? 1, context.side)]),
          optionOf([planned, everyWeek(weekly.weekday ?? 1, weekly.everyWeeks ?? 1, context.side)]),
        ];
  return {
    why: `“${words}” leaves the time to an agreement that is not on this page.`,
    question: "When is it sent?",
    options: [...repeated, ...leadOptions(near, context)].slice(0, 6),
  };
}

/** For a notice of which nothing says when. */
export function neverSaid(context: DoubtContext): Doubt {
  const lead =
    context.usual === null
      ? []
      : [optionOf([noticeAhead("announce", context.usual.lead, context.side), completed], `, as for ${context.usual.where}`)];
  return {
    why: context.said.trim() === "" ? "Nothing here says when." : `“${context.said.trim()}” does not say when.`,
    question: "When is it sent?",
    options: [
      ...lead,
      optionOf([planned, completed]),
      ...leadOptions([], { ...context, usual: null }).slice(0, 2),
      optionOf([completed]),
    ],
  };
}

/** For two places of one document that disagree. */
export function contradiction(one: Option & { where: string }, other: Option & { where: string }): Doubt {
  return {
    why: `Two places disagree: “${one.where}” and “${other.where}”.`,
    question: "Which one holds?",
    options: [
      { label: one.label, notices: one.notices },
      { label: other.label, notices: other.notices },
      { label: `Both: ${optionOf([...one.notices, ...other.notices]).label}`, notices: [...one.notices, ...other.notices] },
    ],
  };
}
