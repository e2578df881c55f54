import { reminderWords } from "../cells/stage-times.ts";
import { voiceOf } from "../words/audience-words.ts";
import { findChannels } from "../words/channel-words.ts";
import { isNamed } from "../words/plain-text.ts";
import { isThing } from "../words/things.ts";
import { tellingWords } from "./point-words.ts";
import {
  abroad,
  anyAbroad,
  doer,
  givesNotice,
  notSenders,
  readersAreTold,
  readersGet,
  sendsFirst,
  sendsLater,
  somethingIsSent,
} from "./sentence-grammar.ts";
import { readTelling } from "./telling-sentence.ts";
import { withoutTurns } from "./turns-of-phrase.ts";

/**
 * A sentence without its grammar: whether it says that somebody is told, who sends it, and the rest as a list would have it
 * (`Theatres are told by email` → `to Theatres by email`).
 */
export type PlainSentence = {
  readonly text: string;
  readonly sender: string;
  readonly tells?: true;
  /** Who is told, as `text` names them, where the sentence's grammar says it. */
  readonly readers?: string;
};

/**
 * Puts a sentence into the words of a list, so that one reader understands both. What is announced drops out, since a window
 * is what every notice is about; a sender becomes the one who sends.
 */
export function plainSentence(sentence: string): PlainSentence {
  if (sentence.length > longestText) return { text: sentence, sender: "" };
  const plain = withoutTurns(sentence);
  const telling = sentence.length <= longestTelling ? readTelling(plain) : null;
  if (telling !== null) return { ...telling, tells: true };
  const { text, sender, ...rest } = withoutDoer(withoutGrammar(plain));
  return { text: text.replace(/ {2,}/gu, " ").trim(), sender, ...rest };
}

/** In characters. What is longer is no sentence, and some patterns would try too much on it. */
const longestSentence = 500;
const longestText = 2000;
const longestTelling = 300;

/** `Post in #news (product owner)`: who does it, where the readers are named. */
function withoutDoer({ text, sender, ...rest }: PlainSentence): PlainSentence {
  const { what, who } = sender === "" && text.length <= longestSentence ? (doer.exec(text)?.groups ?? {}) : {};
  return what === undefined || who === undefined ? { text, sender, ...rest } : { text: what, sender: who };
}

function withoutGrammar(sentence: string): PlainSentence {
  return (
    withNoticeGiven(sentence) ??
    withToldAbroad(sentence) ??
    withTold(sentence) ??
    withGetting(sentence) ??
    withSent(sentence) ??
    withSender(sentence) ?? { text: sentence, sender: "" }
  );
}

/** The sentence with other words in the place of those a pattern found. */
function put(words: string, { index, 0: found }: RegExpExecArray, sentence: string): string {
  return `${sentence.slice(0, index)}${words}${sentence.slice(index + found.length)}`;
}

/** `The supplier gives the authority ten days' notice`: to the authority, ten days. */
function withNoticeGiven(sentence: string): PlainSentence | null {
  const gives = givesNotice.exec(sentence);
  const { who = "", whom = "" } = gives?.groups ?? {};
  if (gives === null || !isSender(who)) return null;
  return { text: put(`to ${whom}, `, gives, sentence), sender: isDoer(who) ? who : "", tells: true };
}

/** `Les clients sont prévenus par courriel`, `Kunden werden per Mail informiert`, `Borgere får besked på intranettet`. */
function withToldAbroad(sentence: string): PlainSentence | null {
  if (sentence.length > longestSentence || !anyAbroad.test(sentence)) return null;
  for (const pattern of abroad) {
    const found = pattern.exec(sentence);
    const { whom = "", rest = "", more = "" } = found?.groups ?? {};
    if (found === null || isNamed(notSenders, whom)) continue;
    // `Hvert servicevindue varsles`: what is told of, and not who is told.
    const told = isThing(whom) ? "send" : `to ${whom}`;
    return { text: put(`${told}${rest}${more}`, found, sentence), sender: "", tells: true };
  }
  return null;
}

/** `Staff are informed by email`: to staff, by email. */
function withTold(sentence: string): PlainSentence | null {
  const told = readersAreTold.exec(sentence);
  const { whom = "", by = "" } = told?.groups ?? {};
  // `The callback is called`: nobody is rung.
  if (told === null || (by === "called" && voiceOf(whom) === null)) return null;
  const all = /\ball $/iu.test(told[0].slice(0, told[0].indexOf(whom))) ? "all " : "";
  return { text: put(`to ${all}${whom}${wayOf(by.toLowerCase())} `, told, sentence), sender: "", tells: true };
}

/** `Staff are called`: the verb says through what. */
function wayOf(verb: string): string {
  if (verb === "") return "";
  if (verb.includes("mail")) return " by email";
  return verb === "texted" ? " by text message" : " by phone";
}

/** `Admins get one more email`: a reminder to admins. */
function withGetting(sentence: string): PlainSentence | null {
  const gets = readersGet.exec(sentence);
  const { all = "", whom = "", more } = gets?.groups ?? {};
  if (gets === null || !isSender(whom)) return null;
  const text = put(`to ${all}${whom}${more === undefined ? "" : " reminder"}`, gets, sentence);
  // What they find or see for themselves, nobody has told them.
  return /\b(?:find|see|learn)s?\b/iu.test(gets[0]) ? { text, sender: "" } : { text, sender: "", tells: true };
}

/** `A second email goes out a day before`: send email a day before. */
function withSent(sentence: string): PlainSentence | null {
  const sent = somethingIsSent.exec(sentence);
  if (sent === null) return null;
  const { what = "" } = sent.groups ?? {};
  const does = reminderWords.test(what) ? "reminder" : "send";
  return { text: put(`${does}${channelWordsOf(what)} `, sent, sentence), sender: "" };
}

/** `The duty manager then posts it in #operations`: post it in #operations, and who does. */
function withSender(sentence: string): PlainSentence | null {
  for (const pattern of [sendsFirst, sendsLater]) {
    const active = pattern.exec(sentence);
    const { who = "", verb = "" } = active?.groups ?? {};
    if (active === null || !isSender(who)) continue;
    const does = imperativeOf(verb.replace(/^(?:(?:will|must|should|shall|also|then|always) )+/iu, ""));
    const rest = withoutQuote(sentence.slice(active.index + active[0].length));
    return { text: `${sentence.slice(0, active.index)}${does} ${rest}`, sender: isDoer(who) ? who : "" };
  }
  return null;
}

/** Of `a second email`, the way of telling. */
function channelWordsOf(what: string): string {
  const channels = findChannels(what);
  const counted = /^(?:one|an?|another|(?:the )?(?:first|second|third|final|last|next)) /iu.exec(what)?.[0] ?? "";
  return channels.length === 0 ? "" : ` ${what.slice(counted.length)}`;
}

/** `posts "started" in #bridge`: what it says is no part of who, how and when. */
function withoutQuote(rest: string): string {
  return rest.replace(/^(?:an? |the )?["“„«][^"”“»]{1,80}["”»] /u, "");
}

const isPhrase =
  /\b(?:we|i|you|it|they|this|that|which|who|will|shall|may|can|should|must|where|if|however|someone|everyone)\b/iu;

/** `They may`, `Regular status` (updates) do nothing: who sends is somebody, named without a verb. */
function isDoer(who: string): boolean {
  return !isPhrase.test(who) && !/^team$|(?:status|completion|progress|regular)$/iu.test(who) && !isThing(who);
}

function isSender(who: string): boolean {
  // `On completion the supplier …`: that is a time and then who.
  return (
    !isNamed(notSenders, who) &&
    // `a second email`
    !/^(?:first|second|third|fourth|final|last|next|another|one|further|single)$/iu.test(who) &&
    !/^(?:on|upon|at|within|until|in|from|for|under|no|not) /iu.test(who) &&
    !/ (?:by|via|per|par|over|through|im|in)$/iu.test(who)
  );
}

/** `emails` → `email`. */
function imperativeOf(verb: string): string {
  return verb
    .replace(/ies$/iu, "y")
    .replace(/(?<=sh)es$/iu, "")
    .replace(/(?<=[^s])s$/iu, "");
}

/** The sentences of a paragraph. A figure's full stop or an abbreviation's ends none. */
export function sentencesOf(paragraph: string): string[] {
  return paragraph
    .split(/(?<=[.!?])(?<!(?:^|[.!?]\s)[\p{L}']+(?: [\p{L}']+){0,2}\?)\s+(?=["“(]?\p{Lu})|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

/** The sentences of a point, where each is one: a full stop after few words parts a label; `Go.` says nothing by itself. */
export function wholeSentencesOf(text: string): readonly string[] {
  const sentences = sentencesOf(text);
  const isLabelled =
    sentences.length > 1 && /^\p{Lu}\p{L}{1,9}\.$/u.test(sentences[0] ?? "") && !tellingWords.test(sentences[0] ?? "");
  const whole = isLabelled ? sentences.slice(1) : sentences;
  return whole.every((sentence) => sentence.split(" ").length >= wholeSentence) ? whole : [text];
}

/** In words. */
const wholeSentence = 4;
