/** A time of day as written, in minutes after midnight. */
export type FoundClock = {
  readonly from: number;
  readonly to: number;
  readonly quote: string;
  readonly minutes: number;
  /** Its place in a span such as `02:00–04:00`, and where the other end stands among the clocks of the sentence. */
  readonly span: { readonly end: "start" | "end"; readonly other: number } | null;
};

const half = "(?<half>[ap]\\.?\\s?m\\b\\.?)";
const pattern = new RegExp(
  [
    `(?<![\\d:.,/])(?<hours>[01]?\\d|2[0-4])[:.](?<minutes>[0-5]\\d)(?![:.]?\\d)\\s?${half}`,
    "(?<![\\d:.,/])(?<hours>[01]?\\d|2[0-4]):(?<minutes>[0-5]\\d)(?!:?\\d)",
    `(?<![\\d:.,/€$£])\\b(?<hours>1[0-2]|0?[1-9])\\s?${half}`,
    "(?<![\\d:.,/])\\b(?<hours>[01]\\d|2[0-3])(?<minutes>[0-5]\\d)(?=\\s?(?:hrs?\\b|hours\\b|h\\b|Z\\b|(?:UTC|GMT|BST|CET|CEST|EST|EDT|CST|CDT|PST|PDT|SGT)\\b))",
  ].join("|"),
  "giu",
);
/** The first end of a span whose second one says what it is: `2-4am`, `9 to 11 pm`, `0200–0400 GMT`. */
const opening = /(?<![\d:.,/–-])\b(?<hours>1[0-2]|0?[1-9])\s?(?:–|-|—|to|until|and)\s?$/u;
const fourDigits = /(?<![\d:.,/–-])\b(?<hours>[01]\d|2[0-3])(?<minutes>[0-5]\d)\s?(?:–|-|—|to|until)\s?$/u;
/** What may stand between the two ends of a span, zones and dates aside. */
const joint = /^\s*(?:hrs?|h)?\s*,?\s*(?:–|-|—|to|until|till|and|through)\s*(?:about\s)?$/iu;

type Half = "a" | "p" | null;
type Raw = { from: number; to: number; hours: number; minutes: number; half: Half };

/**
 * The times of day of a sentence, on the 12- and the 24-hour clock. `between` is the sentence with dates and zones blanked
 * out, so that they do not part the ends of a span.
 */
export function clocksIn(sentence: string, between: string): FoundClock[] {
  const found: Raw[] = [];
  for (const match of sentence.matchAll(pattern)) {
    const raw = rawOf(match);
    const before = sentence.slice(0, raw.from);
    const isLast = found.at(-1)?.to ?? 0;
    const open = fourDigits.exec(before) ?? (raw.half === null ? null : opening.exec(before));
    if (open !== null && open.index >= isLast) {
      const digits = open[0].match(/^\d+/u)?.[0] ?? "";
      found.push({
        from: open.index,
        to: open.index + digits.length,
        hours: Number(open.groups?.hours ?? 0),
        minutes: Number(open.groups?.minutes ?? 0),
        half: null,
      });
    }
    found.push(raw);
  }
  const joins = (one: Raw | undefined, other: Raw | undefined): boolean =>
    one !== undefined && other !== undefined && joint.test(between.slice(one.to, other.from).replace(/[(),]/gu, " "));
  const clocks: FoundClock[] = [];
  for (const [index, raw] of found.entries()) {
    const next = found[index + 1];
    const previous = clocks[index - 1];
    const isStart = joins(raw, next) && previous?.span?.end !== "start";
    const isEnd = !isStart && previous?.span?.end === "start";
    clocks.push({
      from: raw.from,
      to: raw.to,
      quote: sentence.slice(raw.from, raw.to).trim(),
      minutes: isStart && next !== undefined ? startOfSpan(raw, next) : minutesOf(raw),
      span: isStart ? { end: "start", other: index + 1 } : isEnd ? { end: "end", other: index - 1 } : null,
    });
  }
  return clocks;
}

function rawOf(match: RegExpExecArray): Raw {
  const groups = match.groups ?? {};
  const written = (groups.half ?? "").toLowerCase();
  return {
    from: match.index,
    to: match.index + match[0].trimEnd().length,
    hours: Number(groups.hours ?? 0),
    minutes: Number(groups.minutes ?? 0),
    half: written.startsWith("a") ? "a" : written.startsWith("p") ? "p" : null,
  };
}

function minutesOf({ hours, minutes, half: part }: Raw): number {
  const onDay = part === "p" ? (hours % 12) + 12 : part === "a" ? hours % 12 : hours % 24;
  return onDay * 60 + minutes;
}

/** `9:00–11:00 PM` begins in the evening, `11-1am` before midnight. */
function startOfSpan(start: Raw, end: Raw): number {
  if (start.half !== null || end.half === null || start.hours > 12 || start.hours === 0) return minutesOf(start);
  const same = minutesOf({ ...start, half: end.half });
  return same <= minutesOf(end) ? same : minutesOf({ ...start, half: end.half === "a" ? "p" : "a" });
}
