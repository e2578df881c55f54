import { anyOf } from "../../any-of.ts";
import { findChannels } from "../words/channel-words.ts";
import { kindsOfWork } from "../words/work-words.ts";
import { tellingOfPlaces } from "./changed-places.ts";
import { namingEarlierReaders } from "./earlier-readers.ts";

/** A turn of phrase, and what a list would have in its place; `$1` is its first group. */
type Turn = {
  readonly turn: RegExp;
  readonly plain: string;
  /** It is work beside the notices, unless it names a way of telling. */
  readonly isTask?: true;
};

/** Of `in advance of the work`, `the start of the release`: there it is no notice that is of something. */
const partOrMeasure = anyOf`
  advance|ahead|prior|out
  start|end|beginning|day|time|date|duration|length|course
  case|event|because|instead
  part|kind|type|terms|types
  week|hours|minutes|days|weeks
`;
const anyWork = "(?:any|the|each|every|such|its|our|all|an?|upcoming|regularly)";
/** Of other work there may be other rules. */
const otherWork = "(?:major|minor|emergency|urgent|critical|standard|high|low|unplanned)";
const timeOf = "(?:when|if|once|before|after|until|by)";
/** `the monthly database` upgrade. */
const itsName = String.raw`(?:(?!(?:${otherWork}|${timeOf}) )[\p{L}-]+(?: or| and)? ){0,3}?`;
const itsWindow = "(?: (?:windows?|events?|services?|downtimes?|work|period))?";
const ofWhat = String.raw`(?: (?:to|in|for) (?:the|our|your|any|its) (?:[\p{L}-]+ ){0,3}?[\p{L}-]+(?=[.,;]|$))?`;
const ofTheWork = new RegExp(
  String.raw`(?<!\b${partOrMeasure}) (?:of|about|regarding|concerning) (?:${anyWork} )?${itsName}` +
    `(?:${kindsOfWork}|interruptions?)${itsWindow}${ofWhat}(?=[.,;: ]|$)`,
  "giu",
);

const doTask = "(?:open|create|raise|file|book|update|prepare|schedule|fix|set)s?";
const thenTell = "(?:announce|post|publish|e-?mail|notify|tell|inform|send)s?";
const alsoDo = anyOf`
  take|put|switch|turn|remove|close|open|set|check|run|stop|resume|re-?enable|disable
  archive|record|log|attach|note|mark|move|copy|save|file|monitor|watch
`;
const soThat = "(?:so (?:that )?(?:they|we|you|it|the|customers|users|people|everyone|staff)|in order to)";
const tell = "(?:post|publish|announce|put|share)(?:s|es|ed)?";
const itsNewTime = "(?:new|revised|actual|final) (?:start|end|date|time|schedule|window)(?:s| times?| dates?)?";
const paper = String.raw`(?:minutes of|report|summary|agenda|slides|metrics|retro\p{L}*|document)`;
const everyWork = `(?:every|each|any|all) (?:planned |scheduled )?${kindsOfWork}`;
const often = String.raw`(?:every (?:\d+|two|three|four|six|ten|fifteen|thirty) ?\p{L}+|hourly|every (?:half )?(?:an )?hour)`;
const page = "(?:status ?page|status|banner|home ?page|portal)";
const allWork = `(?:any|the|each|every|its|all) (?:(?:planned|scheduled) )?${kindsOfWork}`;

const isAnnounced = "(?:is|are|will be|shall be) (?:announced|communicated|published)";

/** In this order: a later one counts on the words an earlier one leaves. */
const turns: readonly Turn[] = [
  { turn: / +/gu, plain: " " },
  // `6.2 The Supplier shall …`: the number of a clause.
  { turn: /^\(?(?:\p{Lu}\.?)?(?:\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}\.)[.)]? (?=\p{Lu})/u, plain: "" },
  // `For every kind of release: …`: of each.
  { turn: new RegExp(`^for (?:every|any|all) (?:kinds?|types?|sorts?) of ${kindsOfWork}[:,] *`, "iu"), plain: "" },
  // `The time when the work starts`: when it starts.
  { turn: /^(?:the )?(?:time|moment|point) (?:when|at which) /iu, plain: "when " },
  // `using the cluster users mailing list`: whose list it is names nobody else.
  {
    turn: /\b(?:using|via|through|by|on) (?:the |our |a )?(?:[\p{L}-]+ ){1,5}?((?:mailing|e-?mail|distribution) lists?)(?!\p{L})/giu,
    plain: "via $1",
  },
  // `by mail to the list: users@example.org`: the address of a way that is named.
  { turn: /(?<=\p{L}[^@]{3,}):? ?\(?[\p{L}\d._+-]+@[\p{L}\d.-]+\p{L}\)?/giu, plain: "" },
  // `Agents – email ten days before`: a label as with a colon.
  { turn: /^(\p{Lu}[\p{L} '&/]{1,40}) [–—-] (?=\p{Ll}|#)/u, plain: "$1: " },
  // `notice of any Planned Maintenance`: what it is about, which is every window.
  { turn: ofTheWork, plain: "" },
  // `open the issue and announce it on the status page`: the first half is a task.
  { turn: new RegExp(`${doTask} [^,;.:]{2,60}? (?:and|then) (?=${thenTell}\\b)`, "giu"), plain: "", isTask: true },
  // `Post in #operations when it is over, and take the alerts off hold`: the second half is a task.
  { turn: new RegExp(`,? and ${alsoDo}\\b[^.;:#]{3,80}(?=[.;]|$)`, "iu"), plain: "", isTask: true },
  // `There is no message afterwards, except if it overruns: in that case we phone`: what is owed is the exception.
  {
    turn: /^[^,:;]*,? (?:except|unless|außer|undtagen|sauf|excepté) (?=(?:if|when|wenn|falls|hvis|si) [^:]+: )/iu,
    plain: "",
  },
  { turn: /(?<=: )(?:in that case|in diesem Fall|i så fald|dans ce cas),? /iu, plain: "" },
  // `They are told in the same way`
  { turn: /(?<!\p{L})they (?:are|will be) (?:told|informed|notified) in the same way/iu, plain: "tell to the same people" },
  {
    turn: /(?<!\p{L})(?:ils|elles) (?:sont|seront) (?:prévenu|informé|averti)e?s de la même (?:façon|manière)/iu,
    plain: "tell to the same people",
  },
  // `an email that says what happened; you'll have it within two days`: what it says.
  {
    turn: /\b(an? (?:e-?mail|message|notice|note|update)) (?:that|which) (?:says|explains|tells|names|lists) [^,.;:]{3,80}/iu,
    plain: "$1",
  },
  { turn: /[;,] (?:you|they)(?:'ll| will) (?:have|get|receive) it (?=within)/iu, plain: " " },
  // `At the same time we email …`: when stands behind, as elsewhere.
  {
    turn: /^((?:at|on) the same (?:time|day)|gleichzeitig|samtidigt?|en même temps|au même moment),? (\p{L}[^.;]+)/iu,
    plain: "$2 $1",
  },
  // `we repeat the message to all users`
  { turn: /\brepeats? (?:the|this|our) (?:message|notice|announcement)(?= (?:to|by|in|on)\b)/iu, plain: "send a reminder" },
  // `The reopening of the register is published`: when it is open again.
  {
    turn: /^(?:the )?(?:re-?opening|restoration|return) of (?:the |our )?[\p{L} -]{3,40}? is (?:published|announced|posted)(?=[ .])/iu,
    plain: "post when it is open again,",
  },
  // `Professional users are, in addition, informed`
  { turn: /, (?:in addition|moreover|furthermore|additionally),(?= )/iu, plain: "" },
  // `Any change which requires work of yours is announced`: of which it is, the heading says.
  { turn: new RegExp(`^((?:any|each|every) [\\p{L}-]+) (?:which|that) [^,.;]{3,60}? (?=${isAnnounced}\\b)`, "iu"), plain: "$1 " },
  // `…; it names the person who brings the papers`: what it says.
  { turn: /; (?:it|this) (?:names|says|gives|lists|tells|explains|contains) [^.;]{3,120}/iu, plain: "" },
  // `on the log-in screen of the system concerned`
  { turn: /(?<=\b(?:screen|page)s?) of (?:the|each|every) (?:system|service|application)s? concerned/iu, plain: "" },
  // `Say "starting" in the thread`, `one line in #all`: what is then posted.
  {
    turn: /(?<=^|, |[?!] )(?:(?:say|write|post) )?(?:"[^"]{1,40}"|(?:it|one line|a line|a note)(?= (?:in|on|to) ))(?= )/iu,
    plain: "post",
  },
  // `During a long downtime the duty nurse telephones`: of which work, and then who.
  {
    turn: /^during (an? [\p{L} -]{3,40}?(?:downtime|outage|closure|interruption|maintenance)) (?=(?:the|our) )/iu,
    plain: "for $1, ",
  },
  // `and a last one when everything is back`
  { turn: /, and (?:a|one) (?:last|final|second|third|further) one(?= (?:when|once|at|after)\b)/iu, plain: " and" },
  // `In that case users are informed`: the case is the heading's.
  { turn: /^In (?:that|this|such|these) (?:an? )?(?:cases?|events?),? (?=\p{L})/iu, plain: "" },
  // `on the district website`: whose it is.
  { turn: /\b(on|in) (?:the |our |its )?(?:[\p{L}'-]+ ){1,2}(?=websites?\b|web ?pages?\b|home ?page\b)/giu, plain: "$1 the " },
  // `by email, at the address registered in the portal`: where mail goes.
  { turn: /,? (?:at|to) the (?:e-?mail )?address(?:es)? [^.;:]{3,100}/giu, plain: "" },
  // `so that they can answer questions`: what it is for.
  { turn: new RegExp(`,? ${soThat} (?:[^.;:]|(?<=\\d)[.:](?=\\d)){3,120}(?=[.;:]|$)`, "giu"), plain: "" },
  // `posts the new date in #releases`: what is told, and no time of telling.
  {
    turn: new RegExp(`(?<=\\b${tell}) (?:the |a |its )?${itsNewTime}(?= (?:in|on|to|via|by)\\b)`, "giu"),
    plain: " it",
  },
  // `Post how far you are in #data`: what it says.
  {
    turn: new RegExp(
      "^((?:please )?(?:post|share|write|announce)) " +
        String.raw`(?!in |on |to |via )(?![^#]*\b${paper}\b)[\p{L}' -]{3,50}? (?=in #)`,
      "iu",
    ),
    plain: "$1 ",
  },
  // `Of every planned downtime we tell …`: what it is about, which is every window.
  { turn: new RegExp(`^(?:Of|About|For) ${everyWork},? (?=\\p{L})`, "iu"), plain: "" },
  // `Set the status page to "maintenance" at the start`: what it then says.
  {
    turn: /\b(?:set|switch|change)s? (?:the |our )?(status ?page|banner|home ?page|portal) to ["“„«][^"”“»]{2,40}["”»]/giu,
    plain: "update $1",
  },
  // `Expect an email three days before`: it is sent.
  {
    turn: /^(?:please )?expect (?:an? |the )?(?=(?:\p{L}+ )?(?:e-?mails?|notices?|messages?|announcements?|notifications?|letters?)\b)/iu,
    plain: "send ",
  },
  // `Switch on the banner`
  {
    turn: /\b(?:switch|turn|put) (?:on|up)(?: the| an?)? (?=[^.,;]*\b(?:banner|notice|message|pop-?up)\b)/iu,
    plain: "post ",
  },
  // `Let #operations know`
  {
    turn: /\b(?:let|keep) (#[\p{L}\d_-]+)(?: channel)? (?:know|informed|updated|posted)(?!\p{L})/iu,
    plain: "post in $1",
  },
  // `every 30 minutes until service is restored`: as long as it runs.
  { turn: new RegExp(`(${often}) until [^,.;()]{3,60}`, "iu"), plain: "$1" },
  // `Announce it on the status page`
  { turn: /\b((?:announce|post|publish|put|send|share)s?) (?:it|this|that|them)(?= (?:on|in|to|by|via)\b)/giu, plain: "$1" },
  // `set the status page to operational`: what it then says.
  {
    turn: new RegExp(
      String.raw`\b(?:set|switch|change|turn|flip|update)s? (?:the |our )?(${page}) ` +
        '(?:back )?(?:to|on|off)(?: ["“]?[^.,;:]{2,40})?(?=[.,;:]|$)',
      "giu",
    ),
    plain: "update $1",
  },
  // `as discussed in the Slack chat of …`: where it was said, and no way of telling.
  {
    turn: /,? as (?:discussed|described|noted|mentioned|explained|outlined|said|seen) (?:in|on|by|at) [^,.;()]{2,80}/giu,
    plain: "",
  },
  // `by 16:00 on the day before`: in the morning is by then.
  {
    turn: / (?:by|before|until|no later than) (?:1[0-9]|2[0-3])[:.]\d\d(?: (?:o'clock|h|hrs))?(?: on)?(?= )/giu,
    plain: "",
  },
  // `confirm the Planned Maintenance to the authority`
  {
    turn: new RegExp(`(?<= )(?:confirms?|announces?|notif(?:y|ies)|communicates?|reports?|advises?) ${allWork} (?=to )`, "giu"),
    plain: "send ",
  },
  // `Every hour an update on the status page, even if it is dull`
  { turn: /,? even (?:if|when|though) [^.,;:]+/giu, plain: "" },
  {
    turn: new RegExp(`^(${often}),? an? (?:short )?(?:update|message|note|line|post) ((?:on|in|to) [^.,;:]+)`, "iu"),
    plain: "post $2, $1",
  },
  // `need just one line in #bridge`
  { turn: /\bneeds? (?:just |only )?(?:one line|a (?:line|note|message|post)) (?=(?:in|on|to) )/iu, plain: "post " },
  // `Post "we are starting" in #bridge`
  { turn: /^((?:send|post|write|publish|announce|e-?mail) )(?:an? |the )?["“„«][^"”“»]{1,80}["”»] /iu, plain: "$1" },
];

/**
 * The sentence with its turns of phrase put as a list would put them. What is announced drops out, since a window is what
 * every notice is about.
 */
export function withoutTurns(sentence: string): string {
  return turns.reduce(
    (text, { turn, plain, isTask }) =>
      isTask ? text.replace(turn, (task) => (findChannels(task).length === 0 ? plain : task)) : text.replace(turn, plain),
    tellingOfPlaces(namingEarlierReaders(sentence)),
  );
}
