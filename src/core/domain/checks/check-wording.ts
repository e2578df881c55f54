import { anyOf } from "../any-of.ts";
import type { Sighting, TextCheck } from "./check-input.ts";
import { placeIn } from "./reading/reading.ts";
import { smallAbbreviations } from "./reading/zones-in-text.ts";

/** `of `, `Dear `, `When: `: what stands after it belongs to the sentence. */
const needsMore = anyOf`
  \b(?:of|for|by|to|in|on|at|from|until|till|with|about|as|the|an?|your|our|dear|hello|hi|hey|is|are|takes?|lasts?)
  \p{L}:
`;
/** `[reason]`; not `[window.reason is empty]`, which stands where a variable has no value. */
const placeholder = "\\[(?!\\S* is (?:empty|unknown)\\])\\p{L}[\\p{L} '’/-]{2,40}\\]";
/** Words left over from a form that was never filled in. */
const deadWordings = [
  /\b(?:TB[ACD]|[Tt]b[acd]|TODO|FIXME)\b(?!-)/gu,
  // “Reason: ???”
  /(?<=\p{L}:\s+)(?:\?{2,}|to be (?:confirmed|defined|filled in|added))(?=[\s*.]*$)/gimu,
  /\blorem ipsum\b/giu,
  /\[(?!\S* is (?:empty|unknown)\])[^\]\n]*\b(?:here|insert|link|name|date|time|service|xx+)\b[^\]\n]*\]/giu,
  // “Because of [reason]”: words without which the sentence is none. “Prices rise [see the list]” is whole without them.
  new RegExp(`(?<=${needsMore}\\s)(?<!\\b(?:re|fwd?): )${placeholder}(?![(:])`, "giu"),
  /<\s*(?:insert|your|enter|name of)\b[^>\n]*>/giu,
  /<(?!\/?(?:b|i|p|br|hr|div|span|strong|em|a|u|s|ul|ol|li|table|tr|td|th|h\d)\b|https?:|mailto:)[a-z][a-z _-]{2,30}>/gu,
  /(?<![\w/.-])(?:mm\/dd\/yy(?:yy)?|dd\/mm\/yy(?:yy)?|yyyy-mm-dd|hh:mm|xx:xx)(?![\w/-])/giu,
  /(?<![\w-])(?:xx|xxx+|XX|XXX+)(?![\w-])/gu,
];

const signs = anyOf`
  // Liquid: {{ … }}, {% … %}
  \{\{[^}\n]*\}\}|\{%[^%\n]*%\}
  // Markdown: **…**, […](…), ~~…~~
  \*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\n]+\)|~~[^~\n]+~~
  // HTML: <b>, &nbsp;
  <\/?(?:b|i|p|br|div|span|strong|em|a|u|s|ul|ol|li|table|tr|td|th|h\d)(?:\s[^>\n]*)?\/?>
  &(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|#\d{2,5}|#x[\da-f]{2,4});
`;
const leftovers = new RegExp(signs, "giu");
const hasNoDate: ReadonlySet<string> = new Set(["cancelled", "rolledBack"]);
const dayAhead = "(?:[Tt]omorrow|[Tt]onight|[Tt]his evening)(?: (?:morning|night|evening))?";
const weekdayBefore = "(?:(?:[Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un)[a-z]*\\.?,?\\s+(?:the\\s+)?)?";
const dates = anyOf`
  \d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:\p{Lu}\p{L}{2,8}|(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*)
  \p{Lu}\p{L}{2,8}\.?\s+\d{1,2}
  20\d{2}-\d{2}-\d{2}
`;
/** A day beside its date is not vague: “tomorrow, Saturday 28 November”. */
const withDate = new RegExp(`\\b${dayAhead}[\\s,(–-]+(?:on )?${weekdayBefore}${dates}\\b`, "gu");
/** What a page or a message says is quoted: a page that says “back soon”. */
const quoted = /“[^”\n]{1,80}”|(?<!\S)"[^"\n]{1,80}"/gu;
/** `GMT`, `EST`, and in a chat `gmt`; “at”, which has the letters of one, is none. */
const zone = `(?:${smallAbbreviations}|(?-i:[A-Z]{1,4}T))`;
const vagueWords = anyOf`
  (?<!\b(?:over|across|past) )midnight(?!\s+${zone}\b)|noon(?!\s+${zone}\b)(?: tomorrow| today)?
  tonight|tomorrow(?: (?:morning|noon|evening|night))?|this evening|later (?:today|tonight|this (?:morning|afternoon|week))
  (?<!\bas )soon|shortly(?! (?:before|after))
`;
const vague = new RegExp(`\\b${vagueWords}\\b`, "giu");
const partOfDay = "(?:(?:early|late|small) )?(?:hours|morning|afternoon|evening|night)";
const aClock = "\\d[:.]\\d|\\d\\s?[ap]\\.?m\\b";
const whatComesBack = "(?:portal|service|system|sign-?in|log-?in|it|everything|all)";
/** “It is back by the early morning”, in a sentence without a clock that says when that is. */
const vagueEnd = new RegExp(
  `(?<!(?:${aClock})[^\\n.!?]*)(?<=\\b${whatComesBack}\\b[^\\n.;]{0,30})\\bback (?:by|in|before|from) the ${partOfDay}\\b(?![^\\n!?]*(?:${aClock}))`,
  "giu",
);

/** “Date TBA” is an answer where no date is set: the work was called off or undone. */
const dateToCome = /\b(?:date|time|day|try|attempt|slot)(?: (?:is|still|to be|are))*\s*[:,]?\s*(?:TB[ACD]|to be confirmed)\b/giu;

export const checkDeadWording: TextCheck = (words, part, _, { notice }) =>
  sightings(hasNoDate.has(notice.stage) ? words.replace(dateToCome, blank) : words, part, deadWordings, (quote) => ({
    check: "deadWording",
    part,
    quote,
    message: "This place was never filled in. Write what belongs here, or take it out.",
  }));

/** Of a draft that cannot be rendered all signs are left, and the check of its variables says why. */
export const checkLeftoverMarkup: TextCheck = (words, part, _, { problems }) =>
  sightings(words, part, problems.some(({ kind }) => kind === "syntax") ? [] : [leftovers], (quote) => {
    const plain = plainly(quote);
    return {
      check: "leftoverMarkup",
      part,
      quote,
      message: "Readers would see these signs as they stand here. Take them out, here or where the fact is stated.",
      ...(plain === null
        ? {}
        : {
            mend: {
              kind: "replace",
              label: "Take the signs out",
              place: placeOf(words, part, quote),
              replacement: plain,
            } as const,
          }),
    };
  });

/** The same without its signs; null where a person must say what was meant. */
function plainly(quote: string): string | null {
  const inner = /^(?:\*\*([^*]+)\*\*|~~([^~]+)~~|\[([^\]]+)\]\([^)]*\))$/u.exec(quote);
  if (inner !== null) return inner[1] ?? inner[2] ?? inner[3] ?? "";
  if (quote.startsWith("<")) return "";
  return /^&(?:nbsp|#160|#xa0);$/iu.test(quote) ? " " : null;
}

function placeOf(words: string, part: "subject" | "body", quote: string) {
  const from = words.indexOf(quote);
  return placeIn({ part, words }, from, from + quote.length);
}

export const checkVagueTimes: TextCheck = (words, part) =>
  sightings(words.replace(withDate, blank).replace(quoted, blank), part, [vague, vagueEnd], (quote) => ({
    check: "vagueTime",
    part,
    quote,
    message: "Readers in other places take this differently. Give the time with its zone, or a figure.",
  }));

/** As much room without words: what stands after it keeps its place. */
function blank(words: string): string {
  return " ".repeat(words.length);
}

/** Whoever wrote the same words a hundred times needs no more of them to see it. */
const mostPlaces = 20;

function sightings(
  words: string,
  part: "subject" | "body",
  patterns: readonly RegExp[],
  make: (quote: string) => Sighting,
): Sighting[] {
  const found = patterns.flatMap((pattern) =>
    Array.from(words.matchAll(pattern), ({ 0: match, index }) => ({
      quote: match.trim(),
      from: index + match.length - match.trimStart().length,
    })),
  );
  return [...Map.groupBy(found, ({ quote }) => quote)].map(([quote, matches]) => {
    // Two patterns may match at one place.
    const starts = [...new Set(matches.map(({ from }) => from))];
    const places = starts.slice(0, mostPlaces).map((from) => placeIn({ part, words }, from, from + quote.length));
    return { ...make(quote), places: places.slice(0, 1), alike: places.slice(1) };
  });
}
