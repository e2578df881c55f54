import { anyOf } from "../../any-of.ts";
import { wholeWords } from "./plain-text.ts";

/** The words for people that readers are named with, by how they are spoken to. */

export const customers = wholeWords(anyOf`
  // Of any trade
  customers?|clients?|account (?:admins?|administrators?|holders?|contacts?)|end[ -]users?|users?
  public|subscribers?|members|consumers|callers|(?:\p{L}+[ -])?holders|senders|recipients|tenants?
  partners?|providers?|vendors?|suppliers?|third part(?:y|ies)|external|externe?|sponsors
  // Trade and money
  buyers|sellers|shoppers|merchants|advertisers|resellers|retailers|dealers|distributors|franchisees
  investors|borrowers|brokers|claimants|pensioners|shippers|carriers
  // Health, learning and the public
  hospitals?|patients?|clinics|practices|pharmacies|laborator(?:y|ies)|institutions|municipalities|agencies
  parents|guardians|pupils|students|schools|alumni|researchers|scientists|investigators|authors
  residents|citizens|landlords|families|households|farmers|employers|volunteers|donors|applicants
  // Travel and leisure
  passengers|travellers|guests|visitors|players|viewers
  // German
  kunden?|abonnent\p{L}*|anwender|nutzer|bürger|mieter|eltern|mitglieder|patienten|lieferanten
  // Danish
  kunder?|kunderne|brugere?|brugerne|borgere|borgerne|forældre|elever|medlemmer|leverandører
  // French
  utilisateurs?|usagers?|abonnés|adhérents|fournisseurs
`);

export const executives = wholeWords(anyOf`
  executives?|exec|leadership|senior management|management team|c-level|c-suite|vps?|cio|cto|ciso|isso
  (?:vice )?presidents?|chancellors?|provosts?|deans?|superintendents?|commissioners?
  board|directors?|governors|trustees|steering (?:board|committee|group)
  // German, Danish and French
  vorstand|geschäftsleitung|ledelse|direction
`);

export const business = wholeWords(anyOf`
  product|business|stakeholders?|managers?|management|owners?|departments?
  finance|sales|marketing|account managers?
  // German, Danish and French
  fachbereiche?|forretning\p{L}*|métiers?
`);
/** Business, wherever they stand. */
export const ofProduct = wholeWords("product|business|fachbereiche?");

export const internal = wholeWords(anyOf`
  internal|intern\p{L}*|all[ -]hands|teams?|staff|employees|colleagues|crews?|(?:team|staff|crew) members|offices?
  // Who make it and run it
  qa|engineering|engineers?|developers?|devops|dev|ops|operations|infrastructure|infra|technical|it|leads
  on-?call|administrators?|admins?|operators|technicians|analysts|testers|control rooms?
  // Who serve others with it
  support|service ?desk|helpdesk|desks?|reception|agents|drivers|teachers|nurses
  // German
  mitarbeiter|\p{L}*teams?|betrieb|leitstelle
  // Danish
  medarbejdere?|\p{L}*teamet|driften
  // French
  équipes?
`);
/** Of the house, though a board or a crew is named. */
export const ofTeam = wholeWords("(?:team|staff|crew|board) members?");

const whoAreServed = "(?:customer|client|user|member|student|patient|guest|visitor)s?";
const serving = anyOf`
  service|services|support|care|success|relations|contact|desk|help ?desk|centre|center|team|facing
`;
/** People of the house, though they are called by whom they serve. */
export const ofCustomers = wholeWords(anyOf`
  ${whoAreServed}[ -]${serving}(?: (?:team|teams|desk|staff|agents|managers?))?
  // German, Danish and French
  kundendienst|kundenservice|kundenbetreuung|kundeservice|service client
`);

export const everyone = wholeWords("everyone|everybody|all|alle|tous");

const managed = "(?:change|release|incident|problem|service|project|configuration|risk|account|product|vendor|stakeholder)";
/** What is done, and nobody who does it. */
export const disciplines = new RegExp(`\\b${managed} management\\b(?! (?:team|board|staff))`, "giu");

/** Who stand at the head of a name and are anybody: `members of the board`. */
export const group = wholeWords(anyOf`
  heads?|leads?|chairs?|members?|representatives?|people|persons?|those|anyone|anybody|contacts?|points? of contact
  list|lists|groups?|parties|party|recipients?|all|everyone|everybody|personnel|community|holders?|readers|both|either
`);

const usualNames = anyOf`
  (?:user |campus |hpc )?community
  passengers|residents|patients|visitors|guests|families|parents|pupils|volunteers|donors|borrowers|researchers
  drivers|nurses|customers?|clients?|end[ -]users?|users?|subscribers?|consumers
  (?:authori[sz]ed |technical |it )?contacts?
  employees|staff|personnel|teams?|members|partners|tenants?|students|faculty|physicians|registrars|leadership
  // German, Danish and French
  mitarbeiter\p{L}*|kund(?:en|er|erne)|nutzer\p{L}*|brugerne?|medarbejdere?|utilisateurs|usagers?
`;
/** The usual words for readers that stand in a sentence, with what is said of them: `all affected users`. */
export const usualReaders = wholeWords(
  `(?:(?:all|affected|impacted|registered|relevant|internal|external|key|group) ){0,2}${usualNames}`,
);
