import type { Sighting, TextCheck } from "./check-input.ts";

/** Words left over from a form that was never filled in. */
const deadWordings = [
  /\b(?:TBD|TBC|TBA|TODO|FIXME)\b(?!-)/gu,
  /\blorem ipsum\b/giu,
  /\[(?!\S* is (?:empty|unknown)\])[^\]\n]*\b(?:here|insert|link|name|date|time|service|xx+)\b[^\]\n]*\]/giu,
  /<\s*(?:insert|your|enter|name of)\b[^>\n]*>/giu,
  /(?<![\w/.-])(?:mm\/dd\/yy(?:yy)?|dd\/mm\/yy(?:yy)?|yyyy-mm-dd|hh:mm|xx:xx)(?![\w/-])/giu,
  /(?<![\w-])(?:xx|xxx+|XX|XXX+)(?![\w-])/gu,
];

const leftovers =
  /\{\{[^}\n]*\}\}|\{%[^%\n]*%\}|\*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\n]+\)|<\/?(?:b|i|p|br|div|span|strong|em|a|u)(?:\s[^>\n]*)?\/?>/giu;
const vague =
  /\b(?:local time|your time|midnight|noon|tonight|tomorrow|this evening|momentar(?:y|ily)|several (?:hours|minutes)|shortly|a while)\b/giu;
const future =
  /\bwill (?:be|become|have) (?:\w+ )?(?:unavailable|interrupted|down|offline|slow(?:er)?|degraded|unreachable)\b/giu;
const felt = /\b(?:will|can|may|might) be (?:\w+ )?(?:unavailable|interrupted|down|offline|unreachable)\b/giu;
const ended = new Set(["completed", "cancelled", "rolledBack"]);

export const checkDeadWording: TextCheck = (words, part) =>
  sightings(words, deadWordings, (quote) => ({
    check: "deadWording",
    part,
    quote,
    message: "This place was never filled in. Write what belongs here, or take it out.",
  }));

export const checkLeftoverMarkup: TextCheck = (words, part) =>
  sightings(words, [leftovers], (quote) => ({
    check: "leftoverMarkup",
    part,
    quote,
    message: "Readers would see these signs as they stand here. Take them out of the fact they come from.",
  }));

export const checkVagueTimes: TextCheck = (words, part) =>
  sightings(words, [vague], (quote) => ({
    check: "vagueTime",
    part,
    quote,
    message: "Readers in other places take this differently. Give the time with its zone, or a figure.",
  }));

/** News of an end that still speaks of what is to come: the announcement's words under a later subject. */
export const checkTense: TextCheck = (words, part, _, { notice }) =>
  ended.has(notice.stage)
    ? sightings(words, [future], (quote) => ({
        check: "futureAfterEnd",
        part,
        quote,
        message: "This is still to come in these words, but the notice says that it is over. Say what is so now.",
      }))
    : [];

export const checkImpact: TextCheck = (words, part, _, { window }) =>
  window.impact === "none" || window.impact === "reducedRedundancy"
    ? sightings(words, [felt], (quote) => ({
        check: "contradictsImpact",
        part,
        quote,
        message: "The window says that nothing of the kind is expected. Change its impact, or these words.",
      }))
    : [];

function sightings(words: string, patterns: readonly RegExp[], make: (quote: string) => Sighting): Sighting[] {
  const quotes = patterns.flatMap((pattern) => Array.from(words.matchAll(pattern), ([found]) => found.trim()));
  return [...new Set(quotes)].map(make);
}
