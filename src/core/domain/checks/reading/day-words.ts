import { anyOf } from "../../any-of.ts";

/** `Sat`, as the beginning of a day's name. */
export const shortWeekday = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
/** `Saturday`. */
export const longWeekday = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";

/** A weekday as it is written: in a chat with small letters (“sat 28 nov”), in a title with capitals (“SUNDAY 29TH NOVEMBER”). */
export const weekday = anyOf`
  [Mm]on(?:day)?|[Tt]ue(?:s(?:day)?)?|[Ww]ed(?:nesday)?|[Tt]hu(?:r(?:s(?:day)?)?)?|[Ff]ri(?:day)?|[Ss]at(?:urday)?|[Ss]un(?:day)?
  MON(?:DAY)?|TUE(?:S(?:DAY)?)?|WED(?:NESDAY)?|THU(?:R(?:S(?:DAY)?)?)?|FRI(?:DAY)?|SAT(?:URDAY)?|SUN(?:DAY)?
`;
/** A weekday beside a preposition alone: “of sat” and “on sun” are no days with small letters. */
export const weekdayAlone = anyOf`
  Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?
  (?:mon|tues|wednes|thurs|fri|satur|sun)day
`;
/** `Nov`; May is never shortened. */
export const shortMonth = "(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
/** A month as it is written. May and Mar have a capital letter: with small ones they are verbs. */
export const month = anyOf`
  [Jj]an(?:uary)?|[Ff]eb(?:ruary)?|Mar(?:ch)?|march|[Aa]pr(?:il)?|May|[Jj]une?
  [Jj]uly?|[Aa]ug(?:ust)?|[Ss]ept?(?:ember)?|[Oo]ct(?:ober)?|[Nn]ov(?:ember)?|[Dd]ec(?:ember)?
  JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?
  JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?
`;
