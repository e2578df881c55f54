import { anyOf } from "../../any-of.ts";
import { atOnce } from "./before-start-words.ts";

/** How fast somebody is told once something has happened or was decided: no time that is counted from the work. */

const decided = "(?:decision|announcement)";
const whatIs = "(?:it|this|that|the (?:new )?(?:date|time|decision))";
const isDecided = "(?:is|has been|was) (?:decided|known|fixed|changed|agreed|settled|moved|taken)";
const lengthOfTime = anyOf`
  (?:an?|one|two|three|four|half an|\d{1,3}) ?(?:\(\d{1,3}\) )?(?:minutes?|min|hours?|hrs?|h|(?:business |working |calendar )?days?)
`;
/** `Within an hour of the decision`, `on the day the date is changed`, `the same day, as it is decided` */
export const afterDecision = anyOf`
  (?:with)?in ${lengthOfTime} (?:of|after|from) (?:the |this |that |its |each )?${decided}
  (?:on )?the (?:same )?day (?:of the ${decided}|(?:(?:that|when|on which) )?${whatIs} ${isDecided})
  (?:on )?the day of (?:the )?decision|the moment (?:that|it|this) ${isDecided}
  // German
  am tag der entscheidung
  // Danish
  samme dag,? (?:som )?det besluttes
  // French
  le jour (?:de la décision|même)|dès que (?:celle-ci|la nouvelle date|la décision) est (?:fixée|connue|prise)
`;

const haste = new RegExp(`^(?:${atOnce}|${afterDecision})$`, "iu");

/** Whether a time says how fast and nothing else. */
export function saysHowFast(words: string): boolean {
  return haste.test(words);
}
