import { findAll, wholeWords } from "./plain-text.ts";

/** When only, as far as words say: a felt impact, affected customers, or something the app can't know. */
export type ConditionKind = "impact" | "customers" | "unsure";
type FoundCondition = { readonly start: number; readonly end: number; readonly kind: ConditionKind };

const opening =
  "only (?:if|when|where|for)|if|when|where|unless|in case of|in the event of|except|nur bei|nur wenn|falls|wenn|kun ved|kun hvis|hvis|ved|si|en cas d[e']|seulement";
const people = "customers?|clients?|users?|external|hospitals?|partners?|kunden|nutzer|kunder|brugere|utilisateurs";
/** `Wenn Mieter betroffen sind`: whoever they are, somebody is struck. */
const struck =
  "(?:is |are |ist |er |bliver |sont |est )?(?:affected|impacted|inconvenienced|betroffen|berørte?|concernée?s?|touchée?s?|impactée?s?)";
const felt =
  "impact\\w*|downtime|outages?|disrupt\\w*|degrad\\w*|interrupt\\w*|service[- ](?:impacting|affecting)|ausfall\\w*|nedetid|unavailab\\w*|interruption";

const customers = wholeWords(
  `(?:${opening}) (?:(?:[\\p{L}'-]+ ){1,4}?(?:${struck})(?: (?:sind|ist|werden|are|is))?|(?:[\\p{L}'-]+ ){0,3}?(?:(?:${people})(?:\\/(?:${people}))?(?:[ -](?:are|is|facing|will be|would be))?(?:[ -](?:affected|impact\\w*|facing|affecting))?|affect\\w* (?:[\\p{L}'-]+ ){0,2}?(?:${people})(?:\\/(?:${people}))?))`,
);
const impact = wholeWords(
  `(?:(?:${opening}) |en cas d')(?:(?:there|it|is|are|an?|any|une?|eine?|ein|en|et|the|significant|user-facing|service|planned) ){0,4}(?:${felt})(?: (?:is |are |est |sont |wird |er )?(?:expected|anticipated|likely|planned|foreseen|prévue?s?|attendue?s?|erwartet|geplant|forventet|forventes))?`,
);
const unsure = wholeWords(
  "(?:if|when|as|where)(?: and when| or when)? (?:needed|required|necessary|applicable|appropriate|relevant|possible|requested|warranted)|optional(?:ly)?|on request|bei bedarf|falls nötig|ved behov|si nécessaire|le cas échéant",
);

/** Any other `if`: whatever it says is a condition, and no words to pass over. */
const clause =
  /(?<![\p{L}\p{N}])(?:(?:but|and) )?(?:(?:only|except) )?(?:if|unless|provided(?: that)?|only when|only where|only for|only with|falls|sofern|(?:nur )?wenn|hvis)\s[^,;()[\]\n.:]{3,120}/giu;
const comparison =
  /(?:longer|more|less|shorter|greater|fewer) than|exceed|at least \d|\d (?:or|and) more|(?:länger|mehr|kürzer|weniger) als|(?:længere|mere) end/iu;

/** The `if` clauses of a text, and whether each compares with a figure: that no fact of a window answers. */
export function findClauses(text: string): { start: number; end: number; compares: boolean }[] {
  return [...text.matchAll(clause)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.trimEnd().length,
    compares: comparison.test(words),
  }));
}

/** Every condition named in a text. "Only for customers" in a customer's column is one too. */
export function findConditions(text: string): FoundCondition[] {
  const found: FoundCondition[] = [];
  const add = (pattern: RegExp, kind: ConditionKind): void => {
    for (const match of findAll(pattern, text)) found.push({ start: match.index, end: match.index + match[0].length, kind });
  };
  add(customers, "customers");
  add(impact, "impact");
  add(unsure, "unsure");
  return found;
}
