import { plainText } from "./plain-text.ts";

const task =
  /^(?:[\p{L} ^*]{2,40} - )?(?:submit|set up|setup|orders?|arranges?|installs?|tests?|backs? up|create|open|file|raise|book|coordinate|review|verify|document|prepare|obtain|get|ask|run|monitor|check|deploy|perform|schedule|refer|ensure|confirm|conduct|evaluate|assess|identify|initiate|trigger|close|archive|attach|click|navigate|go to|log ?in(?:to)?|fill in|select|choose|pick|avoid|stop|(?:call|phone|ring|contact) (?:the |our )?[^.]{2,40} (?:at|on|under) (?:extension|ext\.?|\+?\d)|update (?:runbooks?|documentation|wikis?|records?)|follow your|write (?:the|a) (?:minutes|report)|update (?:the |all |any |our )?(?:[\p{L}/-]+ ){0,2}(?:runbooks?|documentation|docs|tickets?|wiki|records?|cmdb|checklists?|plans?|calendar))(?!\p{L})/iu;

/** Whether words begin with a piece of work: `Prepare the forms`. */
export function isTaskText(text: string): boolean {
  return task.test(plainText(text)) || isDone.test(plainText(text));
}

/** `Engineer on call named for the next 48 hours`, on a list to tick off. */
const isDone =
  /^[^,.:;]{3,60} (?:held|named|assigned|reviewed|rehearsed|passed|signed off|tested|written|prepared|checked|ready)(?:,? (?:by|for|in|on|with|\d)[^.:;]{2,90})?$/iu;
