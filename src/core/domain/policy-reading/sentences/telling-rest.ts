import { anyOf } from "../../any-of.ts";
import { isLimiting, voiceOf } from "../words/audience-words.ts";
import { isNamed, wholeWords } from "../words/plain-text.ts";
import { kindsOfWork } from "../words/work-words.ts";
import { adverb, auxiliary, toldOf } from "./telling-grammar.ts";
import { isPeople } from "./told-people.ts";

const restricts = wholeWords(anyOf`
  if|unless|or|where|whose|who|which|that|other than|rather than|instead|until
  may|might|as agreed|additional|another
  // German, Danish, French
  wenn|falls|sofern|nur
  hvis|kun
  seulement
`);
const again = wholeWords("again|once more");
const others = wholeWords("else|others?|the rest");

const before = anyOf`
  of|about|for|on|all|the|an?|any|each|every|this|such|its
  planned|scheduled|upcoming|proposed|actual|normal|regular|maintenance|change
  date of|start of|beginning of
`;
const events = anyOf`
  ${kindsOfWork}|go-?live|cut-?over|fail-?over|restart|reboot|patching
  relocation|roll-?out|launch|start|date|event|they|it
`;
const begins = "(?: (?:window|date|work))?(?: (?:begins?|starts?|takes place|is due))?";
const beforeWay = "(?:and|by|via|in|on|through|to|with|per|über|im|på|par|sur)";
/** ` of the planned maintenance`, ` before the work starts`: what is announced, which is every window. */
const ofTheWork = new RegExp(String.raw`^ ?(?:${before} ?)*${events}?${begins}(?=$| ?[,.;:()]| ${beforeWay}(?!\p{L}))`, "iu");

const anyChange = String.raw`(?:an? |the |all |any )?(?:[\p{L}-]+ ){0,5}?(?:${kindsOfWork}|patch(?:es)?)(?!\p{L})`;
/** `for database upgrades`: of which changes it holds. */
const kindOfChange = new RegExp(
  anyOf`
    (?:^|\s)(?:for|of|in|during|with|before|after) ${anyChange}
    \b(?:emergency|emergencies|urgent|unplanned)\b
  `,
  "iu",
);

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
  const isOfVerb = words === "" || ` ${verb} `.includes(` ${words} `);
  const restrictsIt = isLimiting(words) || isNamed(restricts, words) || isNamed(others, words) || /\d/u.test(words);
  if (!isOfVerb && (restrictsIt || isOtherName(words))) return `${counted}, ${words}, ${by}`;
  // `shall give notice of emergency maintenance`: of which changes it holds, and not what is done.
  const kind = isOfVerb || ofTheWork.test(words) ? null : kindOfChange.exec(words);
  if (kind !== null) return `${counted}, ${kindWithRest(words, kind)}, ${by}`;
  const join = `${/[,;]/u.test(run) ? "," : ""} ${/\band\b/iu.test(words) ? "and" : ""}`;
  return `${counted}${join} ${isNamed(again, words) ? "again" : ""} ${by}`.trim();
}

/** `For changes of high impact`: what follows it and belongs to it. */
function kindWithRest(words: string, { index, 0: kind }: RegExpExecArray): string {
  const rest = /^ (?:of|with) (?:[\p{L}-]+ ?){1,3}/u.exec(words.slice(index + kind.length))?.[0] ?? "";
  return `${kind}${rest}`.trim();
}

const verbs = anyOf`
  we|they|you|is|are|will|gets?
  wir|werden|wird|erhalten|erhält|senden
  vi|er|får|sender
  nous|sont|est
`;
const withVerb = new RegExp(String.raw`(?<!\p{L})${verbs}(?!\p{L})`, "iu");

/** `are told`, after whom. */
const ownVerb = new RegExp(String.raw`^ ?${adverb}${auxiliary} ${adverb}${toldOf}(?!\p{L})`, "iu");

const leading = "(?:in|on|by|via|through|per|im|auf|über|på|i|sur|dans|par)";
const article = "(?:the|our|a|an|its|der|dem|den|le|la|les)";
/** `on the IT news page`: what leads to a way of telling, and whose it is. */
const through = new RegExp(String.raw`(?:^|\s)(?<word>${leading})\s+(?:${article} )?(?:[\p{L}\p{N}'-]+ ){0,2}$`, "iu");

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
