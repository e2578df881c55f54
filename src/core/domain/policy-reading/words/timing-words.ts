import type { Weekday } from "../../matrix.ts";
import { withClockTime } from "./clock-times.ts";
import { findEventClauses } from "./event-clauses.ts";
import { type FoundSpan, findSpans, roughHours } from "./lead-time.ts";
import { findAll, wholeWords } from "./plain-text.ts";
import { timingPhrases } from "./timing-phrases.ts";
import { unclear, type When } from "./when.ts";

type FoundWhen = { readonly start: number; readonly end: number; readonly when: When; readonly isReminder: boolean };

const weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const weekdays = wholeWords(`(?:every|each|on) (?<every>${weekdayNames.join("|")})s?|(?<plural>${weekdayNames.join("|")})s`);

const reminder = wholeWords("again|once more|erneut|nochmals|de nouveau|remind(?:er)?s?|erinnerung(?:en)?|påmindelser?|rappels?");

/** Every time of notice named in a text, in order, none overlapping another. */
export function findTimings(text: string): FoundWhen[] {
  const found: { start: number; end: number; when: When }[] = findEventClauses(text);
  for (const [pattern, when] of timingPhrases)
    for (const match of findAll(pattern, text)) found.push({ start: match.index, end: match.index + match[0].length, when });
  for (const match of findAll(weekdays, text)) {
    const name = (match.groups?.every ?? match.groups?.plural ?? "").toLowerCase();
    const weekday = (weekdayNames.indexOf(name) + 1) as Weekday;
    found.push({ start: match.index, end: match.index + match[0].length, when: { kind: "weekly", weekday, everyWeeks: 1 } });
  }
  for (const span of joinPreferred(findSpans(text), text)) found.push({ start: span.start, end: span.end, when: whenOf(span) });
  return withoutOverlaps(found.map((one) => withClockTime(text, one))).map((one) => ({
    ...one,
    isReminder: isNearReminder(text, one.start, one.end),
  }));
}

/** Earlier and longer wins: `as soon as identified` before `identified`. */
export function withoutOverlaps<Found extends { readonly start: number; readonly end: number }>(
  found: readonly Found[],
): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

/** `10 days preferred, 5 days minimum` is one notice: a promise and a target. */
function joinPreferred(spans: readonly FoundSpan[], text: string): FoundSpan[] {
  const joined: FoundSpan[] = [];
  for (const span of withoutOverlaps(spans)) {
    const last = joined.at(-1);
    const isPair =
      last !== undefined &&
      span.start - last.end < 12 &&
      ((last.saysAtLeast && span.saysPreferably) ||
        (last.saysPreferably && span.saysAtLeast) ||
        // `10 days (minimum 5 days)`
        (span.saysAtLeast && !last.saysAtLeast && /^\s*\($/u.test(text.slice(last.end, span.start))));
    if (!isPair || last.lead === null || span.lead === null) {
      joined.push(span);
      continue;
    }
    const [least, target] =
      last.saysAtLeast && !span.saysAtLeast ? [last.lead.least, span.lead.target] : [span.lead.least, last.lead.target];
    const lead = roughHours(least) <= roughHours(target) ? { least, target } : null;
    joined[joined.length - 1] = { ...last, end: span.end, lead, isRange: false, saysAtLeast: false, use: "before" };
  }
  return joined;
}

function whenOf(span: FoundSpan): When {
  const near = span.lead === null ? [] : [span.lead];
  switch (span.use) {
    case "before":
    case "unsaid":
      if (span.lead === null) return unclear("this length of time is not one the plan can count");
      // `15 minutes` by itself is as likely how long the work takes.
      if (span.use === "unsaid" && span.lead.target.unit === "minutes")
        return unclear("it does not say of what it is the length");
      // Is it three, or is it five, that is promised at least?
      if (span.isRange && span.saysAtLeast)
        return {
          kind: "unclear",
          why: "“at least” and a range do not go together: either end may be the promise",
          slot: "before",
          near,
        };
      return { kind: "before", lead: span.lead };
    case "every":
      if (span.minutes !== null && span.minutes >= 5 && span.minutes <= 1440)
        return { kind: "during", everyMinutes: span.minutes };
      return span.lead?.least.unit === "days" && span.lead.least.amount === 1
        ? { kind: "daily" }
        : unclear("it does not say until when it is repeated");
    case "after":
      return {
        kind: "unclear",
        why: "a notice some time after an event is not one of the plan's times",
        slot: "after",
        near: [],
      };
    case "within":
      return { kind: "unclear", why: "“within” a time does not say when the time begins to run", slot: "start", near: [] };
    case "per":
      return { kind: "unclear", why: "the time depends on how long the change takes", slot: "before", near };
  }
}

const again = "again|once more|erneut|nochmals|igen|de nouveau";
const aTime = "\\d|one|two|three|four|five|the (?:day|working day)|a (?:day|week)";
const againNext = new RegExp(`^(?:${again}) (?:on the |at |at least |am |den )?(?:${aTime})`, "iu");

/** Whether the same clause calls it a reminder: nothing but a few words, no comma or bracket, between the two. */
function isNearReminder(text: string, start: number, end: number): boolean {
  for (const match of findAll(reminder, text)) {
    // `7 days before and again 24 hours before`: the second.
    if (match.index >= end && againNext.test(text.slice(match.index))) continue;
    const between = match.index >= end ? text.slice(end, match.index) : text.slice(match.index + match[0].length, start);
    if (between.length < 40 && !/[,;()\n]/u.test(between)) return true;
  }
  return false;
}
