import { isLimiting, voiceOf } from "../words/audience-words.ts";
import { isNamed, wholeWords } from "../words/plain-text.ts";
import { adverb, auxiliary, toldOf } from "./telling-grammar.ts";
import { isPeople } from "./told-people.ts";

const restricts = wholeWords(
  "if|unless|or|where|whose|who|which|that|other than|rather than|instead|until|may|might|as agreed|additional|another|wenn|falls|sofern|nur|hvis|kun|seulement",
);
const again = wholeWords("again|once more");
const others = wholeWords("else|others?|the rest");
const ofTheWork =
  /^ ?(?:(?:of|about|for|on|all|the|an?|any|each|every|this|such|its|planned|scheduled|upcoming|proposed|actual|normal|regular|maintenance|change|date of|start of|beginning of) ?)*(?:maintenance|works?|changes?|releases?|outages?|downtimes?|deployments?|upgrades?|updates?|migrations?|windows?|go-?live|cut-?over|fail-?over|restart|reboot|patching|relocation|roll-?out|launch|start|date|event|they|it)?(?: (?:window|date|work))?(?: (?:begins?|starts?|takes place|is due))?(?=$| ?[,.;:()]| (?:and|by|via|in|on|through|to|with|per|über|im|på|par|sur)(?!\p{L}))/iu;

const kindOfChange =
  /(?:^|\s)(?:for|of|in|during|with|before) (?:an? |the |all |any )?(?:[\p{L}-]+ ){0,5}?(?:maintenance|works?|changes?|releases?|outages?|downtimes?|deployments?|upgrades?|updates?|migrations?|fix(?:es)?|patch(?:es)?)(?!\p{L})|\b(?:emergency|emergencies|urgent|unplanned)\b/iu;

/** What is kept of words that are no reader, channel, time or condition: only what may change for whom or when the notice is. */
export function keptOf(run: string, verb: string, isAfterTime: boolean, isBeforeWay: boolean): string {
  const way = isBeforeWay ? through.exec(run) : null;
  const rest = way === null ? run : run.slice(0, way.index);
  const counted =
    isAfterTime && !ofTheWork.test(rest) && !withVerb.test(rest) ? (/^[^,.;:()]*/u.exec(rest)?.[0].trim() ?? "") : "";
  const words = rest
    .slice(counted.length)
    .replace(ownVerb, "")
    .replace(/[.,;:()]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const by = way?.groups?.word ?? "";
  if (/^(?:or|oder|eller|ou)$/iu.test(words)) return `${counted} ${words} ${by}`;
  const isKept =
    words !== "" &&
    !` ${verb} `.includes(` ${words} `) &&
    (isLimiting(words) ||
      isNamed(restricts, words) ||
      isNamed(others, words) ||
      /\d/u.test(words) ||
      (kindOfChange.test(words) && !ofTheWork.test(words)) ||
      isOtherName(words));
  if (isKept) return `${counted}, ${words}, ${by}`;
  const join = `${/[,;]/u.test(run) ? "," : ""} ${/\band\b/iu.test(words) ? "and" : ""}`;
  return `${counted}${join} ${isNamed(again, words) ? "again" : ""} ${by}`.trim();
}

const withVerb =
  /(?<!\p{L})(?:we|they|you|is|are|will|gets?|vi|er|får|sender|wir|werden|wird|erhalten|erhält|senden|nous|sont|est)(?!\p{L})/iu;

/** `are told`, after whom. */
const ownVerb = new RegExp(`^ ?${adverb}${auxiliary} ${adverb}(?:${toldOf})(?!\\p{L})`, "iu");

/** `on the IT news page`: what leads to a way of telling, and whose it is. */
const through =
  /(?:^|\s)(?<word>in|on|by|via|through|per|im|auf|über|på|i|sur|dans|par)\s+(?:(?:the|our|a|an|its|der|dem|den|le|la|les) )?(?:[\p{L}\p{N}'-]+ ){0,2}$/iu;

/** Somebody else, who is told, too. */
function isOtherName(words: string): boolean {
  const name = words.replace(/^and /iu, "");
  return (
    name.split(" ").length <= 5 &&
    voiceOf(name) !== null &&
    !/^(?:by|for|of|with|from|about|in|on|at|as|through|via|per|list|group) /iu.test(name) &&
    isPeople(name)
  );
}
