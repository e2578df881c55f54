import { anyOf } from "../../any-of.ts";

/** The grammar of English sentences that say who is told, as patterns in which `whom` is told by `who`. */

const begin = String.raw`(?<=^|[,:;] *|\b(?:and|then|also|please) )`;

const determiner = "(?:the|all|our|any|each|every|both|their|its|his|her|your)";
const noName = anyOf`
  // Verbs that help others
  is|are|was|were|be|been|being|has|have|had|do|does
  will|shall|must|should|may|might|can|could|would
  not|no|nobody
  // What leads to a way, a time or a place
  by|via|through|per|using|to|from|about|with|without|at|on|in|for
  under|over|above|below|between|against|around|like|than
  when|if|once|as|before|after|during|until|unless|while|since|within
  that|which|who|whose|so|because|such|and|or|but
  // How often
  less|more|fewer|often|seldom
  then|also|normally|usually|always|immediately|only|additionally|please
  // Words in the place of a name
  new|this|these|those|the|all|a|an|we|you|they|i
  // Telling and hearing
  get|gets|receive|receives|hear|hears|know|let|go|goes|went|come|comes
  send|sends|post|posts|publish|publishes|announce|announces|tell|tells|inform|informs
  notify|notifies|remind|reminds|warn|warns|email|emails|told|informed|notified|sent|posted
  // What is sent
  notice|notices|notification|notifications|announcement|message|messages|reminder|reminders
`;
const word = String.raw`(?!${noName}(?![\p{L}'-]))\p{L}[\p{L}\p{N}&'/-]*`;
const articles = `(?:${determiner} ){0,2}`;
/** `all users of the booking system and its partners` */
const phrase = `${articles}${word}(?: (?:(?:of|in|at|for) ${articles}|(?:and|&) ${articles})?${word}){0,5}`;
/** `the wards, the laboratory and all pharmacies` */
const people = `${phrase}(?:(?:, ${phrase}){0,3},? (?:and|or) ${phrase})?`;

const adverbs = anyOf`
  also|then|always|normally|usually|automatically|additionally
  directly|first|immediately|forthwith|promptly|all|both
`;
export const adverb = `(?:${adverbs} )*`;
export const auxiliary = "(?:is|are|will be|must be|should be|shall be|has to be|have to be|need to be|needs to be|gets?)";
const modal = "(?:(?:will|must|should|shall|has to|have to|needs? to) )?";

export const told = anyOf`
  informed|told|notified|warned|alerted|briefed|messaged|reminded
  kept (?:informed|updated|posted|in the (?:picture|loop))
`;
const byMailOrPhone = anyOf`
  e-?mail(?:ed|s)?|text(?:ed|s)?
  call(?:ed|s)?|(?:tele)?phon(?:ed|es?)|r(?:u|i)ngs?|bleep(?:ed|s)?
`;
export const toldOf = `(?:${told}|advised(?! to )|contacted|updated|written to|${byMailOrPhone})`;
const tell = anyOf`
  inform|tell|notify|notifie|warn|alert|brief|message|remind|advise|update
  e-?mail|text|call|phone|telephone|ring|bleep
`;
const tells = `${tell}(?:s|es)?`;
const shows = anyOf`
  sent|posted|published|e-?mailed|mailed|shown|displayed|put|placed|announced
  issued|given|shared|distributed|circulated|communicated
  sends?|posts?|publish(?:es)?|announces?|issues?|gives?|shares?|distributes?|circulates?|communicates?
  displays?|shows?|puts?|places?|schedules?
  makes?(?= an? )
  writes?|goes(?: out)?|go(?: out)?|appears?
  (?:confirms?|reports?)(?= (?:to|on|in|by|that|the|its|it) )|reported
`;
const gets = "(?:gets?|receives?|hears?|are sent|is sent|are given|is given)";
const senders = anyOf`
  sends|posts|publishes|announces|issues|shares|writes|puts|makes
  (?:confirms|reports)(?= (?:to|on|in|by|that|the|its|it) )
`;
const send = "(?:send|post|publish|announce|issue|share|write|put|make|give|confirm|report)";
const mustSend = `(?:will|must|should|shall|has to|have to|needs? to) ${adverb}${send}`;

/** Most sentences have none, and need not be looked at. */
export const anyVerb = new RegExp(
  String.raw`(?<!\p{L})(?:${toldOf}|${tells}|${shows}|let|keep|gets?|receives?|hears?|given?|sent)(?!\p{L})`,
  "iu",
);

/** Each with who is told; the likeliest first. */
export const readersAre: readonly RegExp[] = [
  // `All users will be informed`
  new RegExp(String.raw`${begin}(?<whom>${people}) ${adverb}${auxiliary} ${adverb}${toldOf}(?!\p{L})`, "iu"),
  // `keep the wards informed`
  new RegExp(String.raw`\b(?:let|keep) (?<whom>${people}) (?:know|informed|updated|posted|up to date)(?!\p{L})`, "iu"),
  // `Account owners receive an email`
  new RegExp(String.raw`${begin}(?<whom>${people}) ${adverb}${modal}${adverb}${gets}(?!\p{L})`, "iu"),
  // `The service desk tells the wards`
  new RegExp(
    `${begin}(?:(?<who>${people}|we|you|they) ${adverb}${modal}${adverb})?${tells} (?<whom>${people})(?=$| |[.,;:])`,
    "iu",
  ),
  // `provide customers with notice`, `give members a notice`
  new RegExp(String.raw`\bprovides? (?<whom>${people}) with(?!\p{L})`, "iu"),
  new RegExp(String.raw`\bgives? (?<whom>${people}) (?=notice|a notice|warning|an update|at least|\d)`, "iu"),
];

/** `A banner is shown`, with `to all visitors` after it. */
export const isShown = new RegExp(String.raw`(?<!\p{L})${shows}(?!\p{L})`, "iu");
export const shownTo = new RegExp(String.raw`(?<!\p{L})(?:to|for) (?<whom>${people})(?=$| |[.,;:])`, "giu");
/** `The duty officer posts …` */
export const sends = new RegExp(String.raw`${begin}(?<who>${people}) ${adverb}(?:${senders}|${mustSend})(?!\p{L})`, "iu");
