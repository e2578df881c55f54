import { anyOf } from "../../any-of.ts";
import { wholeWords } from "./plain-text.ts";

/** The words beside the names of readers, in cells and in sentences. */

const telling = anyOf`
  notify|notifies|notified|notifying|notification|notifications|notice|notices
  inform|informs|informed|informing|alert|alerts|alerted|alerting|tell|tells|told|telling
  message|messages|messaged|announce|announced|announcement|announcements|warning|reminder|reminders|remind
  communicate|communication|communications|comms?|send|sends|sent|post|posted|posts|emails|emailing
  update|updates|updated|entry|entries|line|note|word|put|puts|writing|written|pr|channel|channels
  // German
  meldung|nachricht|information|informieren|benachrichtigen|melden|schreiben|senden|posten|kanal|erinnerung
  // Danish
  kanalen|besked|underret|orienter|påmindelse
  // French
  informer|prévenir|publier|canal|rappel
`;
const smallWords = anyOf`
  in|to|the|a|an|via|by|on(?![ -]call)|through|using|of|for|with|and|or|also|plus|at|from|as|per|about|regarding|concerning
  please|must|should|shall|will|be|is|are|least|only|relevant|respective|appropriate|another|short|brief
  then|again|once more|follow-?up|before|advance|prior|e\.?g|i\.?e|ie|etc|they|them|we|you|your|our
  // German
  an|per|und|oder|im|in|auf|über|die|der|dem|den|ihr|du|kurze?[nrs]?
  danach|dann|erneut|nochmals|außerdem|zusätzlich|auch|ebenfalls
  // Danish
  i|på|og|til|igen|derefter|desuden|også|ligeledes
  // French
  sur|et|ou|par|aux|les|des|dans|vous|votre|puis|ensuite|encore|aussi|également
`;
/** Words that carry no meaning of their own in a cell about notices. */
export const filling = wholeWords(`${telling}|${smallWords}`);

/** `Final reminder`, `written notice`: which of several it is, and nobody's name. */
export const qualifiers = wholeWords(anyOf`
  written|formal|official|brief|quick|direct|personal|automated?|first|second|third|final|last|initial|early
  // German
  erste[rs]?|letzte[rs]?
  // Danish
  første|sidste
  // French
  premi(?:er|ère)|derni(?:er|ère)
`);

/** Words of a sentence, which stand in no name of readers: `when it has ended`, `Board meets`. */
export const grammar = wholeWords(anyOf`
  mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?
  it|its|he|she|you|this|these|those|when|while|where|because|although|if|than
  has|have|had|is|are|was|were|been|being|need|needs?|may|might|can|could|would|also
  gets?|receives?|hears?|finds?|sees?|meets?|begins?|began|ends|ended|takes?|takes place|asks?|lasts?|wants?
  require|require[sd]|specified|provides?|provided|ensure|makes?|keeps?|includ(?:e|es|ing)|contacting|followed
  // German
  montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?
  wenn|weil|wird|werden|wirst|ist|sind|hat|haben|angekündigt|informiert|benachrichtigt
  // Danish
  hvis|når|er|har
  // French
  quand|lorsque|qui|dont|sont|est|seront|sera|serez|serons|adressera|faisait|fait|avons|avez
`);

/** `Everyone else`: who that is depends on who was named before. */
export const remainder = wholeWords("else|others?|the rest|rest|remaining|übrigen?|anderen?|øvrige|andre|autres?");

/** Words that leave somebody or something out. */
export const limiting = wholeWords(anyOf`
  not|no|except|unless|only|excluding|without|but
  // German, Danish and French
  nicht|außer|kein\p{L}*|ikke|undtagen|sauf|pas
`);

/** Every way of telling, and nobody's name. */
export const everyChannel =
  /(?<!\p{L})(?:all|every|both|alle|alla|tous les) (?:(?!through|via)\p{L}+ )?(?:channels?|kanaler?|kanäle|canaux)(?!\p{L})/giu;

/** `Orders the change with the vendor` holds a verb: an article in a name stands behind `of` and its like. */
export const verbInside =
  /(?<!(?:^|\s)(?:of|for|in|at|on|by|from|with|to|and|or|all|both|as|per)) (?:the|an?|its|their|our|your|this|that) \p{L}/iu;

/** `Second`, of the second mail. */
export const countsOnly =
  /^(?:the )?(?:first|second|third|fourth|final|last|next|one|two|three|four|another|each|both|other|primary|secondary)$/iu;

const known = "(?:notified|informed|told|mentioned|listed|named|same|aforementioned)";
const readers = "(?:parties|people|persons|recipients|groups|audiences?|readers|stakeholders)";
const whoWere = "(?:who |that )?(?:(?:was|were|has been|have been|is|are) )?(?:told|notified|informed|mentioned)";
/** Those who were named before, and not here. */
export const pointer = new RegExp(
  anyOf`
    \b${known} ${readers}\b
    \b(?:everyone|everybody|all|those|whoever) ${whoWere}\b
  `,
  "iu",
);

const purposes = anyOf`
  coordination|information|notification|awareness|review|comments?|action|reference|preparation
`;
/** `Customers for coordination of the test`: what they are told for. */
export const aside = new RegExp(
  String.raw` for (?:(?:their|your) )?${purposes}(?: of\b.*)?$| at (?:\p{L}+ )?intervals(?: of)?$`,
  "iu",
);
