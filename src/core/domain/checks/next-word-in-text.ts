/** Sentences that promise a further message: “Next word: …”, “we will write again at …”, “updates every hour”. */
const promise =
  /\bnext (?:word|update|message|notice|news|mail|post|status(?: report)?|progress report)\b|\bwe(?: will| shall|['’]ll)? (?:next |also |then )?(?:write|post|update|inform|notify|remind|report|message|send|share|(?:provide|give|issue|publish) (?:\w+ ){1,2}(?:updates?|reports?|messages?|status))\b|\bwe(?: will| shall|['’]ll) (?:be in touch|get back|let you know|tell you|keep you)\b|\b(?:hear|get word) from us\b|\byou(?: will|['’]ll)? (?:next |also )?(?:hear|get|receive) (?:\w+ ){0,3}(?:update|message|word|again|next|mail)s?\b|\b(?:further |more |hourly |regular )?updates? (?:follow|every|here|will|come|are (?:sent|posted))\b|\bhourly updates?\b/iu;

export function promisesNextWord(sentence: string): boolean {
  return promise.test(sentence);
}
