import { isNamed, wholeWords } from "./plain-text.ts";

/** Things, not people: what a notice is about or carries. */
const things = wholeWords(
  "changes?|releases?|notices|notifications|announcements|tickets?|jira|links?|pages?|records?|logs?|calendars?|templates?|reports?|summary|details|approvals?|confirmations?|previews?|invitations?|guides?|digests?|blasts?|campaigns?|alerts?|follow-?ups?|maintenance|downtimes?|outages?|incidents?|deployments?|work|windows?|start|end|completion|impact|status|results?|reasons?|steps?|messages?|information|events?|calls?|times?|dates?|hours?|days?|weeks?|notes|minutes|documents?|documentation|docs|runbooks?|wikis?|checklists?|cmdb|forms?|systems?|advice|apis?|address(?:es)?|servicevinduer?|servicevindue|wartungsfenster|wartung|wartungen|wartungsarbeiten|arbeit|arbeiten|vedligehold|driftsstop|travaux",
);

/** Whether words name what a notice is about or carries, and nobody who could read it. */
export function isThing(name: string): boolean {
  return isNamed(things, name.split(" ").at(-1) ?? "");
}
