/** The grammar of English sentences that say who is told, as patterns in which `whom` is told by `who`. */

const determiner = "(?:the|all|our|any|each|every|both|their|its|his|her|your)";
const noName =
  "is|are|was|were|be|been|being|has|have|had|will|shall|must|should|may|might|can|could|would|do|does|not|by|via|through|per|using|when|if|once|as|before|after|during|until|unless|while|since|within|that|which|who|whose|then|also|normally|usually|always|immediately|get|gets|receive|receives|hear|hears|know|to|from|about|with|without|under|over|above|below|between|against|around|like|than|so|because|such|new|this|these|those|the|all|a|an|we|you|they|i|no|nobody|at|on|in|for|and|or|but|only|additionally|please|let|go|goes|went|come|comes|send|sends|post|posts|publish|publishes|announce|announces|tell|tells|inform|informs|notify|notifies|remind|reminds|warn|warns|email|emails|told|informed|notified|sent|posted|notice|notices|notification|notifications|announcement|message|messages|reminder|reminders";
const word = `(?!(?:${noName})(?![\\p{L}'-]))\\p{L}[\\p{L}\\p{N}&'/-]*`;
const phrase = `(?:${determiner} ){0,2}${word}(?: (?:(?:of|in|at|for) (?:${determiner} ){0,2}|(?:and|&) (?:${determiner} ){0,2})?${word}){0,5}`;
const people = `${phrase}(?:(?:, ${phrase}){0,3},? (?:and|or) ${phrase})?`;
export const adverb =
  "(?:(?:also|then|always|normally|usually|automatically|additionally|directly|first|immediately|promptly|all|both) )*";
export const auxiliary = "(?:is|are|will be|must be|should be|shall be|has to be|have to be|need to be|needs to be|gets?)";
const modal = "(?:(?:will|must|should|shall|has to|have to|needs? to) )?";
const byMail = "e-?mail(?:ed|s)?|text(?:ed|s)?|call(?:ed|s)?|phon(?:ed|es?)|r(?:u|i)ngs?";
export const toldOf = `informed|told|notified|warned|alerted|briefed|messaged|reminded|advised(?! to )|contacted|updated|${byMail}`;
const tells = `inform|tell|notify|notifie|warn|alert|brief|message|remind|advise|update|e-?mail|text|call|phone|ring`;
const shows =
  "sent|posted|published|e-?mailed|mailed|shown|displayed|put|placed|announced|issued|given|shared|distributed|circulated|communicated|sends?|posts?|publish(?:es)?|announces?|issues?|gives?|shares?|distributes?|circulates?|communicates?|displays?|shows?|puts?|places?|schedules?|makes?(?= an? )|writes?|goes(?: out)?|go(?: out)?|appears?";
const begin = "(?<=^|[,:;] *|\\b(?:and|then|also|please) )";

/** Most sentences have none, and need not be looked at. */
export const anyVerb = new RegExp(
  `(?<!\\p{L})(?:${toldOf}|(?:${tells})(?:s|es)?|${shows}|let|keep|gets?|receives?|hears?|given?|sent)(?!\\p{L})`,
  "iu",
);

/** Each with who is told; the likeliest first. */
export const readersAre: readonly RegExp[] = [
  new RegExp(`${begin}(?<whom>${people}) ${adverb}${auxiliary} ${adverb}(?:${toldOf})(?!\\p{L})`, "iu"),
  new RegExp(`\\b(?:let|keep) (?<whom>${people}) (?:know|informed|updated|posted|up to date)(?!\\p{L})`, "iu"),
  new RegExp(
    `${begin}(?<whom>${people}) ${adverb}${modal}${adverb}(?:gets?|receives?|hears?|are sent|is sent|are given|is given)(?!\\p{L})`,
    "iu",
  ),
  new RegExp(
    `${begin}(?:(?<who>${people}|we|you|they) ${adverb}${modal}${adverb})?(?:${tells})(?:s|es)? (?<whom>${people})(?=$| |[.,;:])`,
    "iu",
  ),
  new RegExp(`\\bprovides? (?<whom>${people}) with(?!\\p{L})`, "iu"),
  new RegExp(`\\bgives? (?<whom>${people}) (?=notice|a notice|warning|an update|at least|\\d)`, "iu"),
];
export const isShown = new RegExp(`(?<!\\p{L})(?:${shows})(?!\\p{L})`, "iu");
export const shownTo = new RegExp(`(?<!\\p{L})(?:to|for) (?<whom>${people})(?=$| |[.,;:])`, "giu");
export const sends = new RegExp(
  `${begin}(?<who>${people}) ${adverb}${modal}${adverb}(?:sends|posts|publishes|announces|issues|shares|writes|puts|makes)(?!\\p{L})`,
  "iu",
);
