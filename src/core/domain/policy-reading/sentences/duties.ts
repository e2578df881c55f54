import { timingEntries } from "../cells/timing-entries.ts";
import { plainText } from "../words/plain-text.ts";
import {
  countsFromElsewhere,
  defines,
  isExample,
  isOtherMatter,
  isPurpose,
  isUnderOtherMatter,
  owesNothing,
} from "./look-alikes.ts";
import { ofTelling, type Point, tellsContent } from "./process-points.ts";
import { sentencesOf } from "./sentences.ts";

/**
 * Whether a sentence says that somebody is to be told of a change or an outage. It is the net under everything else that is
 * read in sentences and lists: what states a duty is asked about, whoever it may name and however it is put, unless it is
 * plainly something else.
 */

const notices =
  "notices?|notifications?|announcements?|communications?|messages?|reminders?|alerts?|e-?mails?(?! address)|updates?|advisor(?:y|ies)|warnings?|bulletins?|pop-?ups?|banners?";
const adverbs = "(?:(?:\\p{L}+ly|also|then|always|first|again|either|all|both) ){0,3}";
const modal = "(?:will|shall|must|should|would|has to|have to|need to|needs to|to|can|may|always|please|and|or)";

/** `Users will be notified`, `to keep customers informed`. */
const areTold = new RegExp(
  `\\b(?:is|are|be|gets?) ${adverbs}(?:informed|notified|told|warned|alerted|advised(?! to )|e-?mailed|reminded|briefed|made aware|shown (?=an? |the ))\\b|\\bkeeps? (?:\\p{L}+ ){1,3}?(?:informed|notified|updated|posted|aware)\\b`,
  "giu",
);
/** `Outages are posted`, `The posting of an outage must occur`. */
const isAnnounced = new RegExp(
  `\\b(?:is|are|be) ${adverbs}(?:announced|posted|published|communicated|publici[sz]ed|broadcast|displayed|shown (?=on|in|at))|\\bposting of (?:an?|the|any|each) [^.;]{0,60}\\b(?:must|shall|should|will|has to)\\b|\\bbe called (?:over|\\d|at least|before|prior)|\\b(?:update|set|change)s? (?:the )?status(?: page)? to\\b`,
  "giu",
);
/** `A notification will be sent`, `Email sent when maintenance begins`, `send one a week ahead`. */
const isSent = new RegExp(
  `\\b(?:${notices})\\b[^.;:]{0,140}?\\b(?:(?:is|are|be) ${adverbs})?(?:sent|given|provided|issued|displayed|shown|circulated|posted|published|delivered|placed|used|made)\\b|\\b(?:sends?|sent|issued|posted|triggers?|raises?) (?:out )?(?:\\p{L}+ ){0,3}?(?:${notices})\\b|\\bsend (?:one|it|them|these|this|at least|\\d)(?!\\p{L})|\\blet (?:\\p{L}+ ){1,3}?know\\b|\\bdelivery (?:should|will|must|shall) occur\\b`,
  "giu",
);
/** `The Provider shall notify`, `We announce`, `Notify users`. */
const tells = new RegExp(
  `(?:^|[,;:] |\\b${modal} ${adverbs}|\\bwe ${adverbs})(?:notify|inform|tell|warn|alert|advise|announce|communicate|publish|post(?! ?[\\/-])(?! (?:mvp|launch|release|go-?live|deploy\\p{L}*|implementation|migration)\\b)|remind|e-?mail (?=(?:the|all|our|any|every|each|affected|an?) |\\p{L}+s\\b))\\b|\\b(?:notifies|informs|tells(?! apart)|warns|alerts|announces|publishes|communicates|warns)\\b|\\b(?:by|then|start by) (?:notifying|informing|telling|posting|logging)\\b|\\b(?:will|shall|to) ${adverbs}(?:contact|call|phone) [^.;]{0,80}\\b(?:in advance|beforehand|prior|before|by (?:tele)?phone|by e-?mail)\\b`,
  "giu",
);
/** `We will give at least 7 days' notice`, `Staff also require notification`, `Email is the suggested method`. */
const givesNotice = new RegExp(
  `\\b(?:gives?|given|provides?|receives?|gets?|sends?|issues?|posts?|delivers?|creates?)\\b[^.;:,]{0,80}?\\b(?:${notices}|blog posts?|regular information)\\b|\\b(?:requires?|needs?) (?:\\p{L}+ ){0,3}?(?:${notices})\\b|\\b(?:${notices}) (?:is|are) (?:needed|required)\\b|\\b(?:is|are) the (?:\\p{L}+ ){0,2}(?:method|channel|way)\\b|\\b(?:forms?|methods?|ways|channels?) of (?:communication|notification)s?\\b|\\bdisplays? (?:an? |the )?(?:[\\p{L}-]+ ){0,3}(?:page|message|banner|notice|badge)\\b`,
  "giu",
);
const abroad =
  /\b(?:informier(?:t|en)|benachrichtig(?:t|en)|angekündigt|ankündigen|kündig(?:t|en) [^.;]{0,80}\b(?:an|wir)\b|mitgeteilt|mitteilen|bekannt ?gegeben|veröffentlicht|publiziert|unterrichtet|meldung(?:en)? (?:sendet|wird|werden)|melden wir|wir melden|(?:wird|werden) [^.;]{0,80}\b(?:versandt|verschickt|ausgehängt|gemeldet))(?!\p{L})|(?<!\p{L})(?:varsle[sr]?|informeres?|underrettes?|orienteres?|udsendes|udmeldes|melder? (?:vi )?(?:\p{L}+ )?ud|(?:giver?|får) (?:\p{L}+ )?besked|annonceres|offentliggøres|(?:påmindelses|orienterings)mail|meddelelse om|opslag om)(?!\p{L})|(?<!\p{L})(?:sendes|slås op)(?!\p{L})|(?<!\p{L})(?:est|sont|sera|seront) (?:\p{L}+ )?(?:envoyé|publié|affiché|diffusé|transmis|adressé)e?s?(?!\p{L})|(?<!\p{L})(?:(?:en |vous |les |nous |l')?informer(?:a|ons|ez|ont)?|prévenue?s?|averti(?:e?s)?|avisée?s?|annoncée?s?|communiquée?s?|adressera|notifier(?:a|ons)?|communication (?:au moins|jusqu)|(?:envoyer|diffuser|rediffuser|déclencher) (?:un|une|le|la|des))(?!\p{L})/giu;

const telling = [areTold, isAnnounced, isSent, tells, givesNotice, abroad];

/** What is told of: a change of the services, or their outage. */
const change =
  /\b(?:maintenance|outages?|downtimes?|shut-?downs?|closures?|(?:resum|suspen|restor)\p{L}* (?:of )?(?:the |its |their )?services?|interruptions?|unavailab\p{L}*|changes?|releases?|upgrades?|updates?|deployments?|rollouts?|migrations?|cut-?overs?|planned work|works?|windows?|schedules? (?:work|activit))\b|wartung|störung|ausfall|unterbr[üe]ch|unterbrechung|änderung|driftsforstyr|drift ?forstyr|driftsstop|servicevindue|vedligehold|nedbrud|ændring|travaux|(?<!\p{L})(?:interventions?|coupures?|mises? à jour|opérations?|maintenances?)(?!\p{L})/iu;

/** What is done about what has failed is the answer to an incident. */
const incident =
  /\b(?:incidents?|severit(?:y|ies)|sev ?[1-4]|p[1-4]|priority [1-4]|support tickets?|response times?|resolution times?|defects?|escalat\p{L}*)\b/iu;
const planned =
  /\b(?:maintenance|downtimes?|planned|scheduled|releases?|upgrades?|deployments?|outages?|migrations?|changes?)\b|wartung|vedligehold|servicevindue|travaux/iu;

const aRemark =
  /\bI is informed\b|\bfirst (?:answer|response|reply)\b|^(?:sådan|wie|comment|ønsker|bestillinger|anmodninger)(?!\p{L})|^as an? [^,]{2,80}, I (?:need|want|would)\b|\bwe expect\b|^(?:how|why|questions|fragen|rückfragen|spørgsmål|pour toute question)(?!\p{L})|\b(?:suppress|mute|silence|disable|pause|put)s? (?:\p{L}+ ){0,2}(?:alerts|notifications)\b|\balerts (?:are )?(?:adjusted|muted|paused|off)\b|\berror messages?\b|^(?:this|it) (?:gives|allows|helps|lets|means|ensures|covers|enables)\b|\bwe(?:'re| are) (?:pleased|happy|excited|trying|proud|delighted)\b|\bresponsib\p{L}* (?:for|to) (?:read|reading|staying)\b|\bwho (?:is|are|gets?|hears?)\b[^.]*[^.]$|\?$|^(?:what|when|where|who)\b[^,.]{0,50}$|^(?:this|the following|these) (?:policy|document|procedure|guide|page|section|guideline|article|runbook|plan|handbook|chapter)s?\b|^(?:denne |dette )?(?:retningslinje|vejledning|side|dokument)(?:n|en|et)? (?:beskriver|forklarer|gælder)|^(?:diese|dieses|dieser) (?:\p{L}+ )?(?:richtlinie|seite|dokument|anweisung)\b|\bevery (?:quarter|year)\b|\b(?:how|ways?|ability|process|in order|used|helps?|where and how|place|location|opportunity|template) (?:we |to )[^.]{0,30}$|,? so (?:that )?(?:we|you|they) \p{L}+ (?:people|everyone|you|them)\b|\bcommunicate (?:early|often|clearly|openly|proactively|honestly|regularly)\b|\ballow(?:s|ing)? (?:them|you|users) to\b/iu;
/** `Issues to be reported to:`: what users find is told to those who work, and not the work to them. */
const problems =
  /^(?:issues?|problems?|bugs?|defects?|errors?) (?:(?:to be|are|is|must be|should be|can be|will be) )?(?:reported|raised|logged|flagged)\b/iu;
/** What to press, and no notice: but for those who are told when it is pressed. */
const aStep =
  /^(?:click|navigate|go to|log ?in(?:to)?|select|choose|fill in|save|set|enter|press|tap)\b(?!.*\b(?:is|are|be) (?:\p{L}+ly )?(?:informed|notified|told|warned|alerted))/iu;
const aRequest = /^(?:send|submit|e-?mail|forward) (?:the |your |an? )?requests?\b/iu;
/** It is the reader of the notices who has to tell. */
const tellsUs =
  /\b(?:customers?|clients?|users?|subscribers?|tenants?|you|the authority|requesters?|requestors?|applicants?)(?: (?:will|shall|must|should|may|agrees? to|(?:is|are) (?:required|obliged) to|can|need to|needs to)){1,2} (?:\p{L}+ly )?(?:notify|inform|tell|contact|alert|advise|discuss) (?:us|our|its|their|the (?:provider|supplier|vendor|contractor|company|licensor|service ?desk|help ?desk|support|(?:\p{L}+ )?administrators?))\b|\b(?:notify|inform|tell|alert|contact|e-?mail|let) (?:us\b|our )|\bplease (?:notify|inform|contact|e-?mail)\b/iu;
const tellsByName =
  /\b(?:[Cc]ustomers?|[Cc]lients?|[Uu]sers?|[Ss]ubscribers?|[Tt]enants?|[Ll]icensees?|[Yy]ou)(?: (?:will|shall|must|should|may)) (?:\p{L}+ly )?(?:notify|inform) (?:the )?\p{Lu}/u;
const without =
  /(?:\b(?:without|no(?! (?:less|later|fewer|more))|not(?! (?:less|later|fewer|more|only|planned|scheduled|expected|foreseen))|never|nor|cannot|can't|won't|n't|little|nicht|keine?|ohne|ikke|ingen|sans|pas)(?!\p{L})[^.;,]{0,40})$/iu;
const impossible =
  /^[^.;,]{0,40}\b(?:is|are|may be) (?:not|never) (?:possible|required|necessary|needed|given|feasible)\b|^[^.;,]{0,20}\b(?:ikke|IKKE|nicht)\b/iu;

/** In characters. What is longer is no sentence, and some patterns would try too much on it. */
const longestSentence = 1000;

/** The sentence of the point that states a duty to tell; null where none does. */
export function dutyIn(point: Point): string | null {
  const sentences = point.isProse ? [point.text] : sentencesOf(point.text);
  return sentences.find((sentence) => statesDuty(plainText(sentence).slice(0, longestSentence), point)) ?? null;
}

/** The sentence that introduces a list and states a duty by itself: `Libraries must notify patrons, and state that:`. */
export function introducesDuty(point: Point): string | null {
  const isIntroduction = point.isProse && point.text.trim().endsWith(":");
  return isIntroduction && statesDuty(plainText(point.text).slice(0, longestSentence), point, true) ? point.text : null;
}

function statesDuty(sentence: string, point: Point, isIntroduction = false): boolean {
  if (isExample(point) || isUnderOtherMatter(point) || countsFromElsewhere(point)) return false;
  // A line in capitals is a title.
  if (isSomethingElse(sentence) || !/\p{Ll}/u.test(sentence)) return false;
  const about = `${point.over.headings} ${point.label} ${point.over.item}`;
  if (incident.test(sentence) && !planned.test(sentence)) return false;
  const isOfChange = change.test(about) || ofTelling.test(about) || ofStatus.test(about);
  if (!change.test(sentence) && (!isOfChange || (incident.test(about) && !planned.test(about)))) return false;
  // An introduction is read with its list, unless it says how long before by itself (or `introducesDuty`).
  if (sentence.endsWith(":") && !isIntroduction && !isAhead(point)) return false;
  const says = telling.some((pattern) => [...sentence.matchAll(pattern)].some((match) => !isDenied(sentence, match)));
  return says || (isTimeOfNotice(sentence, point) && !owesNothing(point));
}

/** Whether it says where problems are reported, so that nothing under it tells of the work. */
export function reportsProblems({ text }: Point): boolean {
  return problems.test(plainText(text));
}

function isSomethingElse(sentence: string): boolean {
  const isOther = [aRemark, problems, aStep, aRequest, tellsUs, tellsByName].some((pattern) => pattern.test(sentence));
  return isOther || defines(sentence) || isPurpose(sentence) || isOtherMatter(sentence) || tellsContent(sentence);
}

function isDenied(sentence: string, match: RegExpExecArray): boolean {
  return without.test(sentence.slice(0, match.index)) || impossible.test(sentence.slice(match.index));
}

const ofStatus = /\b(?:service|system) (?:status|alerts?)\b/iu;
const ofLeadTime =
  /(?<!no )\bnotice\b|\bnotification periods?\b|how (?:much|long|early|far)|advance|lead times?|vorlauf|ankündigungsfrist|varsel|préavis/iu;

const ofUpdates =
  /\bupdate (?:frequency|timeline|schedule|cadence)\b|\b(?:frequency|cadence|timing) of (?:updates|notices|notifications)\b/iu;
const aNotice =
  /\b(?:notices?|notifications?|announcements?|reminders?|(?:status|progress|immediate|first|final|regular) update)\b/iu;

/** Whether it says how long before, in figures. */
function isAhead({ words }: Point): boolean {
  return timingEntries(words).some(
    ({ when }) => when.kind === "before" || (when.kind === "unclear" && when.slot === "before" && when.near.length > 0),
  );
}

/** `Major changes: 1-2 weeks notice`, or `48 hours for …` under `How much notice we give`. */
function isTimeOfNotice(sentence: string, point: Point): boolean {
  const nearest = point.isProse ? (point.over.headings.split(" · ").at(-1) ?? "") : point.label;
  // `At start: immediate update`, or any time under `Update frequency`.
  const isOfUpdates = aNotice.test(sentence) || ofUpdates.test(point.over.headings);
  if (!point.isProse && isOfUpdates && timingEntries(point.words).length > 0) return true;
  return isAhead(point) && (/\b(?:notice|notification|notified|warning)\b/iu.test(sentence) || ofLeadTime.test(nearest));
}
