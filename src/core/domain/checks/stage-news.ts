import type { Stage } from "../matrix.ts";

/** Words by which a text tells the news of a later stage. A reader who finds none of them reads the announcement again. */
export const newsOf: Readonly<Record<Exclude<Stage, "announce" | "reminder">, RegExp>> = {
  start:
    /\b(?:started|kicked off|starts|starting|begun|began|begins|beginning|underway|under way|from now|now|in progress|running|(?:is|are) (?:down|off|unavailable|interrupted) (?:until|since)|has stopped|currently|at work|going on|as of|live)\b/iu,
  progress:
    /\b(?:goes on|going on|go on|continu\w+|still|under ?way|in progress|so far|remaining|left|on time|on schedule|halfway|half ?way|of the way|as planned|to plan|on track|done|step \d|late|behind|ahead|proceed\w*|progress\w*|copied|half-?time|no (?:delays?|changes?|surprises?)|(?:are|is) complete)\b|\d ?%/iu,
  extended:
    /\b(?:extend\w*|longer|overrun\w*|overruns|another|more time|delay\w*|later than|instead of|new end|takes? (?:\w+ ){0,3}more|more (?:time|than planned)|not keep|running late|push\w*|additional|(?:goes|go) on until|moves?|moved|now (?:\w+ )?(?:ends?|runs?|lasts?|finish\w*|until)|(?:was|were) (?:due |planned )?to (?:end|finish|be (?:over|done|back))|not (?:\w+ )?(?:\w+ )?\d{1,2}[:.]\d\d)\b/iu,
  rescheduled:
    /\b(?:move[ds]?|moving|reschedul\w+|postpon\w+|brought forward|new (?:time|date)|instead of|it was|now on|earlier than|later than|a (?:day|week|month) (?:later|earlier)|shift(?:ed|s)|replaces|put (?:off|back)|push(?:ed|ing)|slip(?:s|ped|ping)|deferred|chang(?:e of|ed? the|ing the) (?:date|time|day)|no longer on|now take)\b|→|⇒|[-=]>/iu,
  cancelled:
    /\b(?:cancel\w*|called off|call off|(?:will|does|do|did) not (?:take place|happen|go ahead)|won[’']t (?:take place|happen|go ahead)|not going ahead|withdrawn|dropped|scrubbed|stand down|stopped|decided not|abandon\w*|isn[’']t (?:happening|taking place)|no (?:work|maintenance|upgrade|interruption|break)\b|not be (?:interrupted|upgraded)|(?:upgrade|update|work|maintenance|change|release|migration)\b[^.;]{0,50} (?:is|are) (?:now )?off\b(?! (?:for|from|until|between|at|on)\b)|stays? (?:up|available)|stay available)\b/iu,
  rolledBack:
    /\b(?:roll(?:ed|ing)? back|rollback|undid|undone|undo|revert\w*|(?:went|gone|go|going) back|backed out|back (?:on|to|at)|restored|as before|(?:old|previous|former|earlier) version|return(?:ed|s)|abandon\w*|brought back)\b/iu,
  completed:
    /\b(?:complet\w+|conclu\w+|(?:is|are|was|were|has been|have been) back|finish\w+|done|over|ended|re-?opened|open again|works? (?:again|as)|worked|working again|restored|back (?:up|to normal|again|in service)|available again|resolved|resum\w+|went (?:well|through)|behind us|all clear|sign in (?:\w+ ){0,4}again|(?:is|are|now|[’']re) (?:up|live|now available)|up (?:again|since|and running)|success\w*|closed)\b/iu,
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
