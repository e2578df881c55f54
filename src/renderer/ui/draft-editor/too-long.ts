import type { Draft } from "../../../core/domain/notice.ts";
import { longestBody, longestSubject } from "../../../core/domain/template-copy.ts";

const figure = (count: number): string => count.toLocaleString("en");

/** Why a text is too long to be kept, or null: told at once, without handing it to anybody. */
export function whyTooLong({ subject, body }: Draft): string | null {
  if (subject.length > longestSubject)
    return `The subject has ${figure(subject.length)} characters. Keep it under ${longestSubject}.`;
  if (body.length > longestBody)
    return `This text has ${figure(body.length)} characters, and no notice is that long. Keep it under ${figure(longestBody)}.`;
  return null;
}
