import { anyOf } from "../any-of.ts";
import type { Stage } from "../matrix.ts";

const started = anyOf`
  started|kicked off|starts|starting|begun|began|begins|beginning
  // So it is now
  underway|under way|from now|now|in progress|running|currently|at work|going on|as of|live
  (?:is|are) (?:down|off|unavailable|interrupted) (?:until|since)
  has stopped
`;

const onItsWay = anyOf`
  // It goes on
  goes on|going on|go on|continu\w+|still|under ?way|in progress|proceed\w*|progress\w*
  // How far it is
  so far|remaining|left|halfway|half ?way|half-?time|of the way|done|step \d|copied|(?:are|is) complete
  // How it compares with the plan
  on time|on schedule|as planned|to plan|on track|late|behind|ahead|no (?:delays?|changes?|surprises?)
`;

const takesLonger = anyOf`
  extend\w*|longer|overrun\w*|overruns|another|additional
  more time|more (?:time|than planned)|takes? (?:\w+ ){0,3}more
  delay\w*|running late|push\w*|moves?|moved|not keep
  // The new end
  later than|new end|(?:goes|go) on until|now (?:\w+ )?(?:ends?|runs?|lasts?|finish\w*|until)
  // The old one
  instead of|(?:was|were) (?:due |planned )?to (?:end|finish|be (?:over|done|back))|not (?:\w+ )?(?:\w+ )?\d{1,2}[:.]\d\d
`;

const moved = anyOf`
  move[ds]?|moving|reschedul\w+|postpon\w+|brought forward|shift(?:ed|s)|deferred
  put (?:off|back)|push(?:ed|ing)|slip(?:s|ped|ping)
  // The new time
  new (?:time|date)|now on|now take|earlier than|later than|a (?:day|week|month) (?:later|earlier)
  chang(?:e of|ed? the|ing the) (?:date|time|day)
  // The old one
  instead of|it was|replaces|no longer on
`;

const calledOff = anyOf`
  cancel\w*|called off|call off|withdrawn|dropped|scrubbed|stand down|stopped|decided not|abandon\w*
  // It will not be
  (?:will|does|do|did) not (?:take place|happen|go ahead)|won[’']t (?:take place|happen|go ahead)|not going ahead
  isn[’']t (?:happening|taking place)|no (?:work|maintenance|upgrade|interruption|break)\b|not be (?:interrupted|upgraded)
  (?:upgrade|update|work|maintenance|change|release|migration)\b[^.;]{0,50} (?:is|are) (?:now )?off\b(?! (?:for|from|until|between|at|on)\b)
  // What is so instead
  stays? (?:up|available)|stay available
`;

const undone = anyOf`
  roll(?:ed|ing)? back|rollback|undid|undone|undo|revert\w*|backed out|abandon\w*
  // As it was
  (?:went|gone|go|going) back|back (?:on|to|at)|restored|as before|return(?:ed|s)|brought back
  (?:old|previous|former|earlier) version
`;

const over = anyOf`
  complet\w+|conclu\w+|finish\w+|done|over|ended|resolved|closed
  // It works
  (?:is|are|was|were|has been|have been) back|back (?:up|to normal|again|in service)
  re-?opened|open again|available again|resum\w+|restored
  works? (?:again|as)|worked|working again|sign in (?:\w+ ){0,4}again
  (?:is|are|now|[’']re) (?:up|live|now available)|up (?:again|since|and running)
  // It was a success
  success\w*|went (?:well|through)|behind us|all clear
`;

/** Words by which a text tells the news of a later stage. A reader who finds none of them reads the announcement again. */
export const newsOf: Readonly<Record<Exclude<Stage, "announce" | "reminder">, RegExp>> = {
  start: new RegExp(`\\b${started}\\b`, "iu"),
  progress: new RegExp(`\\b${onItsWay}\\b|\\d ?%`, "iu"),
  extended: new RegExp(`\\b${takesLonger}\\b`, "iu"),
  rescheduled: new RegExp(`\\b${moved}\\b|→|⇒|[-=]>`, "iu"),
  cancelled: new RegExp(`\\b${calledOff}\\b`, "iu"),
  rolledBack: new RegExp(`\\b${undone}\\b`, "iu"),
  completed: new RegExp(`\\b${over}\\b`, "iu"),
};

/** Status words that open a subject, and the stages they may open. */
export const statusWords: readonly { readonly word: RegExp; readonly stages: readonly Stage[] }[] = [
  { word: /^reminder\b/iu, stages: ["reminder"] },
  { word: /^(?:started|starting|start)\s*[:–-]/iu, stages: ["start"] },
  { word: /^(?:update|progress)\s*[:–-]/iu, stages: ["progress", "extended", "rescheduled", "start"] },
  { word: /^extended\b/iu, stages: ["extended"] },
  { word: /^(?:moved|rescheduled|postponed|brought forward)\b/iu, stages: ["rescheduled"] },
  { word: /^delayed\b/iu, stages: ["rescheduled", "extended"] },
  { word: /^(?:cancelled|canceled|called off)\b/iu, stages: ["cancelled"] },
  { word: /^(?:rolled back|reverted)\b/iu, stages: ["rolledBack"] },
  { word: /^(?:completed|complete|finished|done|resolved)\b/iu, stages: ["completed"] },
];

/** The status word of a stage's subject (NOTICES.md); none for an announcement. */
export const statusWordOf: Readonly<Record<Stage, string>> = {
  announce: "",
  reminder: "Reminder",
  start: "Started",
  progress: "Update",
  extended: "Extended",
  rescheduled: "Moved",
  cancelled: "Cancelled",
  rolledBack: "Rolled back",
  completed: "Completed",
};
