import { anyOf } from "../any-of.ts";
import { cannot } from "./effect-words.ts";

const theWork = "(?:it|window|works?|maintenance|outage|interruption|downtime)";
/** “Of the patient portal”; the work on an index or a copy is a part of it. */
const ofWhat = "(?: (?:of|on|to) (?:the |our )?(?:[\\p{L}-]+ ){0,2}(?:portal|service|system|platform|site|app(?:lication)?))?";
const goesToEnd = anyOf`
  (?:ends?|finish(?:es)?)(?:\s+(?:at|on|by))*
  (?:is|are) (?:expected|planned|due) to (?:end|finish)(?:\s+(?:at|on|by))*
  (?:runs?|lasts?) (?:until|till|to)
`;
const weStart =
  "\\bwe (?:will |shall )?(?:start|begin) (?:the |our |this |planned )*(?:work|maintenance|upgrade|update|migration)\\b";
/** Words before a time that lead to the start: a label, a verb at the head of a clause, or one of the work. */
export const starts = [
  /(?:^|[\n|]|\s[-–])\W*(?:(?:new|start|starting|maintenance|planned|window) )*(?:time|when)\s*[:|]\s*$/iu,
  /(?:^|[\n|])[\s*•-]*(?:start|starts|begin|begins|from)\b(?:[^:|\d]{0,12}[:|]|\s{2,})[\s,]*$/iu,
  /(?:^|[,;]\s+)\W*(?:starts?|begins?)\s+(?:at\s+)?$/iu,
  new RegExp(`\\b${theWork}${ofWhat}\\s+(?:(?:will|now)\\s+)*(?:starts?|begins?)(?:\\s+(?:at|on|from))*[\\s,]*$`, "iu"),
  new RegExp(`${weStart}[^.;:,]{0,40}\\b(?:at|from)[\\s,]*$`, "iu"),
];
/** “We start at … and finish at”: with both, it is the work that we start. */
export const weStartAt = /\bwe (?:will |shall )?(?:start|begin)\s+(?:at|on|from)[\s,]*$/iu;
export const andFinish = /^[^.;]{0,30}\band (?:will )?(?:finish|end|stop|are done)\b/iu;
/** The same for the end. */
export const ends = [
  /(?:^|[\n|])[\s*•-]*(?:end|ends|until|finish|finishes|back)\b(?:[^:|\d]{0,12}[:|]|\s{2,})[\s,]*$/iu,
  /\b(?:on (?:time|schedule|track|course|target) for|aiming (?:at|for)|(?:extended|prolonged)\s+(?:until|till|to))[\s,]*$/iu,
  /(?:^|[,;]\s+)\W*(?:ends?|finish(?:es)?)\s+(?:at\s+)?$/iu,
  new RegExp(`\\b${theWork}${ofWhat}\\s+(?:(?:will|now)\\s+)*${goesToEnd}[\\s,]*$`, "iu"),
  // “The work begins at 02:00 and ends at”
  new RegExp(`\\b${theWork}\\b[^.;]{0,40}\\b(?:starts?|begins?)\\b[^.;]{0,60}\\band (?:then )?${goesToEnd}[\\s,]*$`, "iu"),
];
/** “The portal goes offline at” */
export const goesOff = /\b(?:goes|go|going|taken|take) (?:\w+ ){0,3}(?:offline|down)\b[^.:;]{0,30}\b(?:at|from)[\s,]*$/iu;
const worksSince = anyOf`
  since|re-?opened (?:at|on)|again (?:at|from)|(?:restored|back) (?:at|since|on)|version at
  (?:works?|upgrade|it|window|maintenance|change) (?:was |has |is )?(?:ended|finished|completed|over|done) (?:at|on)
`;
/** “Done at”, “it works again since” */
export const since = new RegExp(`^\\W*(?:done|finished|completed|ended)\\s+(?:at\\s+)?$|\\b${worksSince}[\\s,]*$`, "iu");
export const deadline =
  /\b(?:by|before|until|till|no later than|at the latest(?: by)?|deadline:?)\s*(?:about\s)?[\s,]*(?:on\s*)?$/iu;

const over = anyOf`
  (?:is |are )?(?:done|finished|over|back)
  end of (?:the )?(?:work|maintenance|window)|(?:work|maintenance|window) ends
`;
/** “04:00 GMT  done”: what a line of a timeline says of its time. */
export const endAfter = new RegExp(`^\\W*(?:[A-Z]{2,5}\\b)?\\W*(?:all )?${over}\\b`, "u");

const happens = anyOf`
  ends?|finish(?:es|ed)?|starts?|begins?|runs?|lasts?|takes? place|happens?
  over|done|back|complete[d]?|on
`;
const newOrNow = anyOf`
  new (?:date|time|end|start|slot|window|day)
  now (?:\w+ )?(?:to )?(?:be )?${happens}
`;
/** “The new end is”, “it now ends”, and the rest of the words before the time. */
export const newTime = new RegExp(`\\b${newOrNow}\\b(?<rest>[^.;:|]{0,48}[:|]?[\\s,*]*)$`, "iu");
/** “New: ”, “is now ”, “→ ” */
export const labelledNew = /(?:^|[\s|(,*])(?:new|now)\s*[:=]\s*$|\bis now\s+$|\bbut (?:on|to)\s+$|(?:→|⇒|[-=]>)[\s*]*$/iu;
/** “Moved from … to” */
export const movedTo =
  /\b(?:mov(?:ed|es|ing)|rescheduled|postponed|pushed|shifted|brought forward|put (?:off|back)|deferred)\b[^.;]{0,60}\bto[\s,*]*$/iu;
/** “Instead of the first date,” */
export const toldOld = /\b(?:instead of|rather than|not|first|originally|original|old|former|previous|earlier)\b[^.;:]{0,24}$/iu;
const ofThen = "(?:first|original|old|former|earlier|initial)";
const thenPlanned = anyOf`
  (?:in|by|under|on|per) (?:the |our )?${ofThen} (?:plan|schedule|timetable|announcement|notice)
  (?:as )?(?:first|originally|initially|previously) (?:planned|announced|scheduled|told|set)
  originally|at first
`;
/** “04:00 in the first plan”: words after a time of then. */
export const toldOldAfter = new RegExp(`^[^.;:,]{0,30}?,?[\\s(]*\\b${thenPlanned}\\b`, "iu");
export const spokenOld = /\b(?:not|instead|rather|than|was|were|old|from|replac\w+|originally|planned|no longer)\b|\d/iu;

const effects = anyOf`
  ${cannot}|(?:will )?not be able to|unable to
  unavailable|interrupted|offline|impossible|without (?:sign[- ]?in|access|service)
`;
const feltOrAsked = anyOf`
  \b${effects}\b
  \bplease (?:plan|prepare|allow|expect|keep|mark|be ready)\b
`;
/** What readers feel, or are asked to plan for. */
export const felt = new RegExp(feltOrAsked, "iu");

const saidOfTheOld = anyOf`
  // That it was
  was|were|had|has|have|been|did|found
  old|former|previous|earlier|originally|first|until now
  plan(?:ned|s)?|announced|told|said|wrote|written|notice of
  // That it is replaced
  instead|rather|than|from|replac\w+|mov\w+|resched\w+|postpon\w+|cancel\w+
  free[ds]?|release[ds]?|forget|ignore
  // That it isn't so
  not|never|no|would|if
`;
/** What else a sentence may say of an old date: that it was, is replaced, or isn't so. */
export const ofTheOld = new RegExp(`\\b${saidOfTheOld}\\b|n['’]t\\b|→|>`, "iu");

const everything = "it|all|everything|work|works|portal|service";
const finished = "(?:finished|done|over|back(?: up)?|complete[d]?)";
const beFinished = "(?:finish(?:ed)?|done|over|back|through|complete[d]?|end)";
const toFinish = anyOf`
  // “We now expect to be finished”
  (?:now )?(?:expect(?:ed|s|ing)?|plan|aim|hope) (?:it |us )?to (?:be )?${beFinished}
  expect completion
  // “All is back up”
  (?:${everything}) (?:is|are) ${finished}
  // “It should all be over”
  (?:we|${everything}) (?:will|should) (?:all )?(?:be ${finished}|finish|end)
`;
const headOfClause = "(?:^\\s*(?:and )?|\\band |\\b(?:it|works?|upgrade|update|maintenance|window|migration)\\s+(?:now )?)";
const lastsUntil = "(?:(?:runs?|goes on|continues|lasts) (?:until|till|to)|(?:ends?|finish(?:es)?) (?:at|by))";
const fromNow = "\\b(?:from now (?:on )?(?:until|till|to)|between now and)";
/** “Between now and”: all that is left of the work, whatever is felt in it. */
export const untilItsEnd = new RegExp(`${fromNow}[\\s,]*$`, "iu");
const leadToEnd = anyOf`
  \b${toFinish}\b[^.;:\d]{0,30}\b(?:by|at|before|around|about)
  // “Sign-in will work again from”
  \b(?:will|can|should)\b[^.;:\d]{0,50}\bagain (?:from|at|by|after)
  // “The work goes on until”
  ${headOfClause}${lastsUntil}
  ${fromNow}
`;
/** Words that make the time after them the end which is expected now. */
export const expectedEnd = new RegExp(`${leadToEnd}[\\s,]*$`, "iu");

const once = "(?:(?:first|previously|originally|initially|once) )?";
const setFor = "(?:(?:scheduled|planned|announced|meant|set|due) )?(?:for|on|to be)?";
const formerly = anyOf`
  instead of|rather than|originally|original|old|former|previous(?:ly)?|earlier
  first (?:written|said|told|announced|planned|set|named|chosen|meant)
`;
const leadToOld = anyOf`
  // “Was first planned for”
  \b(?:was|were|been) ${once}${setFor}\s*(?:on )?$
  // “The earlier date”, “first announced for”
  \b${formerly}\b[^.;:]{0,24}$
  \bnot (?:on )?(?:the )?$
`;
/** Words before a date which it had once. */
export const saidThen = new RegExp(leadToOld, "iu");
/** “… no longer holds”, after a date */
export const noLonger = /^[^.]{0,24}\b(?:no longer|does not hold|is dropped|is off)\b/iu;

const leadToPlanned = anyOf`
  (?<!\bnew )\b(?:planned|scheduled|announced|original|first|old|former|earlier) (?:end|finish)(?:\s*(?:of|at|was|is|:))*\s*$
  \b(?:planned|scheduled|announced) (?:until|till|was|to end at)\s*$
  [(,]\s*planned\s*[:=]?\s*$
`;
/** Words before the end that was planned. */
export const planned = new RegExp(leadToPlanned, "iu");

const then = "(?:old|first|earlier|original|former|previous|initial|planned|scheduled|announced)";
const hoped = "(?:due|meant|hoped|planned|expected|supposed)";
const ended = "(?:end|finish(?:ed)?|done|over|complete[d]?)";
const leadToFormerEnd = anyOf`
  // “The planned end of”, “(the first plan of”
  (?<!\bnew )\b${then} (?:end|finish|plan|estimate)\b[^.;:\d]{0,16}
  \bthan (?:first |originally )?(?:planned|scheduled|announced)
  // “It was expected to be finished by”, “we had hoped to finish by”
  \b(?:was|were|had|had been)(?: ${hoped})? to (?:be )?${ended}(?: (?:it|all|everything))? (?:by|at|until|before|around)
  // “We won't be done by”
  (?:\bnot|n['’]t) (?:be )?(?:done|finished|over|complete[d]?) (?:by|at|before)
  \b(?:end|finish|return|completion|window|works?|maintenance)\b[^.;]{0,60}\b(?:delayed|moved|pushed|extended|put back) from
`;
/** Words before the end that work had before it took longer. */
export const formerEnd = new RegExp(`${leadToFormerEnd}[\\s(:,*]*$`, "iu");

const leadToReplaced = anyOf`
  \b(?:instead of|rather than|not(?: at| until| till| by)?|previously|formerly|originally|was|were)\W{0,3}$
  \b(?:was|were) to (?:end|finish|be over) (?:at|by)\s*$
`;
/** Words right before a time which another has replaced. */
export const replaced = new RegExp(leadToReplaced, "iu");

/** “Works again until” */
export const anEnd =
  /\b(?:ends?|ending|finish(?:ed|es)?|works? again|back|over|done|through|completion|completed?|until|till)\b[^.;:\d]{0,16}[\s,]*$/iu;

const workOrWe = "(?:it|we|window|works?|maintenance|upgrade|update|migration)";
const hasBegun = "(?:started|began|begun|kicked off|under ?way since|running since)";
/** “Has started and ends by” leads to the end. */
const noEnd = "(?!(?:and|by|to|until|till|ends?|runs?|lasts?)\\b)";
const leadToBegun = anyOf`
  (?:^|[,;(]\s*)\W*(?:started|began|kicked off)\s+(?:at|on)?[\s,]*$
  \b${workOrWe}\b(?: \w+){0,5} ${hasBegun}\b(?: ${noEnd}\w+){0,3}[\s,(]*(?:at|on)?[\s,]*$
`;
/** Words before the time at which the work began. */
export const begun = new RegExp(leadToBegun, "iu");
