/** A length of time as written, in minutes. Of “two to three hours” it is the longer one. */
export type FoundLength = { readonly from: number; readonly to: number; readonly quote: string; readonly minutes: number };

const words: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  "forty-five": 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};
const number = `(?:\\d+(?:[.,]\\d+)?|${Object.keys(words)
  .filter((word) => word !== "a" && word !== "an")
  .join("|")}|an?(?=[\\s-]+(?:hour|minute)))`;
/** “Two more hours”: what it is added to does not change how long it is. */
const extra = "(?:\\s(?:more|further|additional|extra))?";
const hourUnit = "(?:hours?|hrs?\\.?|h)\\b";
const minuteUnit = "(?:minutes?|mins?\\.?)\\b";
/** Not within a word, a clock or a span. */
const begin = "(?<![\\w.:/–-])";
/** What stands after hours: `30 minutes`, `30`, `and a half`. */
const minutesToo = `(?:\\s?(?:and\\s)?(?<more>\\d{1,2})\\s?(?:${minuteUnit}|\\b(?!\\s?[:.\\d])))?(?<half>\\s+and a half)?`;
const pattern = new RegExp(
  [
    // Two hours 30 minutes; 1 h 30.
    `${begin}(?<hours>${number})${extra}[\\s-]?${hourUnit}${minutesToo}`,
    `${begin}(?:${number}\\s?(?:–|-|to|or)\\s?)(?<longer>${number})[\\s-]?(?<unit>${hourUnit}|${minuteUnit})`,
    `${begin}(?<halfHour>half an hour)\\b`,
    `${begin}(?<andHalf>${number}) and a half hours?\\b`,
    `${begin}(?<minutes>${number})${extra}[\\s-]?${minuteUnit}`,
  ].join("|"),
  "giu",
);

/** “2 days 5 minutes”: what follows days is not the whole length. */
const afterDays = /\b(?:days?|weeks?|d)\b,?\s+(?:and\s+)?$/iu;

/** The lengths of a text, in its order; none of those that take days. */
export function lengthsIn(text: string): FoundLength[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    quote: match[0].trim(),
    minutes: minutesOf(match.groups ?? {}),
  })).filter(({ minutes, from }) => minutes > 0 && !afterDays.test(text.slice(Math.max(0, from - 16), from)));
}

function minutesOf({ hours, more, half, longer, unit, halfHour, andHalf, minutes }: Record<string, string | undefined>): number {
  if (halfHour !== undefined) return 30;
  if (andHalf !== undefined) return amountOf(andHalf) * 60 + 30;
  if (longer !== undefined) return amountOf(longer) * (/^h/iu.test(unit ?? "") ? 60 : 1);
  if (hours !== undefined) return amountOf(hours) * 60 + Number(more ?? 0) + (half === undefined ? 0 : 30);
  return amountOf(minutes ?? "0");
}

function amountOf(written: string): number {
  return words[written.toLowerCase()] ?? Number(written.replace(",", "."));
}
