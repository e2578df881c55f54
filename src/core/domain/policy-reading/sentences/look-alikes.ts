import { timingEntries } from "../cells/timing-entries.ts";
import { voiceOf } from "../words/audience-words.ts";
import { plainText } from "../words/plain-text.ts";
import { isTaskText } from "../words/task-words.ts";
import {
  adjusting,
  definition,
  effect,
  matters,
  measures,
  ofExamples,
  ofItself,
  ofServices,
  otherEvent,
  otherHeading,
  purpose,
  request,
  silence,
  support,
  tellsFirst,
  terms,
  told,
} from "./look-alike-words.ts";
import { channelsIn, isFact, isMention, type Point, tellsContent } from "./process-points.ts";

/** Whether it is work beside the notices: a ticket to open, a review to hold. */
function isTask(point: Point): boolean {
  // `Schedule it on the status page for subscribers` tells them.
  return point.readers === "" && isTaskText(point.text);
}

/** Whether its time is one for asking: of a slot, of an approval. */
function isRequest(point: Point): boolean {
  const text = plainText(point.text);
  return request.test(text) && !told.test(text);
}

/** What follows a time; in `prior to the next meeting` the article is what follows. */
function followingOf(text: string, time: string): string {
  const article = / (?:the|any|each|every)$/iu.exec(time)?.[0] ?? "";
  return article + text.slice(text.indexOf(time) + time.length);
}

/** Whether it counts its time from something else than the work: `three days before the board meets`. */
export function countsFromElsewhere({ words }: Point): boolean {
  const times = timingEntries(words).filter(({ when }) => ["before", "sometimeBefore", "unclear"].includes(when.kind));
  const isElsewhere = (following: string): boolean => otherEvent.test(following) || ofItself.test(following);
  return times.length > 0 && times.every((entry) => isElsewhere(followingOf(words.text, entry.words)));
}

/** Whether it says how fast support answers, or what is felt of the work, and tells nobody. */
function isOfSupportOrEffect(text: string): boolean {
  return (support.test(text) && !ofServices.test(text)) || (effect.test(text) && !told.test(text));
}

/** Whether it says what the page is for: `Objective: to tell staff in good time`. */
export function isPurpose(sentence: string): boolean {
  return purpose.test(sentence);
}

/** Whether it says what a word means, or as what something counts: `Any other outage shall be deemed unplanned.` */
export function defines(sentence: string): boolean {
  // `Ticket buyers - a banner on the website`: who is told, and how.
  const [label = ""] = sentence.split(" - ");
  return definition.test(sentence) && !tellsFirst.test(sentence) && (label === sentence || voiceOf(label) === null);
}

/**
 * Whether it speaks of a contract's other matters: terms and prices, claims, data. Those, too, are told of, and are no changes
 * of the services.
 */
export function isOtherMatter(sentence: string): boolean {
  return terms.test(sentence) || (matters.test(sentence) && !ofServices.test(sentence));
}

/**
 * Whether its heading names such a matter, and the sentence itself nothing of the services: `Users will be notified …` under
 * `Prices`.
 */
export function isUnderOtherMatter({ isProse, text, over }: Point): boolean {
  return isProse && otherHeading.test(over.headings.split(" · ").at(-1) ?? "") && !ofServices.test(text);
}

/** Whether it stands in a list of examples: `Emergency maintenance may include:`. */
export function isExample(point: Point): boolean {
  return !point.isProse && ofExamples.test(point.label.trim());
}

/** Whether it stands under `What we don't announce`. */
function isSilent(point: Point): boolean {
  return !point.isProse && silence.test(point.label) && point.label.length < 80;
}

/** Whether it is plainly no notice: a task, a request, a fact to carry, a name to mention. */
export function owesNothing(point: Point): boolean {
  const text = plainText(point.text);
  return (
    isExample(point) ||
    isOfSupportOrEffect(text) ||
    measures.test(text) ||
    (point.isProse && isOtherMatter(text)) ||
    isUnderOtherMatter(point) ||
    defines(text) ||
    isPurpose(text) ||
    tellsContent(text) ||
    isTask(point) ||
    isSilent(point) ||
    isRequest(point) ||
    countsFromElsewhere(point) ||
    isMention(point) ||
    isFact(point)
  );
}

/** Why a line was passed over, in a sentence. */
export function whyNoNotice(point: Point): string {
  if (point.isProse && point.text.trim().endsWith(":")) return "It introduces the list under it.";
  if (isFact(point)) return "A fact every message carries, not a notice.";
  if (defines(plainText(point.text))) return "It says what a word means, or as what something counts.";
  if (isPurpose(plainText(point.text))) return "It says what the page is for.";
  if (isOfSupportOrEffect(plainText(point.text))) return "It says how fast support answers, or what is felt of the work.";
  if (isExample(point)) return "An example of what is spoken of above, and no notice.";
  if (isUnderOtherMatter(point) || (point.isProse && isOtherMatter(plainText(point.text))))
    return "It is about terms, payment, claims or data, and no change of the services.";
  if (tellsContent(plainText(point.text))) return "It says what stands in a notice, and owes none.";
  if (isTask(point)) return "A task beside the notices, not a notice.";
  if (isSilent(point)) return `It stands under “${point.label}”: nobody is told.`;
  const hasTime = timingEntries(point.words).length > 0;
  if (isRequest(point) && hasTime) return "A lead time for a request, not a notice.";
  if (countsFromElsewhere(point)) return "It counts from something else than the work, so it is no notice of a change.";
  const thing = point.isProse ? "sentence" : "point";
  const hasChannel = channelsIn(point).length > 0;
  if (hasTime && hasChannel) return `This ${thing} tells nobody of a change.`;
  if (hasChannel) return `This ${thing} names no time of notice.`;
  return hasTime ? `This ${thing} names no readers and no channel.` : `This ${thing} names no time and no channel.`;
}

/** Whether it changes what is said of notices elsewhere: `In summer all notices go out a week earlier.` */
export function adjustsOthers(point: Point): boolean {
  return adjusting.test(plainText(point.text)) && !owesNothing(point);
}
