import { timingEntries } from "../cells/timing-entries.ts";
import { voiceOf } from "../words/audience-words.ts";
import { plainText } from "../words/plain-text.ts";
import { isTaskText } from "../words/task-words.ts";
import { channelsIn, isFact, isMention, type Point, tellsContent } from "./process-points.ts";

/** Whether it is work beside the notices: a ticket to open, a review to hold. */
function isTask(point: Point): boolean {
  // `Schedule it on the status page for subscribers` tells them.
  return point.readers === "" && isTaskText(point.text);
}

const request =
  /(?<!\p{L})(?:ønsker til|bestillinger af|asks? for|ask(?:ed|s)? (?:us|the)|appl(?:y|ies|ied)|requests? (?:are|is|for|must|should|to|go)|requested|submit(?:s|ted)?|permission|waivers?|write to|beantrag\p{L}*|genehmig\p{L}*|ansøg\p{L}*|aftales|demandes?|déposée?s?|soumise?s?)(?!\p{L})/iu;
const told =
  /\b(?:told|informed|notified|reminded?|announce[ds]?|emails?|emailed|posts?|posted|sends?|sent|receives?|gets?|tell|inform|notify)\b/iu;

/** Whether its time is one for asking: of a slot, of an approval. */
function isRequest(point: Point): boolean {
  const text = plainText(point.text);
  return request.test(text) && !told.test(text);
}

const otherEvent =
  /^(?:\s+(?:of|to))?\s+(?:the|our|your|their|its|each|every|any|an?)\s+(?:[\p{L}'-]+\s){0,2}?(?:(?:start|end|beginning|close) of (?:the |each |every )?)?(?:board|committee|cab|council|meetings?|deadline|expiry|expiration|renewal|audit|hearing|exams?|examinations?|conference|invoice|quarter|month|year|freeze|appointment|auction|vote)(?!\p{L})/iu;

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

/** `three days before it goes out`: the draft to those who look it over. */
const ofItself =
  /^(?: (?:it|they|(?:the|a|any) (?:notice|message|e-?mail|announcement|draft)s?))? (?:goes? out|is sent|are sent|is published|are published)(?!\p{L})/iu;

const definition =
  /^["'(]?[^.:]{2,60}["')]? - (?:an?|the|any)\b|(?<!this )\bmeans (?:an?|the|any|that|each|all|those)\b|\b(?:refers to|is defined as|shall mean)\b|\b(?:is|are|be) (?:not )?(?:deemed|considered|classified|categori[sz]ed|counted|treated|measured|excluded from)\b(?![^.]*\b(?:notified|informed|announced)\b)/iu;
/** `Windows are announced five days ahead and are not counted as downtime`: it tells, and then defines. */
const tellsFirst =
  /^(?:(?!\b(?:that|which|if|where|when|unless)\b)[^,;])*\b(?:is|are|will be) (?:\p{L}+ ){0,2}(?:announced|communicated|posted|published)\b[^.]*\band (?:is|are|do|does|will)\b/iu;
const support = /\b(?:hours?|minutes?|days?)[ -]response\b|\bresponse times?\b/iu;
const effect =
  /\b(?:may|might|will|can|could) (?:not )?be (?:temporarily |briefly )?(?:un|in)?(?:reachable|available|accessible|usable)\b/iu;

/** Whether it says how fast support answers, or what is felt of the work, and tells nobody. */
function isOfSupportOrEffect(text: string): boolean {
  return (support.test(text) && !ofServices.test(text)) || (effect.test(text) && !told.test(text));
}

const purpose =
  /^(?:objectives?|purpose|goals?|scope|aims?|background|rationale|zweck|ziele?|hintergrund|formål|baggrund|objectifs?|contexte) ?:/iu;

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

const terms =
  /\b(?:changes?|amend\p{L}*|modif\p{L}*|updates?|increases?) (?:to|of|in) (?:(?:these|this|the|our|your|any) )?(?:terms|agreement|conditions|policy|policies|prices?|fees|charges|privacy)\b|\b(?:requests? for change|change requests?|rfcs?)\b/iu;
const matters =
  /\bterminat(?:e|es|ed|ion)\b|\binvoices? (?:are|is|will be|must)\b|\bcredits? (?:are|is|must|shall|will|may)\b|\bclaim(?:s|ed)?\b[^.]{0,60}\b(?:days|months)\b|\brefunds?\b|\b(?:personal |security |material )?(?:data )?breach(?:es)?\b|\bdisputes?\b|\bsub-?processors?\b|\bsubpoena\b|\bwarrant(?:y|ies)\b|\binsurance\b|\bforce majeure\b|\bfees? (?:is|are|will be) (?:applied|charged|due)\b|kündigungsfrist|(?<!\p{L})(?:résiliation|facturation)(?!\p{L})/iu;
const ofServices =
  /\b(?:maintenance|downtimes?|outages?|planned|scheduled|releases?|upgrades?|deployments?|migrations?|windows?)\b|wartung|vedligehold|servicevindue|travaux/iu;

/** Whether it speaks of a contract's other matters: terms and prices, claims, data. Those, too, are told of, and are no changes of the services. */
export function isOtherMatter(sentence: string): boolean {
  return terms.test(sentence) || (matters.test(sentence) && !ofServices.test(sentence));
}

const otherHeading =
  /\b(?:terms|termination|prices?|pricing|fees?|payments?|billing|refunds?|liability|privacy|data protection|governing law|warrant(?:y|ies))\b/iu;

/** Whether its heading names such a matter, and the sentence itself nothing of the services: `Users will be notified …` under `Prices`. */
export function isUnderOtherMatter({ isProse, text, over }: Point): boolean {
  return isProse && otherHeading.test(over.headings.split(" · ").at(-1) ?? "") && !ofServices.test(text);
}

const ofExamples =
  /\bexamples?\b[^.:]{0,20}:$|\b(?:may|can|could) (?:include|result in)\b[^.:]{0,20}:$|\bsuch as:$|\bsituations including:$/iu;

/** Whether it stands in a list of examples: `Emergency maintenance may include:`. */
export function isExample(point: Point): boolean {
  return !point.isProse && ofExamples.test(point.label.trim());
}

const silence =
  /\b(?:do(?:es)?n't|do(?:es)? not|never|no|not|won't|will not)\b[^.]{0,30}\b(?:announce[ds]?|notify|notified|tell|told|inform(?:ed)?|notices?|notifications?|communicated?)\b|\b(?:nicht|keine?)\b[^.]{0,30}(?:angekündigt|mitgeteilt|informiert|mitteilung)/iu;

/** Whether it stands under `What we don't announce`. */
function isSilent(point: Point): boolean {
  return !point.isProse && silence.test(point.label) && point.label.length < 80;
}

/** `Two thirds of swaps made without a phone call`, `First answer within 15 minutes`: what is measured or aimed at. */
const measures =
  /^(?:two thirds|half|a third|a quarter|\d{1,3} ?%|(?:fewer|less|more) than \d+) (?:of )?\p{L}|^(?:[\p{L} ]{2,30}: )?first (?:answer|response|reply) within\b/iu;

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

const adjusting =
  /\b(?:only|not) (?:told|informed|notified|warned|messaged)\b[^.]{0,80}\b(?:if|when|unless|where)\b|\b(?:told|informed|notified|warned) only (?:if|when|where)\b|\b(?:nothing|nobody|no one|none) (?:is|are|gets?|will be) (?:sent|told|informed|notified|announced|posted)\b|\b(?:notices?|notifications?|announcements?|messages?|reminders?)\b[^.]{0,200}(?<!\bno )\b(?:earlier|sooner|later|longer|shorter|doubled?|halved|suspended|skipped|omitted)\b|\b(?:no|not)\b[^.]{0,40}\b(?:notices?|notifications?|announcements?) (?:are|is|go|will be)\b[^.]{0,200}\b(?:in|during|between|at|on|from)\b/iu;

/** Whether it changes what is said of notices elsewhere: `In summer all notices go out a week earlier.` */
export function adjustsOthers(point: Point): boolean {
  return adjusting.test(plainText(point.text)) && !owesNothing(point);
}
