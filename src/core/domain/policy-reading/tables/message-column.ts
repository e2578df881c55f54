import { noticeWords, timingWords } from "../words/column-words.ts";
import { isNamed, plainText } from "../words/plain-text.ts";
import type { Profile } from "./column-profile.ts";
import type { Column } from "./columns.ts";

/** What a notice is about, beside columns that say who, how and when. */
export const whatAbout: Column = {
  role: "other",
  why: "It says what the notice is about; the row's other columns say who, how and when.",
};

/**
 * `Communication` beside a column of times and one of readers or of channels: its cells are the ways of telling, or what the
 * notice is about. Null where it may be either.
 */
export function messageColumn(
  name: string,
  profile: Profile | undefined,
  columns: readonly Column[],
  profiles: readonly Profile[],
  headers: readonly string[],
): Column | null {
  const has = (role: Column["role"]): boolean => columns.some((column) => column.role === role);
  const isTimed = columns.some(
    (column, index) =>
      (column.role === "timing" || column.role === "stage") &&
      ((profiles[index]?.timing ?? 0) >= 0.5 || isNamed(timingWords, plainText(headers[index] ?? ""))),
  );
  if (profile === undefined || !isTimed || !isNamed(noticeWords, name) || isNamed(timingWords, name)) return null;
  if (has("audience") && !has("channel") && profile.channel >= 0.5) return { role: "channel" };
  const isSaidBeside = has("audience") || (has("channel") && profile.readers === 0);
  return isSaidBeside && profile.channel < 0.3 ? whatAbout : null;
}
