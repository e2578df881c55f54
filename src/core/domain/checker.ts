import { checkChannels } from "./checks/check-channels.ts";
import { checkDates, checkDigitsOnly } from "./checks/check-dates.ts";
import {
  checkContact,
  checkContactHours,
  checkMissingFacts,
  checkReference,
  checkTime,
  checkToDo,
  checkVariables,
} from "./checks/check-facts.ts";
import { checkImpact } from "./checks/check-impact.ts";
import type { CheckedRendering, CheckInput, NoticeCheck, ReadingCheck, Sighting, TextCheck } from "./checks/check-input.ts";
import { checkAvoidedWords, checkOtherReference, checkOtherService, checkOtherWindow } from "./checks/check-leftovers.ts";
import { checkLength, checkSubject, checkWords } from "./checks/check-length.ts";
import { checkFigures, checkLengths } from "./checks/check-lengths.ts";
import { checkHiddenCharacters, checkLinks, checkLookAlikeWords, checkRecipientNames } from "./checks/check-looks.ts";
import { checkMoments } from "./checks/check-moments.ts";
import { checkNextWord } from "./checks/check-next-word.ts";
import { checkFirstOutside, checkInternalNotice, checkMassMentionRight } from "./checks/check-outside.ts";
import { checkPromise, checkShortNotice, checkUseful } from "./checks/check-plan.ts";
import {
  checkHosts,
  checkMassMentions,
  checkNames,
  checkOtherCustomers,
  checkTickets,
  isOutside,
} from "./checks/check-privacy.ts";
import { checkCalendarSecrets, checkSensitiveData } from "./checks/check-sensitive.ts";
import { checkShifts } from "./checks/check-shifts.ts";
import { checkNews, checkOtherEnd, checkStatusWord, checkTense } from "./checks/check-stage.ts";
import { checkTable, overridableChecks } from "./checks/check-table.ts";
import { checkDeadWording, checkLeftoverMarkup, checkVagueTimes } from "./checks/check-wording.ts";
import { alikeOf, placesOf } from "./checks/places.ts";
import { reader } from "./checks/reading/reading.ts";
import { type Finding, findingKey, type Gravity } from "./message.ts";

export type { CheckedRendering, CheckInput } from "./checks/check-input.ts";

const noticeChecks: readonly NoticeCheck[] = [
  checkVariables,
  checkMissingFacts,
  checkChannels,
  checkPromise,
  checkShortNotice,
  checkUseful,
  checkReference,
  checkLength,
  checkOtherCustomers,
  checkInternalNotice,
  checkFirstOutside,
  checkMassMentionRight,
  checkCalendarSecrets,
  checkRecipientNames,
  checkLinks,
];
/** Subject and body of one reader together: what they say of times, of the stage and of the facts. */
const readingChecks: readonly ReadingCheck[] = [
  checkTime,
  checkContact,
  checkContactHours,
  checkToDo,
  checkMoments,
  checkDates,
  checkDigitsOnly,
  checkLengths,
  checkShifts,
  checkFigures,
  checkNextWord,
  checkStatusWord,
  checkNews,
  checkTense,
  checkOtherEnd,
  checkImpact,
  checkOtherService,
];
/** Words that are wrong wherever they stand. */
const textChecks: readonly TextCheck[] = [
  checkSensitiveData,
  checkHiddenCharacters,
  checkLookAlikeWords,
  checkHosts,
  checkTickets,
  checkNames,
  checkMassMentions,
  checkDeadWording,
  checkLeftoverMarkup,
  checkVagueTimes,
  checkAvoidedWords,
  checkOtherReference,
  checkOtherWindow,
  checkSubject,
  checkWords,
];

const order: Readonly<Record<Gravity, number>> = { error: 0, warning: 1, hint: 2 };

/** Everything in a draft that a reader should not get, gravest first; each key (`findingKey`) occurs once. */
export function checkDraft(input: CheckInput): readonly Finding[] {
  const unseenOf = unseen(input);
  const sightings = [
    ...noticeChecks.flatMap((check) => check(input).map((sighting) => ({ sighting, rendering: input.renderings[0] }))),
    ...input.renderings.flatMap((rendering) => unseenOf(rendering).map((sighting) => ({ sighting, rendering }))),
  ];
  const findings = new Map<string, Finding>();
  for (const { sighting, rendering } of sightings) {
    const { check, part, quote, message } = sighting;
    const places = sighting.places ?? placesOf(sighting, rendering, input.draft);
    const alike = sighting.alike ?? (sighting.places === undefined ? alikeOf(places, rendering) : []);
    const finding: Finding = {
      check,
      part,
      quote,
      message,
      gravity: checkTable[check],
      isOverridable: overridableChecks.has(check),
      places,
      ...(alike.length === 0 ? {} : { alike }),
      mend: sighting.mend ?? null,
    };
    const key = findingKey(finding);
    const known = findings.get(key);
    if (known === undefined) findings.set(key, finding);
    // The same words in the subject and in the text; those of another reader's copy are the same ones once more.
    else if (known.part === "subject" && part === "body" && known.alike?.some((place) => place.part === "body") !== true)
      findings.set(key, { ...known, alike: [...(known.alike ?? []), ...places.slice(0, 1), ...alike] });
  }
  return [...findings.values()].sort((a, b) => order[a.gravity] - order[b.gravity]);
}

/**
 * Checks a rendering's words unless a reader in the same position got the same ones: most of many recipients do. Copies that
 * differ in nothing but the reader's own name are the same.
 */
function unseen(input: CheckInput): (rendering: CheckedRendering) => Sighting[] {
  const seen = new Set<string>();
  const read = reader(input);
  const isNew = (rendering: CheckedRendering, ...words: readonly string[]): boolean => {
    const { recipient, customerName } = rendering;
    const shared =
      customerName === null || customerName === "" ? words : words.map((one) => one.replaceAll(customerName, "\u0000"));
    const key = [recipient.zone, isOutside(rendering, input), ...shared].join("\n");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  return (rendering) => {
    const { subject, text } = rendering;
    const check = (words: string, part: "subject" | "body"): Sighting[] =>
      isNew(rendering, part, words) ? textChecks.flatMap((textCheck) => textCheck(words, part, rendering, input)) : [];
    const together = (): Sighting[] => {
      const reading = read(rendering);
      return readingChecks.flatMap((readingCheck) => readingCheck(reading, input));
    };
    return [...(isNew(rendering, "both", subject, text) ? together() : []), ...check(subject, "subject"), ...check(text, "body")];
  };
}
