import { anyOf } from "../../any-of.ts";
import { wholeWords } from "../words/plain-text.ts";

/** The words of tables and rows that look like notices and are none. */

export const approving = wholeWords("approv\\w*|sign-?off|genehmig\\p{L}*|freigabe|godkend\\p{L}*|approbation");
export const leadTime = wholeWords("lead[ -]?times?|turn-?around|vorlauf\\p{L}*|délais?");

const duties = anyOf`
  responsibilit(?:y|ies)|deliverables?|dut(?:y|ies)|tasks?
  what (?:they|he or she|it) do(?:es)?
  zuständigkeit\p{L}*|aufgaben?
  ansvar\p{L}*
`;
/** A header of what somebody does: `Team | Responsibilities`. */
export const dutiesHeader = new RegExp(String.raw`(?:^|\|)\s*${duties}\s*(?:\||$)`, "iu");

/** What reminders are sent of that is no work on a service. */
export const dueThings = wholeWords(anyOf`
  expir\w*|renewals?|appointments?|bookings?|reservations?|invoices?|payments?|overdue
  certifications?|webinars?
  ablauf\p{L}*
  udløb\p{L}*
  échéances?
`);
export const counting = /\b(?:before|due|days?|hours?|remind\w*|erinner\w*|påmind\w*|rappels?|vor|før|avant)\b/iu;

const dates = anyOf`
  events?|meetings?|appointments?|shifts?|class|sessions?|webinars?|calls?|bookings?|check-?in
`;
/** `before your appointment`, `past due`: something that runs out. */
export const runsOut = new RegExp(
  anyOf`
    \b(?:expir\w*|renewals?|overdue|(?:before|after|past) due|before (?:(?:the|each|an?|your) )?${dates})\b
    überfällig|udløb
  `,
  "iu",
);

export const plannedWork = wholeWords(anyOf`
  maintenance|changes?|releases?|deploy\w*|upgrades?|downtime|outages?|cut-?over|go-?live
  wartung|vedligehold|intervention
`);

/** What a project tells its people in its own rhythm. */
export const projectRhythm = wholeWords(anyOf`
  stand-?ups?|status (?:reports?|mails?|e-?mails?|meetings?|updates?)|steering \p{L}+|newsletters?
  training(?: sessions?)?|retros?(?:pectives?)?|sprint \p{L}+|demos?
  (?:summary|progress|cost|weekly|monthly) reports?|reports?|sync(?:s| meetings?)?|1:1s?
  dashboards?|briefings?|summary e-?mail|town halls?
`);
export const howOften = wholeWords("frequency|cadence|how often|rhythm|recurrence|fréquence|häufigkeit|hyppighed");

const often = anyOf`
  (?:bi-?|semi-?)?(?:daily|weekly|monthly|quarterly|annual(?:ly)?|yearly)|fortnightly
  once|continuous(?:ly)?|ongoing|as (?:needed|required)|ad[ -]hoc|on demand
  (?:once|twice) (?:a|per) \p{L}+
  every (?:day|week|month|quarter|sprint|two weeks)
`;
export const rhythm = new RegExp(String.raw`^\s*${often}\b`, "iu");
