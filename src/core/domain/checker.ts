import { checkChannels } from "./checks/check-channels.ts";
import { checkContact, checkMissingFacts, checkReference, checkVariables } from "./checks/check-facts.ts";
import type { CheckedRendering, CheckInput, NoticeCheck, Sighting, TextCheck } from "./checks/check-input.ts";
import { checkLength, checkSubject, checkWords } from "./checks/check-length.ts";
import { checkHiddenCharacters, checkLinks, checkRecipientNames } from "./checks/check-looks.ts";
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
import { checkTable, overridableChecks } from "./checks/check-table.ts";
import { checkClocks, checkDates, checkLengths } from "./checks/check-times.ts";
import { checkDeadWording, checkImpact, checkLeftoverMarkup, checkTense, checkVagueTimes } from "./checks/check-wording.ts";
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
const textChecks: readonly TextCheck[] = [
  checkSensitiveData,
  checkHiddenCharacters,
  checkContact,
  checkClocks,
  checkDates,
  checkLengths,
  checkHosts,
  checkTickets,
  checkNames,
  checkMassMentions,
  checkDeadWording,
  checkLeftoverMarkup,
  checkVagueTimes,
  checkTense,
  checkImpact,
  checkSubject,
  checkWords,
];

const order: Readonly<Record<Gravity, number>> = { error: 0, warning: 1, hint: 2 };

/** Everything in a draft that a reader should not get, gravest first; each key (`findingKey`) occurs once. */
export function checkDraft(input: CheckInput): readonly Finding[] {
  const sightings = [...noticeChecks.flatMap((check) => check(input)), ...input.renderings.flatMap(unseen(input))];
  const findings = new Map<string, Finding>();
  for (const sighting of sightings) {
    const { check } = sighting;
    const finding = { ...sighting, gravity: checkTable[check], isOverridable: overridableChecks.has(check) };
    const key = findingKey(finding);
    if (!findings.has(key)) findings.set(key, finding);
  }
  return [...findings.values()].sort((a, b) => order[a.gravity] - order[b.gravity]);
}

/** Checks a rendering's words unless a reader in the same position got the same ones: most of many recipients do. */
function unseen(input: CheckInput): (rendering: CheckedRendering) => Sighting[] {
  const seen = new Set<string>();
  const check = (words: string, part: "subject" | "body", rendering: CheckedRendering): Sighting[] => {
    const key = [part, rendering.recipient.zone, isOutside(rendering, input), words].join("\n");
    if (seen.has(key)) return [];
    seen.add(key);
    return textChecks.flatMap((textCheck) => textCheck(words, part, rendering, input));
  };
  return (rendering) => [...check(rendering.subject, "subject", rendering), ...check(rendering.text, "body", rendering)];
}
