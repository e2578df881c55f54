import type { IsoDate, TimeOfDay } from "../instant.ts";

/** A time of day found in a text, with the zone named after it in the same sentence. */
export type FoundTime = {
  readonly quote: string;
  readonly clock: TimeOfDay;
  readonly zone: string | null;
  /** The other end, when it is one of a span such as `02:00–04:00`. */
  readonly spanWith: TimeOfDay | null;
};

/** A date found in a text; the weekday is null where none stands before it. */
export type FoundDate = { readonly quote: string; readonly date: IsoDate; readonly weekday: string | null };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName =
  "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const weekdayName = "(?:(?<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\\.?,?\\s+)?";
const dayFirst = new RegExp(
  `\\b${weekdayName}(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName}\\b\\.?(?:,?\\s+(?<year>\\d{4}))?`,
  "giu",
);
const monthFirst = new RegExp(
  `\\b${weekdayName}${monthName}\\b\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,?\\s+(?<year>\\d{4}))?`,
  "giu",
);

const timeOfDay =
  /(?<![\d:.])(?:(?<hours>[01]?\d|2[0-3]):(?<minutes>[0-5]\d)(?!:?\d)\s*(?<half>[ap]\.?m\b\.?)?|(?<hour>1[0-2]|[1-9])\s*(?<halfDay>[ap]\.?m\b\.?))/giu;
/** Zones as people write them; UTC and GMT with an offset, an area such as Europe/London, or “London time”. */
const zoneName =
  /\b(?:UTC|GMT|BST|IST|WET|WEST|CET|CEST|EET|EEST|MSK|SAST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|AKST|AKDT|HST|AEST|AEDT|ACST|ACDT|AWST|NZST|NZDT|SGT|HKT|JST|KST|PKT|ET|CT|MT|PT)\b|\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/\w+|\b(?!Local|Your|Our|This|Same|The|That)\p{Lu}\p{L}+ (?:[Ss]tandard |[Ss]ummer |[Dd]aylight )?time\b/u;
const betweenSpan =
  /^\s*(?:\([^)]*\)|[A-Z]{2,5})?\s*(?:–|-|—|to|until|and)\s*(?:[A-Z][a-z]{2,8}\.? \d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?,? )?$/u;
const address = /\b(?:https?:\/\/|mailto:)\S+/giu;

/** The sentences of a text, since a time's zone must stand in its own. */
export function sentencesOf(text: string): string[] {
  return text
    .replace(address, " ")
    .split(/\n+|(?<=[.!?])\s+(?=\p{Lu})/u)
    .filter((sentence) => sentence.trim() !== "");
}

export function timesIn(sentence: string): FoundTime[] {
  const found = Array.from(sentence.matchAll(timeOfDay), (match) => ({
    quote: match[0].trim(),
    clock: clockOf(match.groups ?? {}),
    from: match.index,
    to: match.index + match[0].length,
  }));
  return found.map((time, index) => {
    const next = found[index + 1];
    const previous = found[index - 1];
    const joins = (a: { to: number } | undefined, b: { from: number } | undefined) =>
      a !== undefined && b !== undefined && betweenSpan.test(sentence.slice(a.to, b.from));
    const spanWith = joins(time, next) ? next?.clock : joins(previous, time) ? previous?.clock : undefined;
    const zone = zoneName.exec(sentence.slice(time.to))?.[0] ?? zoneName.exec(sentence)?.[0] ?? null;
    return { quote: time.quote, clock: time.clock, zone, spanWith: spanWith ?? null };
  });
}

function clockOf(groups: Record<string, string | undefined>): TimeOfDay {
  const half = (groups.half ?? groups.halfDay ?? "").toLowerCase();
  const hours = Number(groups.hours ?? groups.hour ?? 0);
  const onDay = half.startsWith("p") ? (hours % 12) + 12 : half.startsWith("a") ? hours % 12 : hours;
  return `${String(onDay).padStart(2, "0")}:${groups.minutes ?? "00"}`;
}

/** The dates of a text; one without a year is taken in `year`. */
export function datesIn(text: string, year: number): FoundDate[] {
  return [dayFirst, monthFirst].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => {
      const { day = "", month = "", weekday, year: written } = match.groups ?? {};
      const number = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
      const date = `${written ?? year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
      return { quote: match[0].trim(), date, weekday: weekday === undefined ? null : capitalised(weekday) };
    }).filter(({ date }) => isRealDate(date)),
  );
}

function isRealDate(date: IsoDate): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(date);
}

function capitalised(weekday: string): string {
  return weekday.slice(0, 1).toUpperCase() + weekday.slice(1, 3).toLowerCase();
}
