import { anyOf } from "../../any-of.ts";
import { readCellWords } from "../words/cell-words.ts";
import { changesPlace } from "./changed-places.ts";
import { namingEarlierReaders, toldBefore } from "./earlier-readers.ts";
import { adverb, auxiliary, toldOf } from "./telling-grammar.ts";

/** What begins a time, a condition or a place, and goes on with no name. */
const further = anyOf`
  as|at|on|in|by|via|to|for|from|with|no|not|immediately|straight|right
  when|once|if|unless|before|after|within|until|during|every|each
  one|two|three|four|five|six|seven|ten|twelve|fourteen|fifteen|twenty|thirty|\d+
`;
const tail = String.raw`(?<tail>(?=$|[.,;:]| ${further}(?![\p{L}'-])).*)$`;
/** A way of telling in a sentence: `by e-mail`. */
const soon = "(?: (?:immediately|at once|right away|straight away))?";
const more = String.raw`(?: (?!${further}(?![\p{L}-]))[\p{L}-]+| "[^"]{2,40}")?`;
const way = String.raw`(?:by|via|in|on|over|through) (?:the )?(?:#?[\p{L}\d_-]+)${more}${soon}`;
const whom = String.raw`(?:the |our |all |each )?[\p{L}'-]+(?: [\p{L}'-]+){0,4}?`;
const areTold = `${auxiliary} ${adverb}${toldOf}`;

/** Sentences in which two are told, each in their way; each pattern has both, and what is said of both. */
const pairs: readonly RegExp[] = [
  // `give notice to the duty contact by telephone and to the service contacts by e-mail, two hours before`
  new RegExp(`^(?<head>.*?)(?<one>\\bto ${whom} ${way}),? and (?<two>to ${whom} ${way})${tail}`, "iu"),
  // `a rollback is reported to the duty leads by phone and to everyone who had the announcement by the same means`
  new RegExp(`^(?<head>.*?)(?<one>\\bto ${whom} ${way}),? and (?<two>to ${toldBefore})${tail}`, "iu"),
  // `the night crew is told by radio and visiting astronomers by mail as soon as …`
  new RegExp(`^(?<head>(?:.*, )?)(?<one>${whom} (?<verb>${areTold}) ${way}),? and (?<two>${whom} ${way})${tail}`, "iu"),
];

const tells = anyOf`
  e-?mails?|(?:tele)?phones?|texts|calls|rings|bleeps?|tells?|informs?|notif(?:y|ies)|warns?
`;
/** `If it overruns, the duty nurse telephones the coordinator and e-mails ward managers` */
const oneDoer = new RegExp(
  `^(?<lead>(?:(?:if|when|once|should|as soon as)\\b[^,]*, )?)(?<who>(?:the |our )?[\\p{L}'-]+(?: [\\p{L}'-]+){0,4}?) ` +
    `(?<one>${tells} (?!to )${whom}),? and (?<two>${tells} ${whom})${tail}`,
  "iu",
);
/** `Send the desk an e-mail so that it can write to customers by 10:00`: who is told then, and by when. */
const writesTo = "(?:write to|e-?mail|tell|inform|notify)";
const soThatOthers = new RegExp(
  `^(?<first>[^.;]+?),? so (?:that )?(?:it|they|he|she) (?:can|may|will) ` +
    String.raw`(?<then>${writesTo} [^.;]*\b(?:by|within|before) \d.*)$`,
  "iu",
);
/** `The notice is corrected without delay and professional users are informed by e-mail` */
const twoClauses = new RegExp(
  `^(?<lead>(?:(?:if|when|once|should|as soon as|in) [^,]*, )?)(?<one>[^,]{5,}?),? and (?<two>${whom} ${areTold}(?!\\p{L}).*)$`,
  "iu",
);

/** `Vi lægger en meddelelse på siden, før vi går i gang, og sender en SMS til skolerne` */
const twoClausesAbroad =
  /^(?<one>.{5,}?),? (?:og|und|et) (?<two>(?:(?:vi|wir|nous) )?(?:sender|skriver|ringer|senden|schicken|envoyons|appelons) .+)$/iu;

/** In characters. What is longer is no sentence, and the patterns would try too much on it. */
const longestSentence = 500;

/**
 * The sentences a sentence holds in which two are told, each in their own way. What is said before both or after both is said
 * of each; a time that only one of them names holds for the other, too.
 */
export function tellingsOf(written: string): readonly string[] {
  if (written.length > longestSentence) return [written];
  // `5.9 If the downtime overruns, …`: the number of a clause.
  const sentence = namingEarlierReaders(written.replace(/^\d+(?:\.\d+)+[.)]? (?=\p{Lu})/u, ""));
  for (const pattern of pairs) {
    const { head = "", one, two, verb, tail = "" } = pattern.exec(sentence)?.groups ?? {};
    if (one === undefined || two === undefined || !bothNameWays(one, two)) continue;
    const second = verb === undefined ? two : two.replace(/ (?=(?:by|via|in|on|over|through) )/u, ` ${verb} `);
    return [`${head}${one}${tail}`, `${head}${second}${tail}`];
  }
  const { first, then } = soThatOthers.exec(sentence)?.groups ?? {};
  if (first !== undefined && then !== undefined) return [`${first}.`, `${clauseOf(first)}${then}`];
  const done = oneDoer.exec(sentence)?.groups;
  if (done !== undefined) {
    const { lead = "", who = "", one = "", two = "", tail = "" } = done;
    return [`${lead}${who} ${one}${tail}`, `${lead}${who} ${two}${tail}`];
  }
  const { lead = "", one, two } = (twoClauses.exec(sentence) ?? twoClausesAbroad.exec(sentence))?.groups ?? {};
  if (one === undefined || two === undefined || !tellsByItself(one)) return [sentence];
  return [`${lead}${one}.`, `${lead}${withTimeOf(one, two)}`];
}

/** `If you back out, ` */
function clauseOf(sentence: string): string {
  return /^(?:if|when|once|should|as soon as)\b[^,]*, /iu.exec(sentence)?.[0] ?? "";
}

function bothNameWays(one: string, two: string): boolean {
  return [one, two].every(
    (part) => part.endsWith(toldBefore) || readCellWords(part).tokens.some((token) => token.kind === "channel"),
  );
}

/** It names a way of telling, or whom. */
function tellsByItself(clause: string): boolean {
  return (
    changesPlace(clause) ||
    readCellWords(clause).tokens.some((token) => token.kind === "channel") ||
    new RegExp(`${areTold}(?!\\p{L})`, "iu").test(clause)
  );
}

const sameTime = /,? (?:at the same time|on the same day|(?:also )?then)(?=[.,;]|$)/iu;

/** `On the same day`, after a time that the first half names. */
function withTimeOf(one: string, two: string): string {
  const words = readCellWords(one);
  const times = words.tokens.filter((token) => token.kind === "when").map((token) => words.text.slice(token.start, token.end));
  if (times.length === 0) return two;
  if (sameTime.test(two)) return two.replace(sameTime, ` ${times.join(" and ")}`);
  const isTimed = readCellWords(two).tokens.some((token) => token.kind === "when");
  return isTimed ? two : `${two.replace(/\.$/u, "")} ${times.join(" and ")}.`;
}
