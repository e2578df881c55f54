import { anyOf } from "../../any-of.ts";
import { plainText } from "./plain-text.ts";

const writings = anyOf`
  runbooks?
  documentation|docs|wiki
  tickets?|records?|cmdb
  checklists?|plans?|calendar
`;

const work = anyOf`
  // Made ready
  prepare|arranges?|orders?|book|schedule|set up|setup|installs?|obtain|get|ask
  // Written down
  create|open|file|raise|submit|document|attach|close|archive
  update (?:the |all |any |our )?(?:[\p{L}/-]+ ){0,2}${writings}
  update wikis
  write (?:the|a) (?:minutes|report)
  // Looked at
  review|verify|coordinate|refer|ensure|confirm|conduct|evaluate|assess|identify
  // Done
  run|monitor|check|tests?|backs? up|deploy|perform|initiate|trigger|avoid|stop|follow your
  (?:call|phone|ring|contact) (?:the |our )?[^.]{2,40} (?:at|on|under) (?:extension|ext\.?|\+?\d)
  // Pressed
  click|navigate|go to|log ?in(?:to)?|fill in|select|choose|pick
`;
/** With who does it before a dash: `Engineer - Set up a window`. */
const task = new RegExp(`^(?:[\\p{L} ^*]{2,40} - )?${work}(?!\\p{L})`, "iu");

const done = anyOf`
  held|named|assigned|reviewed|rehearsed|passed|signed off|tested|written|prepared|checked|ready
`;
/** `Engineer on call named for the next 48 hours`, on a list to tick off. */
/** `On-call handover happens on Wednesdays`: what a team does for itself. */
const ownHabit = /^(?:on-?call |shift )?hand-?overs? (?:is|are|happens?|takes? place)\b/iu;
const isDone = new RegExp(`^[^,.:;]{3,60} ${done}(?:,? (?:by|for|in|on|with|\\d)[^.:;]{2,90})?$`, "iu");

/** Whether words begin with a piece of work: `Prepare the forms`. */
export function isTaskText(text: string): boolean {
  return [task, isDone, ownHabit].some((pattern) => pattern.test(plainText(text)));
}
