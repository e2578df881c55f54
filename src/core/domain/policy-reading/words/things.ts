import { anyOf } from "../../any-of.ts";
import { isNamed, wholeWords } from "./plain-text.ts";

/** Things, not people: what a notice is about or carries. */
const things = wholeWords(anyOf`
  // What happens
  changes?|releases?|maintenance|downtimes?|outages?|incidents?|deployments?|work|windows?|events?|systems?|apis?
  start|end|completion|impact|status|results?|reasons?|steps?
  // What is sent
  notices|notifications|announcements|alerts?|messages?|information|confirmations?|previews?|invitations?
  digests?|blasts?|campaigns?|calls?|follow-?ups?|advice|address(?:es)?
  // What is written down
  tickets?|jira|links?|pages?|records?|logs?|calendars?|templates?|reports?|summary|details|approvals?|guides?
  notes|orders?|samples?|documents?|documentation|docs|runbooks?|wikis?|checklists?|cmdb|forms?
  // Times
  times?|dates?|minutes|hours?|days?|weeks?
  // German
  wartungsfenster|wartung|wartungen|wartungsarbeiten|arbeit|arbeiten
  // Danish
  servicevinduer?|servicevindue|vedligehold|driftsstop
  // French
  travaux
`);

/** Whether words name what a notice is about or carries, and nobody who could read it. */
export function isThing(name: string): boolean {
  return isNamed(things, name.split(" ").at(-1) ?? "");
}
