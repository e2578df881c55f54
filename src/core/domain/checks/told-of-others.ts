import { anyOf } from "../any-of.ts";
import type { CheckInput } from "./check-input.ts";
import { cannotUse } from "./effect-words.ts";
import { longWeekday, month, shortWeekday } from "./reading/day-words.ts";
import { chatStopsIn, partAround } from "./reading/sentences.ts";

const meetings = anyOf`
  meets|meetings?|review|retro(?:spective)?|post-?mortem|debrief|briefing|stand-?up
  webinar|training|rehearsals?
`;
const thingsWithHours = anyOf`
  // Desks
  open(?:s|ing|ed)?|close[sd]?|closing|staffed|answer(?:s|ed)?|call|clinics?|receptions?|shifts?|hand-?over
  ${meetings}|meet|go\/no-go|lessons learned|bridge|reports?|goes out
  // Jobs around the work
  dry[- ]run|(?:pre-?|sanity )?checks?|freeze|frozen|backups?|decommission\w*|(?:switched|turned|shut) off
  // What comes every month or year
  invoices?|pay(?:day|roll)|deliver(?:y|ies)|holidays?
`;
/** What has hours and dates of its own, which are not the window's: desks, meetings, earlier and later events. */
const others = new RegExp(`\\b${thingsWithHours}\\b`, "iu");
const unchanged = anyOf`
  \bas (?:usual|always|ever|normal|before)\b
  \bas (?:it|they|we) (?:do|does|did)\b
  \b(?:not|\w+n['’]t) (?:be )?(?:affected|concerned|touched)\b
  \bunaffected\b
`;
/** What stays as it is whatever the window does. */
const asEver = new RegExp(unchanged, "iu");
/** Two days with a date are those of the work: `Friday to Saturday 28 November`. */
const withDate = `\\.?,?\\s+(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th|\\s+${month})\\b`;
const daysOfWeek = anyOf`
  \b${shortWeekday}[a-z]*\.?\s?(?:to|–|-|through|till|until)\s?${shortWeekday}[a-z]*\b(?!${withDate})
  \b(?:weekdays|workdays)\b
`;
/** “Monday to Friday”, “on weekdays”: the hours beside them are those in which somebody is there. */
const openingDays = new RegExp(daysOfWeek, "iu");
/** Words of how to reach somebody. */
const reaching = /\b(?:questions?|queries|ask|asks|write|call|phone|ring|reach|contact|mail|helpdesk|desk|hotline)\b/iu;
const again = anyOf`
  weekends|(?:night|week|month|dai|hour)ly
  every (?:\w+ )?(?:day|week|night|morning|${longWeekday})
  ${longWeekday}s
`;
/** “Weekends”, “daily”, “Fridays”: hours that come every week. */
const everyWeek = new RegExp(`\\b${again}\\b`, "iu");
const works = anyOf`
  upgrades?|updates?|releases?|maintenance|migrations?|changes?|works?
  outages?|interruptions?|windows?|ones?|times?|tr(?:y|ies)|attempts?
`;
const before = anyOf`
  \b(?:last|previous|earlier|former|first|second) (?:\w+ )?${works}\b
  \byesterday['’]s\b
  \b(?:rehearsals?|dry[- ]run|trial|tried|tested)\b
`;
/** What happened before the window, of which an earlier date is told. */
const earlier = new RegExp(before, "iu");
const wordsOfWork = anyOf`
  maintenance|window|upgrade[ds]?
  // What readers notice
  interrupt\w*|unavailable|offline|outage|will be down|is down|goes down|it (?:will )?(?:re-?)?(?:opens?|closes?|answers?)
  sign-in|logging in|(?:able to|can) (?:\w+ )?(?:sign|log) in
  users?|${cannotUse}
  // Its end
  back by|over by|done by
`;
/** Words of the work itself: with them a time is the window's after all. */
const ofWork = new RegExp(`\\b${wordsOfWork}\\b`, "iu");
/** What the work does, and any other job as well: “your nightly export will have finished by then”. */
const ofAnyJob = /\bfinish\w*\b/iu;

/** Whether the words around a time say that it is of something else than the window, whose services they do not name. */
export function isOfAnother(words: string, input: Pick<CheckInput, "directory" | "window">): boolean {
  if (tellsOpeningHours(words) && reaching.test(words)) return true;
  if (ofWork.test(words) || namesService(words, input)) return false;
  return staysAsItIs(words) || (others.test(words) && !ofAnyJob.test(words));
}

/** Whether words name what has hours of its own: a desk that answers, a meeting, a freeze. */
export function namesOthers(words: string): boolean {
  return others.test(words);
}

/** Whether words name a service of the window, in full or by its last word: “the portal” of “Patient portal”. */
export function namesService(words: string, { directory, window }: Pick<CheckInput, "directory" | "window">): boolean {
  const said = words.toLowerCase();
  return directory.services.some(({ id, name }) => {
    if (!window.serviceIds.includes(id)) return false;
    const last = /\p{L}{5,}$/u.exec(name.toLowerCase())?.[0];
    return said.includes(name.toLowerCase()) || (last !== undefined && said.includes(last));
  });
}

const spare = "(?:back-?up|fall-?back|reserve|alternat(?:e|ive)|contingency|spare|second|standby)";
const otherTry = new RegExp(`\\b${spare} (?:\\w+ )?(?:windows?|dates?|slots?|nights?|times?)\\b`, "iu");

/** Whether words are of a second window, kept for the case that the first is not used. */
export function isOtherTry(words: string): boolean {
  return otherTry.test(words);
}

const habits = anyOf`
  \bmost (?:people|users|patients|staff|of (?:you|them|us)|sign)\b
  \b(?:usually|normally|typically|on average|generally)\b
  \b(?:busiest|quietest|lowest|highest)\b
`;
const habit = new RegExp(habits, "iu");

/** Whether words tell of what is so on other days, too: when most people sign in. */
export function tellsOfHabit(words: string): boolean {
  return habit.test(words);
}

/** Whether words name a service that is none of the window's: its times are its own. */
export function namesOtherService(words: string, { directory, window }: Pick<CheckInput, "directory" | "window">): boolean {
  return directory.services.some(({ id, name }) => !window.serviceIds.includes(id) && words.includes(name));
}

const environments = "(?:test|training|staging|sandbox|UAT|acceptance|development|pre-?production|demo)";
const machines = "(?:systems?|environments?|sites?|servers?|portals?|databases?|machines?|cluster)";
const otherEnvironment = new RegExp(`\\b${environments} ${machines}\\b`, "iu");

/** Whether words name an environment that is none of the window's services': the test system has hours of its own. */
export function namesOtherEnvironment(words: string, { directory, window }: Pick<CheckInput, "directory" | "window">): boolean {
  const own = directory.services.filter(({ id }) => window.serviceIds.includes(id));
  const said = otherEnvironment.exec(words)?.[0].toLowerCase();
  return said !== undefined && !own.some(({ environment }) => said.startsWith(environment.toLowerCase()));
}

/** Whether words tell of what goes on as ever, or comes every week. */
export function staysAsItIs(words: string): boolean {
  return asEver.test(words) || everyWeek.test(words) || tellsOpeningHours(words);
}

/** Whether words name the days of a week on which somebody is there. */
export function tellsOpeningHours(words: string): boolean {
  return openingDays.test(words);
}

const event = new RegExp(`\\b(?:${meetings}|workshop)\\b[^.;:,]{0,30}$`, "iu");

/** Whether the words before a date say that it is of a meeting of others: “the board meets on”; “we meet on” asks the reader. */
export function leadsToEvent(before: string): boolean {
  const found = event.exec(before);
  return found !== null && !ofWork.test(found[0]);
}

const relation = anyOf`
  before|after|once|until|ahead of|alongside|besides
  depends? on|waits? for|clash\w* with
`;
const apart = anyOf`
  // “Is a different change”, “another team's”
  (?:different|another|other|separate|unrelated|independent) (?:\w+ )?(?:${works}|matters?|things?|stor(?:y|ies)|notices?|teams?)
  (?:not|never) (?:to be (?:confused|mixed up) with|part of|the same as|ours|that of|this (?:one|window|change|work))
  nothing to do with|unrelated to|independent(?:ly)? of|apart from|in addition to|unlike|(?:has|have) (?:its|their) own
  // “Once FW-2026-117 is over”
  ${relation} (?:the |our )?(?:\p{L}+ (?:of )?){0,3}\W?(?=\p{Lu}+-\d)
`;
const isApart = new RegExp(`\\b${apart}`, "iu");

/** Whether words that name another window tell it apart from this one: “FW-2026-117 is a different change”. */
export function tellsApart(words: string): boolean {
  return isApart.test(words);
}

/** Whether words speak of the work or of what readers feel of it. */
export function speaksOfWork(words: string): boolean {
  return ofWork.test(words) || ofAnyJob.test(words) || /\b(?:the|our|this|these|planned) works?\b/iu.test(words);
}

/** Whether words tell of what has been before the window, so that an earlier date among them is right. */
export function tellsOfEarlier(words: string): boolean {
  return earlier.test(words);
}

const joint = /;|\s[–—]\s|,? (?:but|while|whereas) |, so /gu;

/** The part of a sentence a place stands in: what the rest of it tells of may be something else. */
export function clauseAround(text: string, from: number, to: number): string {
  return partAround(text, [...Array.from(text.matchAll(joint), ({ index }) => index), ...chatStopsIn(text)], from, to);
}
