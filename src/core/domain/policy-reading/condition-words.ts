import { findAll, wholeWords } from "./plain-text.ts";

/** When only, as far as words say: a felt impact, affected customers, or something the app can't know. */
export type ConditionKind = "impact" | "customers" | "unsure";
type FoundCondition = { readonly start: number; readonly end: number; readonly kind: ConditionKind };

const opening =
  "only (?:if|when|where|for)|if|when|where|unless|in case of|in the event of|except|nur bei|nur wenn|falls|wenn|kun ved|kun hvis|hvis|ved|si|en cas d[e']|seulement";
const people =
  "customers?|clients?|users?|external|hospitals?|partners?|service|services|features?|kunden|nutzer|kunder|brugere|utilisateurs";
/** `Wenn Mieter betroffen sind`: whoever they are, somebody is struck. */
const struck =
  "(?:is |are |ist |er |bliver |sont |est )?(?:affected|impacted|inconvenienced|betroffen|berørte?|concernée?s?|touchée?s?|impactée?s?)";
const felt =
  "impact\\w*|downtime|outages?|disrupt\\w*|degrad\\w*|interrupt\\w*|service[- ](?:impacting|affecting)|ausfall\\w*|nedetid|unavailab\\w*|interruption";

const customers = wholeWords(
  `(?:${opening}) (?:(?:[\\p{L}'-]+ ){1,4}?(?:${struck})(?: (?:sind|ist|werden|are|is))?|(?:[\\p{L}'-]+ ){0,3}?(?:(?:${people})(?:\\/(?:${people}))?(?:[ -](?:are|is|facing|will be|would be))?(?:[ -](?:affected|impact\\w*|facing|affecting))?|affect\\w* (?:[\\p{L}'-]+ ){0,2}?(?:${people})(?:\\/(?:${people}))?))`,
);
const impact = wholeWords(
  `(?:${opening}) (?:(?:there|it|is|are|an?|any|une?|eine?|ein|en|et|the|significant|user-facing|service|planned) ){0,4}(?:${felt})(?: (?:is |are |est |sont |wird |er )?(?:expected|anticipated|likely|planned|foreseen|prévue?s?|attendue?s?|erwartet|geplant|forventet|forventes))?`,
);
const unsure = wholeWords(
  "(?:if|when|as|where)(?: and when| or when)? (?:needed|required|necessary|applicable|appropriate|relevant|possible|requested|warranted)|optional(?:ly)?|on request|bei bedarf|falls nötig|ved behov|si nécessaire|le cas échéant",
);

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
