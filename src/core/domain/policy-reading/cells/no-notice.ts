import { anyOf } from "../../any-of.ts";
import { isEmptyMark } from "../words/channel-words.ts";

const noticeWord = "(?:notification|notice|communication|announcement|message)s?";
const noNotices = String.raw`no (?:\p{L}+ ){0,2}${noticeWord}(?: (?:is|are))?(?: (?:needed|required|necessary|owed|sent))?`;
const nothing = anyOf`
  n\s?[/.]?\s?a\.?|-+|/|\.
  none (?:required|needed|necessary)|none|nil|nothing|nobody|not (?:applicable|required|announced|told|notified)
  ${noNotices}|no
  // German
  nichts|niemand|keine?|entfällt|nein
  // Danish
  intet|ingen|nej
  // French
  rien|personne|aucune?|non
`;
const exception = "(?:unless|except|only|if)";
/** `None`, `no notice is needed`, with an exception behind it or nothing. */
export const noNotice = new RegExp(String.raw`^\s*${nothing}(?=\s*(?:$|[([,;:.-]|${exception}))`, "iu");
const saysException = new RegExp(`\\b${exception}\\b`, "iu");

/** Whether a cell says plainly that nothing is owed, with no exception. */
export function isNoNotice(text: string): boolean {
  if (isEmptyMark(text)) return true;
  const none = noNotice.exec(text);
  return none !== null && text.slice(none[0].length).trim() === "";
}

/** `None (unless breaking)`: nothing is owed, with an exception. */
export function isNoneButFor(text: string): boolean {
  const none = noNotice.exec(text);
  return none !== null && saysException.test(text.slice(none[0].length));
}
