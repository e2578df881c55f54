import { anyOf } from "../../any-of.ts";
import { reminderWords } from "../cells/stage-times.ts";
import { voiceOf } from "../words/audience-words.ts";
import { type CellWords, readCellWords, type Token } from "../words/cell-words.ts";
import { saysHowFast } from "../words/haste-words.ts";
import { readersAbroad } from "./telling-abroad.ts";
import { anyVerb, isShown, readersAre, sends, shownTo } from "./telling-grammar.ts";
import { keptOf } from "./telling-rest.ts";
import { isPeople, plainName } from "./told-people.ts";

/** Who is told and who tells, and which of a sentence's words are about something else. */
export type TellingSentence = {
  /** The sentence in the words of a list: readers, channels and times, and whatever may change what is meant. */
  readonly text: string;
  /** As `text` names them; empty where the sentence names nobody. */
  readonly readers: string;
  readonly sender: string;
};

const silences = anyOf`
  not|never|no longer|nobody|no one|cannot|can't|unless
  may|might|could|can
  // German, Danish, French
  nicht|keine[nrs]?
  ikke|ingen
  ne|pas|aucune?
`;
const silent = new RegExp(
  anyOf`
    \b${silences}\b
    // Whom to ask
    \b(?:ring|call|phone|e-?mail|tell|contact|write to|ask)s? us\b
    \b(?:at|on|under) (?:extension|ext\.?|\+\d)
    \?$
  `,
  "iu",
);

/**
 * Reads a sentence of English which says that somebody is told by where its words stand: whoever is told, informed or
 * emailed, or gets a notice, is a reader, whatever they are called. What is announced, and all that restricts nothing, drops
 * out. Null where it is no such sentence, or says that nobody is told, or that somebody may be.
 */
export function readTelling(sentence: string): TellingSentence | null {
  const words = readCellWords(sentence.replace(itsTimes, "$1news"));
  const masked = blanked(words);
  if (silent.test(masked)) return null;
  const found = readersIn(masked, words.text);
  if (found === null) return null;
  const { whom, start, end, verb } = found;
  // `The login message tells users` names the way.
  const isWay = (token: Token): boolean =>
    token.kind === "channel" &&
    found.sender !== null &&
    token.start >= found.sender.start &&
    token.end <= found.sender.end &&
    voiceOf(token.channel.name) === null;
  const sender = words.tokens.some(isWay) ? null : found.sender;
  const reminds = remindingAt(words);
  const isReminder = reminds !== null;
  const has = (kind: "before" | "statusChange"): boolean =>
    words.tokens.some((token) => token.kind === "when" && token.when.kind === kind);
  const [counts, happens] = [has("before"), has("statusChange")];
  const named: readonly Piece[] = [
    { start, end, text: `to ${whom}${isReminder && !counts ? " reminder" : ""}` },
    ...(sender === null ? [] : [{ ...sender, text: "" }]),
  ];
  // `Subscribers of the status page are told there.`
  const isThere = /\b(?:there|dort|dér)(?!\p{L})/iu.test(masked);
  const wordsOf = (token: Token): string => words.text.slice(token.start, token.end);
  const free = words.tokens.filter((token) => isThere || named.every((one) => token.start >= one.end || token.end <= one.start));
  const isEvent = (token: Token): boolean => token.kind === "when" && token.when.kind === "statusChange";
  const isSaid = (token: Token): boolean =>
    !(counts && approved.test(wordsOf(token))) &&
    !(happens && !isEvent(token) && (atOnce.test(wordsOf(token)) || saysHowFast(wordsOf(token)))) &&
    !isCarried(words, token);
  const tokens = free.filter(isSaid);
  const pieces = [
    ...named,
    ...free.map((token): Piece => {
      const isBefore = token.kind === "when" && token.when.kind === "before";
      const text = isSaid(token)
        ? `${reminds !== null && isBefore && token.start >= reminds ? "reminder " : ""}${wordsOf(token)}`
        : "";
      return { ...token, text, isBefore, isWay: token.kind === "channel" };
    }),
  ].sort((one, other) => one.start - other.start);
  const parts: string[] = [];
  let last: Piece = { start: 0, end: 0, text: "" };
  for (const piece of [...pieces, { start: words.text.length, end: words.text.length, text: "" }]) {
    parts.push(keptOf(words.text.slice(last.end, piece.start), verb, last.isBefore === true, piece.isWay === true), piece.text);
    if (piece.end > last.end) last = piece;
  }
  const by = tokens.some((token) => token.kind === "channel") ? "" : wayOf(verb);
  const text = [...parts, by].filter((part) => part.trim() !== "").join(" ");
  return {
    text: text
      .replace(/ (?=,)/gu, "")
      .replace(/,(?:,| )+/gu, ", ")
      .replace(/^, /u, "")
      .replace(/ {2,}/gu, " ")
      .trim(),
    readers: whom,
    sender: sender?.name ?? "",
  };
}

const again = /\b(?:again|once more)\b|(?<!\p{L})(?:erneut|nochmals|igen|encore|de nouveau)(?!\p{L})/giu;

/** From where on its times are a reminder's; null where it speaks of none. */
function remindingAt({ text, tokens }: CellWords): number | null {
  const found = reminderWords.exec(text.replace(again, (word) => "x".repeat(word.length)));
  const times = tokens.filter((token) => token.kind === "when" && token.when.kind === "before");
  if (found === null) return null;
  return times.length > 1 ? found.index : 0;
}

/** `the new end time`: what is told, and no time of telling. */
const itsTimes = new RegExp(
  "(?<= )(?<!before )(?<!before the )((?:the |a |an |its |their )?)(?:new|revised|expected|estimated|likely|actual|planned|next|final) " +
    String.raw`(?:start|end|date|time|schedule|finish|window)(?:s| times?| dates?)?(?!\p{L})`,
  "giu",
);
/** How fast, after something happened. */
const atOnce = new RegExp(
  anyOf`
    ^(?:on )?(?:the )?same day$
    ^(?:immediate|at once|instant|asap|as soon as|right away|straight away|without)
    // German, Danish, French
    ^(?:sofort|unverzüglich|umgehend)
    ^(?:straks|hurtigst|snarest)
    ^(?:immédiat|sans délai)
  `,
  "iu",
);
const approved = /\b(?:approv|sign-?off|agreed|confirm)/iu;

/** `receive the release notes by email`: what is sent, and not through what. */
function isCarried({ text, tokens }: CellWords, token: Token): boolean {
  const isThing =
    token.kind === "channel" &&
    /^(?:the |a )?(?:release notes|newsletters?|letters?|calendar invit\p{L}*)$/iu.test(text.slice(token.start, token.end));
  const isThrough = /(?:in|on|by|via|through|per|with)\s*(?:the |our |a )?$/iu.test(text.slice(0, token.start));
  return isThing && !isThrough && tokens.some((other) => other !== token && other.kind === "channel");
}

/** A part of a sentence that is kept, or with an empty `text` one that is not. */
type Piece = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isBefore?: boolean;
  readonly isWay?: boolean;
};

/** `Staff are called`: the verb says through what. */
function wayOf(verb: string): string {
  if (/téléphon|appel/iu.test(verb)) return "par téléphone";
  if (/ringer/iu.test(verb)) return "via telefon";
  if (/telephon/iu.test(verb)) return "by telephone";
  if (/(?:call|phon|r[iu]ng)(?:ed|es|s)?\b/iu.test(verb)) return "by phone";
  if (/bleep/iu.test(verb)) return "by bleep";
  if (/text(?:ed|s)?\b/iu.test(verb)) return "by text message";
  return /mail(?:ed|s)?\b/iu.test(verb) ? "by email" : "";
}

/** The words with everything blanked that is no part of a name, so that no name reaches across it; indices stay. */
function blanked(words: CellWords): string {
  let blank = words.text;
  for (const token of words.tokens) {
    if (isPartOfName(words, token) || isAdverb(words, token)) continue;
    const length = token.end - token.start;
    const isSubject = token.kind === "channel" && /^(?:the |our |an? )?$/iu.test(words.text.slice(0, token.start));
    blank = `${blank.slice(0, token.start)}${isSubject ? "x".repeat(length) : `,${" ".repeat(length - 1)}`}${blank.slice(token.end)}`;
  }
  return blank;
}

/** `The provider shall forthwith inform`: how fast, between who does it and the verb. */
function isAdverb({ text }: CellWords, token: Token): boolean {
  const isHaste = /^(?:immediately|forthwith|promptly|immédiatement|aussitôt)$/iu.test(text.slice(token.start, token.end));
  return isHaste && /(?:\b(?:will|must|should|shall|to)|\p{L}(?:ons|ent)) $/iu.test(text.slice(0, token.start));
}

/** `the service desk`, `status page subscribers`: people, named by a way of telling; `emails` may be the verb. */
function isPartOfName({ text }: CellWords, token: Token): boolean {
  if (token.kind !== "channel") return false;
  if (/^(?:e-?mail|phone|call|text|ring)s?$/iu.test(text.slice(token.start, token.end))) return true;
  const next = /^ (\p{L}+)/u.exec(text.slice(token.end))?.[1] ?? "";
  const owner = /(\p{L}+) (?:of(?: the| our)?|der|des|du|de la|af) $/iu.exec(text.slice(0, token.start))?.[1] ?? "";
  // `in Teams` is no team.
  const name = token.channel.kind === "manual" ? token.channel.name : "";
  return [name, next, owner].some((one) => voiceOf(one) !== null);
}

type Found = {
  readonly whom: string;
  readonly start: number;
  readonly end: number;
  readonly sender: { readonly start: number; readonly end: number; readonly name: string } | null;
  /** The words of the verb and what stands about it. */
  readonly verb: string;
};

function readersIn(text: string, whole: string): Found | null {
  if (!anyVerb.test(whole)) return foundAbroad(text);
  const sending = sends.exec(text);
  const ofSending = sending === null ? null : senderOf(sending, sending.groups?.who ?? "");
  for (const pattern of readersAre) {
    const match = pattern.exec(text);
    const { whom = "", who = "" } = match?.groups ?? {};
    if (match === null || !isPeople(whom)) continue;
    // `The callback is called`: nobody is rung.
    if (/\bcall(?:ed|s)?$/iu.test(match[0]) && voiceOf(whom) === null) continue;
    const start = match.index + match[0].lastIndexOf(whom);
    return { whom: plainName(whom), start, end: start + whom.length, sender: senderOf(match, who) ?? ofSending, verb: match[0] };
  }
  const abroad = foundAbroad(text);
  if (abroad !== null) return abroad;
  const shown = isShown.exec(whole)?.[0];
  if (shown === undefined) return null;
  for (const match of text.matchAll(shownTo)) {
    const whom = match.groups?.whom ?? "";
    // `reported to the duty contact by telephone`: whoever hears of it in a way of telling is somebody.
    const isInWay = /^ (?:by|via|through) (?:,|e-?mail|phone|text)/iu.test(text.slice(match.index + match[0].length));
    if (!isPeople(whom) || (voiceOf(whom) === null && !isInWay)) continue;
    const end = match.index + match[0].lastIndexOf(whom) + whom.length;
    return { whom: plainName(whom), start: match.index, end, sender: ofSending, verb: shown };
  }
  return null;
}

function foundAbroad(text: string): Found | null {
  const found = readersAbroad(text);
  return found === null || !isPeople(found.whom) ? null : { ...found, end: found.start + found.whom.length };
}

function senderOf(match: RegExpExecArray, who: string): Found["sender"] {
  const name = who.replace(/^(?:the|our|an?) /iu, "").trim();
  const start = match.index + match[0].indexOf(who);
  return /^(?:we|you|they|i|it|someone|everyone)?$/iu.test(name) ? null : { start, end: start + who.length, name };
}
