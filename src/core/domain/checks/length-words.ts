import { anyOf } from "../any-of.ts";
import { cannot, signIn } from "./effect-words.ts";

const windowLasts = anyOf`
  that is|(?:whole|entire) \w+ (?:takes|lasts|runs for)(?: about| up to)?
  window (?:is|of|lasts)(?: now| then| still)?|maintenance (?:is|of|lasts)
  (?:it|this|which|work|works|window|maintenance|interruption) (?:now |then )?lasts?|now lasts?
  duration|length|(?:in|for) an?
`;
/** Words before a length that say it is the window's. */
export const ofWindowBefore = new RegExp(`\\b${windowLasts}[\\s:(|]*$`, "iu");
export const ofWindowAfter = /^[\s-]*(?:long\s+)?(?:maintenance |change |service |planned )?(?:window|slot)\b|^\s+long\b/iu;
/** “It lasts”, “the interruption lasts”: the work, or what readers feel of it. */
export const ofWindowOrBreak = /\b(?:it|this|which|interruption) (?:now |then )?lasts?[\s:(|]*$/iu;

const inAll = "(?:in all|in total|altogether|overall|all told|all in all)";
/** “Two hours altogether”, “three hours of work in all” */
export const inAllAfter = new RegExp(`^\\s+(?:of work\\s+)?${inAll}\\b`, "iu");
/** “In total the upgrade takes” */
export const inAllBefore = new RegExp(`\\b${inAll}\\b`, "iu");
const wordsOfWork = anyOf`
  works?|maintenance|upgrade|update|migration|change|window
  the|our|this|all|whole|entire|planned|we|need(?:s|ed)?|is|are|of
`;
/** What a clause may hold beside a length and still speak of nothing but the work. */
export const ofTheWork = new RegExp(`\\b(?:${wordsOfWork}|${inAll})\\b`, "giu");

/** What readers are left without: “no access”, “no access to your orders”; not “no access to other customers' data”. */
const lost = anyOf`
  ${signIn}|access(?! to (?!the\b|your\b|our\b))
  service|connection|portal|system
`;
const effects = anyOf`
  breaks?|interruptions?|interrupted|outages?|pauses?|disruptions?|blips?|downtime
  unavailable|suspended|offline|down|unreachable|not available|not work(?:ing)?
  (?:is|are|be|goes?|going|${signIn}|portal|service) (?:off|out|away|gone)
  (?:portal|service|system) (?:closes|(?:is|will be) (?:closed|shut))
  ${cannot}|unable|impossible|nobody can|no one can
  without it|(?:los(?:e|es|ing|s of)|without|no|stops?) (?:the |their |your |its |any )?${lost}
`;
/** Words that say a length is of what readers feel. */
export const feltBefore = new RegExp(`\\b${effects}\\b[^.,;:]{0,50}$`, "iu");
/** “Sign-in off, 10 min” */
export const feltBeside = new RegExp(`\\b${effects}\\s*[,:]\\s*$`, "iu");
const effectsAfter = anyOf`
  ^\s+(?:without|of no|no) (?:the |your |any )?(?:\p{L}+ ){0,2}${lost}\b
  // “For ten minutes in there nobody can”
  ^[^.;:,\d]{0,20}\b(?:nobody|no one) can\b
  ^[\s-]*(?:of\s+)?(?:planned\s+|felt\s+|complete\s+)?(?:breaks?|interruptions?|outages?|pauses?|disruptions?|downtime)\b
`;
export const feltAfter = new RegExp(effectsAfter, "iu");
const feltAnywhere = anyOf`
  breaks?|interrupt\w*|outages?|pauses?|downtime
  unavailable|not (?:be )?available|offline|down|off|out|away|gone
  ${cannot}|unable|not be able|nobody can|no one can|won[’']t work
  fails?|drops?|stops?|lost|lose[sd]?|errors?|(?:without|no) (?:sign|log)[- ]?in
`;
/** “Impact: sign-in ≤ 10 min” */
export const labelOfEffect = /^\W*(?:impact|effect|outage|downtime|affected)\b[^:|\d]{0,24}[:|]/iu;
/** What readers feel, wherever in a sentence it stands. */
export const felt = new RegExp(`\\b${feltAnywhere}\\b`, "iu");

/** “Before the start”; “before 04:00” may be when it is felt. */
export const notNow = /^\s*(?:before(?!\s+\d)|earlier|later|notice|ahead|after|longer|faster|ago|instead)\b/iu;
export const spokenPast = /\b(?:was|were|took|lasted|needed|had)\b[^.;:,]{0,30}$/iu;
export const spokenOld = /\b(?:instead of|not|rather than|was|were|from|of the planned)\s+(?:up to\s+|about\s+)?$/iu;

/** Words that make a bound of a length: “no more than 10 minutes”, “ten minutes or less”. */
export const boundBefore = /\b(?:up to|(?:no|not) (?:more|longer) than|less than|at (?:the )?most|max(?:imum|\.)?|within)\s+$/iu;
export const boundAfter = /^\s*,?\s*(?:at (?:the )?most|or less|max(?:imum|\.)?|tops)(?!\p{L})/iu;
const wait = anyOf`
  \bafter\s+(?:about |another |more than )?$
  \b(?:if|should|when|unless)\b[^.;]*\b(?:for|than|takes|lasts?)\s+(?:more than |longer than |about )?$
`;
/** “If you still cannot sign in after 15 minutes, call us”: what a reader should wait is no length of the work. */
export const marginForReader = new RegExp(wait, "iu");
/** “02:00 GMT for three hours”: of the window or of the break, it is no longer than the window. */
export const fromAClock = /\d(?:\s?[ap]m)?(?:\s[A-Z]{2,5})?,? for (?:up to |about |around )?$/iu;
const emptyWords = anyOf`
  for|at|the|most|up|to|about|around|once|no|not|more|longer|less|than|max(?:imum)?
  and|with|an?|only|in|then|over|some|will|be|it|lasts?|takes?|expected|sorry
`;
/** What may stand between a comma and a length without saying what is so long. */
export const ofNothing = new RegExp(`\\b${emptyWords}\\b|[^\\p{L}]+`, "giu");

const shortTime = "(?:a while|some time|a (?:short|brief|little) (?:time|while|period|moment)|(?<=for )a (?:moment|bit|second))";
/** Not “some time between”, nor “some time on Saturday”. */
const notThen = "(?!\\s+between|(?<=some time)\\s+(?:from|on|in|after|before))";
const effectNoun = "(?:interruptions?|outages?|breaks?|disruptions?|downtime|pauses?)";
const withoutFigure = anyOf`
  \bmomentar(?:y|ily)\b(?:\s+\w+)?
  // “Several hours”
  \b(?:several|some|a few|few|a couple of|a number of)\s+(?:short\s+)?(?:seconds?|moments?|minutes|hours|days)\b(?:['’])?
  // “A brief interruption”
  \b(?:a\s+|an\s+)?(?:brief|short|quick|minor|small)\s+${effectNoun}\b
  // “For some time”
  \b(?:for )?${shortTime}\b${notThen}
`;
/** Words that stand where readers need a figure. */
export const vague = new RegExp(withoutFigure, "giu");
const away = "(?:unavailable|interrupted|unreachable|inaccessible|offline|down|off|out|away)";
const notForLong = anyOf`
  \bbriefly\s+(?:(?:be|become|go)\s+)?${away}\b|\b${away}\s+briefly\b
  \b${away},? but not (?:for )?(?:very )?long\b
`;
/** “Briefly unavailable” says no more than that it is not for long: it needs a figure somewhere in the text. */
export const briefly = new RegExp(notForLong, "giu");
const workOrEffect = anyOf`
  maintenance|work|works|upgrad\w+|window|service|system|portal|it|we
  break|interrupt\w*|outage|disrupt\w*|downtime|pause|unavailable|available|down|off|offline|slow\w*|out|away
  ${cannot}|unable|${signIn}|later?|delay\w*
`;
/** What a wait without a figure must be of to matter: the work, or what readers feel of it. */
export const ofTheEffect = new RegExp(`\\b${workOrEffect}\\b`, "iu");
