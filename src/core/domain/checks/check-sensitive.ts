import { type Sensitive, sensitiveDataIn } from "../sensitive-data.ts";
import type { NoticeCheck, Sighting, TextCheck } from "./check-input.ts";

/** Enough of a long key to find it in the text. */
const longestQuote = 60;

/** Passwords, keys, and numbers of people: once sent they cannot be called back. */
export const checkSensitiveData: TextCheck = (words, part) => sensitiveDataIn(words).map((found) => sightingOf(found, part));

/** A mail's calendar file carries facts that its text may not show. */
export const checkCalendarSecrets: NoticeCheck = ({ renderings, window }) => {
  if (renderings.every(({ channelKind }) => channelKind !== "mail")) return [];
  const carried = sensitiveDataIn([window.title, window.effect, window.toDo].join("\n"));
  if (carried.length === 0) return [];
  const texts = [...new Set(renderings.map(({ text }) => text))];
  const shown = new Set(texts.flatMap((text) => sensitiveDataIn(text).map(({ quote }) => quote)));
  return carried.filter(({ quote }) => !shown.has(quote)).map((found) => sightingOf(found, "plan"));
};

function sightingOf({ kind, what, quote }: Sensitive, part: Sighting["part"]): Sighting {
  const place = part === "plan" ? " It stands in the window's facts, which the mail's calendar file carries." : "";
  const message =
    kind === "secret"
      ? `This looks like ${what}.${place} Take it out and renew it: whoever gets this notice could use it.`
      : `This looks like ${what}.${place} Take it out: it names a person to everybody who gets this notice.`;
  return { check: kind, part, quote: quote.slice(0, longestQuote), message };
}
