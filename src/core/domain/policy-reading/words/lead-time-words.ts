import { anyOf } from "../../any-of.ts";
import { work } from "./work-words.ts";

/** The words lengths of time are written with, in English, German, Danish and French. */

export const numberWords: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, "one a an ein eine einen einem un une"],
      [2, "two zwei deux to"],
      [3, "three drei trois tre"],
      [4, "four vier quatre fire"],
      [5, "five fünf cinq fem"],
      [6, "six sechs seks"],
      [7, "seven sieben sept syv"],
      [8, "eight acht huit otte"],
      [9, "nine neun neuf ni"],
      [10, "ten zehn dix ti"],
      [11, "eleven elf onze elleve"],
      [12, "twelve zwölf douze tolv"],
      [13, "thirteen dreizehn treize tretten"],
      [14, "fourteen vierzehn quatorze fjorten"],
      [15, "fifteen fünfzehn quinze femten"],
      [16, "sixteen sechzehn seize seksten"],
      [17, "seventeen siebzehn sytten"],
      [18, "eighteen achtzehn atten"],
      [19, "nineteen neunzehn nitten"],
      [20, "twenty zwanzig vingt tyve"],
      [21, "twenty-one einundzwanzig"],
      [24, "twenty-four vierundzwanzig vingt-quatre"],
      [30, "thirty dreißig trente tredive"],
      [40, "forty vierzig quarante"],
      [45, "forty-five fünfundvierzig"],
      [48, "forty-eight achtundvierzig quarante-huit"],
      [50, "fifty fünfzig cinquante"],
      [60, "sixty sechzig soixante"],
      [72, "seventy-two zweiundsiebzig"],
      [90, "ninety neunzig"],
    ] as const
  ).flatMap(([amount, words]) => words.split(" ").map((word) => [word, amount] as const)),
);

// The longest first: `six` begins `sixteen`.
const byLength = [...numberWords.keys()].sort((one, other) => other.length - one.length);
/** `3`, `three`; the `two` of `thirty-two` is none. */
export const number = `(?<!\\p{L}-)(?:\\d{1,4}|(?:${byLength.join("|")})(?!\\p{L}))`;

const businessDays = anyOf`
  (?:clear |full )?(?:business|working|work|office|week)[ -]?days?|bds?|wds?
  // German
  werktagen?|werktage?|arbeitstagen?|arbeitstage?
  // Danish
  arbejdsdage?|hverdage?
  // French
  jours? ouvr(?:és?|ables?)
`;
const days = anyOf`
  (?:clear |full )?(?:calendar )?days?|d
  // German
  kalendertagen?|tagen?|tage?
  // Danish and French
  dage?|jours?
`;
export const units = [
  ["minutes", "min(?:ute)?s?|minuten|minutter"],
  ["hours", "hours?|hrs?|h|stunden?|std|timers?|heures?"],
  ["businessDays", businessDays],
  ["days", days],
  ["fortnights", "fortnights?"],
  ["weeks", "(?:calendar )?weeks?|wks?|w|wochen?|uger?|semaines?"],
  ["months", "months?|monaten?|monate?|måneder|måned|mois"],
] as const;
export type Unit = (typeof units)[number][0];
export const unit = `(?:${units.map(([, pattern]) => pattern).join("|")})`;

/** What makes a length a promise. */
export const least = anyOf`
  at least|a minimum of|min(?:imum)?\.?(?: of)?|no less than|not less than|no later than|not later than|at the latest
  // German
  mindestens|spätestens
  // Danish
  mindst|senest
  // French
  au moins|au minimum
`;
/** What makes a length a target. */
export const preferably = anyOf`
  preferably(?: as much as| up to)?|ideally|preferred|aimed at|target(?: of)?|recommended|best
  // German
  möglichst|idealerweise
  // Danish
  helst
  // French
  de préférence|idéalement
`;
/** What makes a length one by which something is repeated. */
export const every = "(?:every|each|alle|hver|toutes les)";
/** What makes a length one that runs from somewhere. */
export const within = anyOf`
  (?:in|during|over) the(?: last)?(?= ${number}\s?(?:weeks?|days?|months?))
  within|innerhalb(?: von)?|inden for|dans les
`;

export const after = "(?:after|following|post|from|since|nach|efter|après)";
const earlier = anyOf`
  prior(?: to)?|before(?:hand)?|in advance(?: of)?|advance(?: notice)?|ahead(?: of)?|notice|lead(?:[ -]time)?
  // German
  vorher|vor|im voraus|vorlauf
  // Danish
  før|i forvejen|varsel
  // French
  avant|à l'avance|de préavis
`;
export const before = `(?:of )?${earlier}`;

const workThatStarts = "(?:it|we|you|they|window|work|works|maintenance|outage|downtime|shut-?down)";
const starts = "(?:starts?|begins?|commences?)";
const effect = "(?:effective(?: date)?|effect|into (?:force|effect))";
const ofWork = "(?: (?:the|each|any|every|a|planned|scheduled|start of|of)){0,3}";
const frenchWork = "(?:travaux|intervention|maintenance|coupure)(?: (?:planifiée?s?|programmée?s?|prévue?s?))?";
/** What a time is counted from, with the blank before it: the work, its start, or the day it takes effect. */
export const fromWhat = anyOf`
  // Before the planned maintenance starts
  [ ](?:the |each |any |every )?(?:(?:maintenance|change|release|service|planned|scheduled) )?${workThatStarts} ${starts}
  ${ofWork} (?:${work}|relocation|launch|interruption)(?: (?:events?|windows?|periods?))?(?: ${starts}(?!\p{L}))?
  // Before it comes into force
  (?: (?:the|its|it|they))? ?(?:(?:becomes?|is|are|going|goes?|takes?|comes?|coming) )?(?: ?${effect})
  // German
  [ ](?:der|dem|den|einer|jeder) (?:wartung(?:en)?|änderung(?:en)?|umstellung|arbeiten?)
  // Danish
  [ ](?:servicevinduet?|driftsstoppet|arbejdet|ændringen)
  // French
  [ ](?:(?:les?|la|des|du|toute?s?|chaque) |l')${frenchWork}
  // Before it
  [ ](?:it|then)(?! (?:is|are|was|may|can)\b)
`;

/** What a length may be of, instead of the time before it. */
export const lengthNoun = "(?:outage|downtime|interruption|maintenance|window|long|duration|ausfall|nedetid)";

/** `If it takes longer than`, before a length. */
export const beforeLength = new RegExp(
  anyOf`
    (?:longer|more|less|shorter|greater|over|under|exceed(?:s|ing)?|lasts?|takes?|up to)(?: than)?\s*$
    // German
    (?:länger|mehr|kürzer|weniger) als\s*$
    // Danish
    (?:længere|mere) end\s*$
    // French
    (?:plus|moins) (?:de|longue? que)\s*$
    [<>≤≥]\s*$
  `,
  "iu",
);
