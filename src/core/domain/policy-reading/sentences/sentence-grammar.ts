import { anyOf } from "../../any-of.ts";
import { wholeWords } from "../words/plain-text.ts";
import { areToldInDanish, areToldInFrench } from "./telling-abroad.ts";
import { auxiliary, told } from "./telling-grammar.ts";

/** Sentences by their grammar, as patterns in which `whom` is told, `what` is sent, and `who` tells with a `verb`. */

const begin = "(?<=^|[,:;] )";
const passive = `${auxiliary} (?:also |always |then )?`;
const informed = `(?:${told}|(?<by>e-?mailed|mailed|called|phoned|rung|texted))`;
const published = "(?:announced|posted|published|communicated|sent(?: out)?|shared|issued|given)";
const verb = anyOf`
  confirms?(?= [^.]{0,60}\bto )
  e-?mails?|mails
  (?:phones|calls|rings|texts)(?= (?:the|our|all|each|every|their|its|both|\p{L}+s) )
  puts?(?= (?:it|this|an?|the|up|in|on) )
  posts?|informs?|notif(?:y|ies)|tells?|warns?|alerts?|sends?|announces?|reminds?
  writes?(?= to)
  messages?|publish(?:es)?|updates?
`;
const verbs = `(?<!')(?:(?:will |must |should |shall |also |then |always ){0,3})${verb}`;
const name = String.raw`[\p{L}'-]+(?: [\p{L}'-]+)`;
const subject = `${name}{0,5}?`;

/** `The portal users are informed of it`. */
export const readersAreTold = new RegExp(
  `${begin}(?:(?:the|all|our) )?(?<whom>${subject}) ${passive}${informed}(?: of (?:it|this))?`,
  "iu",
);

const get = "(?:(?:will|also|then|should|always) ){0,3}(?:gets?|receives?|finds?|sees?|hears?|learns?)";
/** `Admins get one more email`, `Visitors find a notice on the home page`, `Counter staff hear of it in #counters`. */
export const readersGet = new RegExp(
  `${begin}(?<all>all )?(?:(?:the|our|our own) )?(?<whom>${subject}) ${get}(?: (?:of|about) (?:it|this|that))?` +
    "(?: (?<more>one more|another|a further|a second)| an?| the| this)?(?= )",
  "iu",
);

/** `A second email goes out`, `Every change is announced`. */
export const somethingIsSent = new RegExp(
  `${begin}(?:an?|the|all|this|each|every)? ?(?<what>${subject}) (?:${passive}${published}|goes? out|appears?)(?!\\p{L})`,
  "iu",
);

/** `The duty manager emails …`: who sends. */
export const sendsFirst = new RegExp(`${begin}(?:the |our |a )?(?<who>${subject}) (?<verb>${verbs}) `, "iu");
/** In `before the start the operator posts` the operator does it. */
const withoutArticle = String.raw`[\p{L}'-]+(?: (?!(?:the|our) )[\p{L}'-]+)`;
/** `Two days before, at noon the duty manager emails …`. */
export const sendsLater = new RegExp(`(?<= )(?:the|our) (?<who>${withoutArticle}{0,2}?) (?<verb>${verbs}) `, "iu");

const figure = "(?:one|two|three|four|five|six|seven|ten|fifteen|twenty)";
const gives = "(?:(?:shall|must|will|should) )?gives? (?:the |our )?";
/** `The supplier shall give the authority ten days' notice by email`. */
export const givesNotice = new RegExp(
  String.raw`${begin}(?:the |our |a )?(?<who>${name}{0,3}?) ${gives}(?<whom>\p{L}[\p{L}'-]*(?: [\p{L}'-]+){0,3}?) ` +
    String.raw`(?=not less|no less|at least|a minimum|as much|\d|${figure}\b)`,
  "iu",
);

/** What is no sender, though a verb follows it: `then send`. */
export const notSenders = wholeWords(anyOf`
  if|when|once|as|after|before|during|by|to|please|then|and|or|also|additionally
  text|sms|phone|banner|push|email|mail|slack|teams|post|send
  no|not|do|always
`);

const does = "(?:post|e-?mail|send|announce|call|tell|notify|inform|publish|update|message|write)";
const office = "(?:manager|owner|lead|leader|coordinator|officer|engineer|master|administrator|desk)";
/** `Post in #news (product owner)`: who does it, where the readers are named. */
export const doer = new RegExp(
  String.raw`^(?<what>${does}\b.*(?:#[\p{L}\d_-]+|\bto \p{L}.*)) \((?<who>(?:the )?\p{L}[\p{L} -]{2,40}${office})\)\s*$`,
  "iu",
);

const reader = String.raw`(?<whom>\p{L}[\p{L}' -]{2,60}?)`;
const toldInGerman = "(?:informiert|benachrichtigt|verständigt|unterrichtet|angeschrieben)";
const howInGerman = String.raw`(?:per|über|via|durch|im|in|spätestens|mindestens|sofort|umgehend|unverzüglich|\d)`;

/** `Les clients sont prévenus par courriel`, `Kunden werden per Mail informiert`, `Borgere får besked på intranettet`. */
export const abroad: readonly RegExp[] = [
  new RegExp(`(?<=^|, )(?:les |la |le |l'|nos )?${reader} ${areToldInFrench}(?<rest>.*)$`, "iu"),
  new RegExp(
    `(?<=^|, )(?:werden |wird )(?:die |der |das |den |unsere )?${reader}(?<rest> ${howInGerman}.*?) ${toldInGerman}(?<more>.*)$`,
    "iu",
  ),
  new RegExp(`(?<=^|, )(?:die |der |das |unsere )?${reader} (?:werden|wird)(?<rest>.*?) ${toldInGerman}(?<more>.*)$`, "iu"),
  new RegExp(`(?<=^|, )${reader} (?:får besked|får meddelelse|${areToldInDanish})(?<rest>.*)$`, "iu"),
];

/** Most sentences have none of these words, and need not be looked at. */
export const anyAbroad = new RegExp(
  `(?<!\\p{L})(?:sont|est|seront|sera|doivent|werden|wird|får|${areToldInDanish})(?!\\p{L})`,
  "iu",
);
