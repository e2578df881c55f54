import { anyOf } from "../any-of.ts";
import { chatStopsIn, partAround } from "./reading/sentences.ts";

const tells = anyOf`
  write|post|update|inform|notify|remind|report|message|send|share
  (?:provide|give|issue|publish) (?:\w+ ){1,2}(?:updates?|reports?|messages?|status)
`;
const promises = anyOf`
  // “Next word: …”
  \bnext (?:word|update|message|notice|news|mail|post|status(?: report)?|progress report)\b
  // “We will write again at …”
  \bwe(?: will| shall|['’]ll)? (?:next |also |then )?${tells}\b
  \bwe(?: will| shall|['’]ll) (?:be in touch|get back|let you know|tell you|keep you)\b
  // “You will hear from us …”
  \b(?:hear|get word) from us\b
  \byou(?: will|['’]ll)? (?:next |also )?(?:hear|get|receive) (?:\w+ ){0,3}(?:update|message|word|again|next|mail)s?\b
  // “Updates every hour”
  \b(?:further |more |hourly |regular )?updates? (?:follow|every|here|will|come|are (?:sent|posted))\b
  \bhourly updates?\b
`;
/** Sentences that promise a further message. */
const promise = new RegExp(promises, "iu");

export function promisesNextWord(sentence: string): boolean {
  return promise.test(sentence);
}

/** Whether the words around a place promise a further message: of a line in a chat those between two full stops. */
export function promisesNextWordAt(text: string, from: number, to: number): boolean {
  return promise.test(text) && promise.test(partAround(text, chatStopsIn(text), from, to));
}
