import type { Draft } from "../../../core/domain/notice.ts";
import { longestBody, longestSubject } from "../../../core/domain/template-copy.ts";

/** Why a text is too long to be kept, or null: told at once, without handing it to anybody. */
export function whyTooLong({ subject, body }: Draft): string | null {
  if (subject.length > longestSubject)
    return `The subject has ${subject.length.toLocaleString("en")} characters. Keep it under ${longestSubject}.`;
  if (body.length > longestBody)
    return `This text has ${body.length.toLocaleString("en")} characters, and no notice is that long. Keep it under ${longestBody.toLocaleString("en")}.`;
  return null;
}
