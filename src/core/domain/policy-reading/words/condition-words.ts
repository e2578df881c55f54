import { anyOf } from "../../any-of.ts";
import { findAll, wholeWords } from "./plain-text.ts";

/** When only, as far as words say: a felt impact, affected customers, or something the app can't know. */
export type ConditionKind = "impact" | "customers" | "unsure";
type FoundCondition = { readonly start: number; readonly end: number; readonly kind: ConditionKind };

const opening = anyOf`
  only (?:if|when|where|for)|if|when|where|unless|in case of|in the event of|except
  // German
  nur bei|nur wenn|falls|wenn
  // Danish
  kun ved|kun hvis|hvis|ved
  // French
  si|en cas d[e']|seulement
`;
const people = anyOf`
  customers?|clients?|users?|external|hospitals?|partners?
  // German, Danish and French
  kunden|nutzer|kunder|brugere|utilisateurs
`;
/** `Users`, `customers/partners`. */
const whom = `${people}(?:/${people})?`;
const struck = anyOf`
  affected|impacted|inconvenienced
  // German, Danish and French
  betroffen|berørte?|concernée?s?|touchée?s?|impactée?s?
`;
/** `Wenn Mieter betroffen sind`: whoever they are, somebody is struck. */
const somebodyStruck = String.raw`(?:[\p{L}'-]+ ){1,4}?(?:(?:is|are|ist|er|bliver|sont|est) )?${struck}(?: (?:sind|ist|werden|are|is))?`;
const peopleNamed = anyOf`
  // With users facing an impact
  ${whom}(?:[ -](?:are|is|facing|will be|would be))?(?:[ -](?:affected|impact\w*|facing|affecting))?
  // Affecting our customers
  affect\w* (?:[\p{L}'-]+ ){0,2}?${whom}
`;
const customers = wholeWords(String.raw`${opening} (?:${somebodyStruck}|(?:[\p{L}'-]+ ){0,3}?${peopleNamed})`);

const felt = anyOf`
  impact\w*|downtime|outages?|disrupt\w*|degrad\w*|interrupt\w*|service[- ](?:impacting|affecting)|unavailab\w*
  // German, Danish and French
  ausfall\w*|nedetid|interruption
`;
const beforeFelt = "(?:there|it|is|are|an?|any|une?|eine?|ein|en|et|the|significant|user-facing|service|planned) ";
const expected = anyOf`
  expected|anticipated|likely|planned|foreseen
  // French, German and Danish
  prévue?s?|attendue?s?|erwartet|geplant|forventet|forventes
`;
const impact = wholeWords(
  `(?:${opening} |en cas d')(?:${beforeFelt}){0,4}${felt}(?: (?:(?:is|are|est|sont|wird|er) )?${expected})?`,
);
const wanted = anyOf`
  needed|required|necessary|applicable|appropriate|relevant|possible|requested|warranted
`;
const unsure = wholeWords(anyOf`
  (?:if|when|as|where)(?: and when| or when)? ${wanted}
  optional(?:ly)?|on request
  // German
  bei bedarf|falls nötig
  // Danish
  ved behov
  // French
  si nécessaire|le cas échéant
`);

const ifWord = anyOf`
  if|unless|provided(?: that)?|only when|only where|only for|only with
  // German and Danish
  falls|sofern|(?:nur )?wenn|hvis
  // French
  si(?= [\p{L}' ]{3,50}? (?:plus|moins) (?:de|d'))
`;
/** Any other `if`: whatever it says is a condition, and no words to pass over. */
const clause = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:but|and) )?(?:(?:only|except) )?${ifWord}\s[^,;()[\]\n.:]{3,120}`,
  "giu",
);
const comparison = new RegExp(
  anyOf`
    (?:longer|more|less|shorter|greater|fewer) than|exceed|at least \d|\d (?:or|and) more
    // German and Danish
    (?:länger|mehr|kürzer|weniger) als|(?:længere|mere) end
    // French
    (?:plus|moins) (?:de|d')
  `,
  "iu",
);

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
