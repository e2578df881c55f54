import { isNamed, wholeWords } from "./plain-text.ts";

const passive = "(?:is|are|will be|must be|should be|shall be|gets?|have to be|has to be|need to be) (?:also |always |then )?";
const informed = "(?:informed|told|notified|warned|alerted|briefed|emailed|e-mailed|messaged|reminded)";
const published = "(?:announced|posted|published|communicated|sent(?: out)?|shared|issued|given)";
const verbs =
  "(?<!')(?:(?:will |must |should |shall |also |then |always ){0,3})(?:e-?mails?|posts?|informs?|notif(?:y|ies)|tells?|warns?|alerts?|sends?|announces?|reminds?|writes?(?= to)|messages?|publish(?:es)?|updates?)";
const subject = "[\\p{L}'-]+(?: [\\p{L}'-]+){0,5}?";

const readersAreTold = new RegExp(
  `(?<=^|[,:;] )(?:(?:the|all|our) )?(?<whom>${subject}) ${passive}${informed}(?: of (?:it|this))?`,
  "iu",
);
/** `Admins get one more email`, `Visitors find a notice on the home page`, `Counter staff hear of it in #counters`. */
const readersGet = new RegExp(
  `(?<=^|[,:;] )(?<all>all )?(?:(?:the|our|our own) )?(?<whom>${subject}) (?:(?:will|also|then|should|always) ){0,3}(?:gets?|receives?|finds?|sees?|hears?|learns?)(?: (?:of|about) (?:it|this|that))?(?: (?<more>one more|another|a further|a second)| an?| the| this)?(?= )`,
  "iu",
);
const somethingIsSent = new RegExp(
  `(?<=^|[,:;] )(?:an?|the|all|this|each|every)? ?(?<what>${subject}) ${passive}${published}`,
  "iu",
);
const sendsFirst = new RegExp(`(?<=^|[,:;] )(?:the |our |a )?(?<who>${subject}) (?<verb>${verbs}) `, "iu");
const sendsLater = new RegExp(`(?<= )(?:the|our) (?<who>[\\p{L}'-]+(?: [\\p{L}'-]+){0,2}?) (?<verb>${verbs}) `, "iu");
const remindsOf = /\bremind(?:er)?s?\b|\berinnerung\b|\brappel\b|\bpåmindelse\b/iu;
const notSenders = wholeWords(
  "if|when|once|as|after|before|during|by|to|please|then|and|or|also|additionally|email|mail|slack|teams|post|send|no|not|do|always",
);

/** A sentence without its grammar: who sends it, and the rest as a list would have it (`Theatres are told by email` → `to Theatres by email`). */
export type PlainSentence = { readonly text: string; readonly sender: string };

/**
 * Puts a sentence into the words of a list, so that one reader understands both. What is announced drops out, since a window
 * is what every notice is about; a sender becomes the one who sends.
 */
export function plainSentence(sentence: string): PlainSentence {
  const { text, sender } = withoutGrammar(sentence.replace(/ +/gu, " "));
  return { text: text.replace(/ {2,}/gu, " ").trim(), sender };
}

function withoutGrammar(sentence: string): PlainSentence {
  const told = readersAreTold.exec(sentence);
  if (told !== null) {
    const all = /\ball $/iu.test(told[0].slice(0, told[0].indexOf(told.groups?.whom ?? ""))) ? "all " : "";
    return {
      text: `${sentence.slice(0, told.index)}to ${all}${told.groups?.whom ?? ""} ${sentence.slice(told.index + told[0].length)}`,
      sender: "",
    };
  }
  const gets = readersGet.exec(sentence);
  if (gets !== null && isSender(gets.groups?.whom ?? "")) {
    const { all = "", whom = "", more } = gets.groups ?? {};
    const rest = sentence.slice(gets.index + gets[0].length);
    return {
      text: `${sentence.slice(0, gets.index)}to ${all}${whom}${more === undefined ? "" : " reminder"}${rest}`,
      sender: "",
    };
  }
  const sent = somethingIsSent.exec(sentence);
  if (sent !== null) {
    const what = sent.groups?.what ?? "";
    return {
      text: `${sentence.slice(0, sent.index)}${remindsOf.test(what) ? "reminder" : "send"} ${sentence.slice(sent.index + sent[0].length)}`,
      sender: "",
    };
  }
  const active = [sendsFirst, sendsLater]
    .map((pattern) => pattern.exec(sentence))
    .find((match) => match !== null && isSender(match.groups?.who ?? ""));
  if (active === undefined || active === null) return { text: sentence, sender: "" };
  const who = active.groups?.who ?? "";
  const verb = (active.groups?.verb ?? "").replace(/^(?:(?:will|must|should|shall|also|then|always) )+/iu, "");
  return {
    text: `${sentence.slice(0, active.index)}${imperativeOf(verb)} ${withoutQuote(sentence.slice(active.index + active[0].length))}`,
    sender: /^(?:we|i|you|it|they|this|that|which|who|team|someone|everyone)$/iu.test(who) ? "" : who,
  };
}

/** `posts "started" in #bridge`: what it says is no part of who, how and when. */
function withoutQuote(rest: string): string {
  return rest.replace(/^(?:an? |the )?["“„«][^"”“»]{1,80}["”»] /u, "");
}

function isSender(who: string): boolean {
  return !isNamed(notSenders, who) && !/ (?:by|via|per|par|over|through|im|in)$/iu.test(who);
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
    .split(/(?<=[.!?])\s+(?=["“(]?\p{Lu})|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
