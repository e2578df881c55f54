import { anyOf } from "../../any-of.ts";
import type { SourceSection } from "../../source-document.ts";
import { isLimiting } from "./audience-words.ts";
import { readChangeType, usualChangeType } from "./change-type.ts";
import { findConditions } from "./condition-words.ts";
import { plainText, startWithCapital } from "./plain-text.ts";

/** What a section's heading and introductions say of all its points. */
export type SectionWords = {
  readonly changeType: string | null;
  readonly lead: string;
  readonly audience: string;
  readonly isOutside: boolean;
  readonly impactOnly: boolean;
};

const changes = anyOf`
  (?:un)?planned|scheduled|urgent|emergency|emergencies
  maintenance|changes?|updates?|upgrades?|releases?|deployments?|migrations?|outages?
  fix(?:es)?|hotfix(?:es)?|patch(?:es)?|repairs?|closures?|interruptions?|downtimes?|drills?
  // German
  störungen?|wartung|änderung(?:en)?|notfall|arbeiten
  // Danish
  driftsstop|nedbrud|akut\p{L}*|vedligehold|ændring(?:er)?|arbejder?
  // French
  interventions?|correctif|changement
`;
const changeHeading = new RegExp(`(?<!\\p{L})${changes}(?!\\p{L})`, "iu");
const otherThings = anyOf`
  // Telling
  notif|communicat|remind|notice|announc
  // How it is done, and by whom
  \b(?:how|who|what|you)\b
  process|policy|protocol|procedure|checklist|template|matrix|guideline
  lifecycle|understanding|scheduling|changing|updating|performing|making|responsib|management
  // A point of its life
  start|end of|completion|before|after|during|phase|step
  // Readers
  customers?|internal|external
  // German, Danish and French
  (?<!\p{L})(?:vor|nach|während|før|efter|under|avant|après|pendant|lors)(?!\p{L})
`;
const otherHeading = new RegExp(otherThings, "iu");

/** What is never said of every change. */
const unusual = /^(?:(?:\d+|[IVX]+)[.)]? )?(?:emergency|emergencies|urgent|unplanned|notfall|akut\p{L}*)(?!\p{L})/iu;

const moment = new RegExp(
  anyOf`
    \b(?:is|are|was|were|has|have)\b
    ^[TD] ?[-+] ?\d
    ^(?:[\d.]+ )?(?:if|when|what|who|how|wenn|falls|hvis|si)\b
    \bchanges? (?:of|to|in) (?:plans?|dates?|schedules?|times?)\b
    \b(?:that|don't|do not|does not|about|of|telling|timeline|complete)\b
    \b(?:release|launch|deployment|change|cut-?over|go-?live) day\b
  `,
  "iu",
);

/**
 * Whether a heading names a kind of change, so that what stands under it holds for that kind alone. `Release is delayed` and
 * `T-0: Deployment` name a moment of any.
 */
export function namesChange(heading: string): boolean {
  if (moment.test(heading)) return false;
  return usualChangeType(heading) !== null || (changeHeading.test(heading) && !otherHeading.test(heading));
}

/** `hasSiblings` tells that other sections of the document name other kinds of change. */
export function readSectionWords(source: SourceSection, intros: readonly string[], hasSiblings: boolean): SectionWords {
  const texts = [...source.prose, ...intros].map(plainText);
  const find = (pattern: RegExp): string | undefined =>
    texts.map((text) => pattern.exec(text)?.[1]).find((text) => text !== undefined);
  // Two teams that tell the same people: a change is one team's activity, and must not be told twice.
  const activity = find(/\bfrom an? (?:planned )?([^,.;:]{3,60}? activity)\b/iu);
  const isKind = hasSiblings || usualChangeType(source.heading) !== null || unusual.test(source.heading);
  const ofHeading = namesChange(source.heading) && isKind;
  return {
    changeType: activity !== undefined ? startWithCapital(activity) : ofHeading ? readChangeType(source.heading) : null,
    lead: find(/^([\p{Lu}][\p{L} /]{2,40}?)\s?\^?\s-\s(?:Send|Notify|Email|Post|Inform)/u) ?? "",
    audience: source.heading === "" ? "Internal teams" : source.heading.slice(0, 120),
    isOutside: /\b(?:customers?|clients?|external)\b/iu.test(source.heading),
    impactOnly: texts.some(
      (text) => text.trim().endsWith(":") && findConditions(text).some((one) => one.kind === "impact") && !isLimiting(text),
    ),
  };
}
