import { anyOf } from "../../any-of.ts";
import { hour, type Instant, minute, type ZoneId } from "../../instant.ts";
import { offsetAt } from "../../zoned-time.ts";

/** A zone as written beside a time. */
export type FoundZone = {
  readonly from: number;
  readonly to: number;
  readonly quote: string;
  readonly meaning: ZoneMeaning;
};

/** What a zone's name says: a fixed offset, the clock of a place, either of several, or nothing that is known here. */
export type ZoneMeaning =
  | { readonly kind: "offset"; readonly offset: number }
  | { readonly kind: "place"; readonly zone: ZoneId }
  | { readonly kind: "abbreviation"; readonly name: string; readonly uses: readonly AbbreviationUse[] }
  | { readonly kind: "unknown" };

type AbbreviationUse = { readonly offset: number; readonly places: readonly ZoneId[] };

const use = (hours: number, ...places: ZoneId[]): AbbreviationUse => ({ offset: hours * hour, places });

/** Abbreviations in common use, with their offset and where they are used: outside that part of the year they are not. */
const abbreviations: ReadonlyMap<string, readonly AbbreviationUse[]> = new Map([
  ["GMT", [use(0, "Europe/London")]],
  ["BST", [use(1, "Europe/London")]],
  ["IST", [use(5.5, "Asia/Kolkata"), use(1, "Europe/Dublin"), use(2, "Asia/Jerusalem")]],
  ["WET", [use(0, "Europe/Lisbon")]],
  ["WEST", [use(1, "Europe/Lisbon")]],
  ["CET", [use(1, "Europe/Paris")]],
  ["CEST", [use(2, "Europe/Paris")]],
  ["MEZ", [use(1, "Europe/Berlin")]],
  ["MESZ", [use(2, "Europe/Berlin")]],
  ["EET", [use(2, "Europe/Athens")]],
  ["EEST", [use(3, "Europe/Athens")]],
  ["MSK", [use(3, "Europe/Moscow")]],
  ["SAST", [use(2, "Africa/Johannesburg")]],
  ["EST", [use(-5, "America/New_York")]],
  ["EDT", [use(-4, "America/New_York")]],
  ["CST", [use(-6, "America/Chicago", "America/Mexico_City"), use(8, "Asia/Shanghai")]],
  ["CDT", [use(-5, "America/Chicago")]],
  ["MST", [use(-7, "America/Denver", "America/Phoenix")]],
  ["MDT", [use(-6, "America/Denver")]],
  ["PST", [use(-8, "America/Los_Angeles")]],
  ["PDT", [use(-7, "America/Los_Angeles")]],
  ["AKST", [use(-9, "America/Anchorage")]],
  ["AKDT", [use(-8, "America/Anchorage")]],
  ["HST", [use(-10, "Pacific/Honolulu")]],
  ["AST", [use(-4, "America/Halifax", "America/Puerto_Rico"), use(3, "Asia/Riyadh")]],
  ["AEST", [use(10, "Australia/Sydney", "Australia/Brisbane")]],
  ["AEDT", [use(11, "Australia/Sydney")]],
  ["ACST", [use(9.5, "Australia/Adelaide", "Australia/Darwin")]],
  ["ACDT", [use(10.5, "Australia/Adelaide")]],
  ["AWST", [use(8, "Australia/Perth")]],
  ["NZST", [use(12, "Pacific/Auckland")]],
  ["NZDT", [use(13, "Pacific/Auckland")]],
  ["SGT", [use(8, "Asia/Singapore")]],
  ["HKT", [use(8, "Asia/Hong_Kong")]],
  ["JST", [use(9, "Asia/Tokyo")]],
  ["KST", [use(9, "Asia/Seoul")]],
  ["PKT", [use(5, "Asia/Karachi")]],
  ["GST", [use(4, "Asia/Dubai")]],
  ["EAT", [use(3, "Africa/Nairobi")]],
  ["CAT", [use(2, "Africa/Maputo")]],
  ["WAT", [use(1, "Africa/Lagos")]],
  ["ADT", [use(-3, "America/Halifax")]],
  ["NST", [use(-3.5, "America/St_Johns")]],
  ["NDT", [use(-2.5, "America/St_Johns")]],
  ["PMST", [use(-3, "America/Miquelon")]],
  ["PMDT", [use(-2, "America/Miquelon")]],
  ["HAST", [use(-10, "America/Adak")]],
  ["HADT", [use(-9, "America/Adak")]],
  ["MYT", [use(8, "Asia/Kuala_Lumpur")]],
  ["ACWST", [use(8.75, "Australia/Eucla")]],
  ["LHST", [use(10.5, "Australia/Lord_Howe")]],
  ["LHDT", [use(11, "Australia/Lord_Howe")]],
]);

/** Clocks that are called by a place or a part of the world. */
const clocksByName: ReadonlyMap<string, ZoneId> = new Map([
  ["et", "America/New_York"],
  ["ct", "America/Chicago"],
  ["mt", "America/Denver"],
  ["pt", "America/Los_Angeles"],
  ["eastern", "America/New_York"],
  ["central", "America/Chicago"],
  ["mountain", "America/Denver"],
  ["pacific", "America/Los_Angeles"],
  ["london", "Europe/London"],
  ["uk", "Europe/London"],
  ["british", "Europe/London"],
  ["irish", "Europe/Dublin"],
  ["new york", "America/New_York"],
  ["chicago", "America/Chicago"],
  ["berlin", "Europe/Berlin"],
  ["paris", "Europe/Paris"],
  ["copenhagen", "Europe/Copenhagen"],
  ["central european", "Europe/Paris"],
  ["eastern european", "Europe/Athens"],
  ["india", "Asia/Kolkata"],
  ["singapore", "Asia/Singapore"],
  ["tokyo", "Asia/Tokyo"],
  ["sydney", "Australia/Sydney"],
]);

/** Cities and countries whose own clock is meant where a time is “in” them, or where a line begins with them. */
const places: ReadonlyMap<string, ZoneId> = new Map([
  ["london", "Europe/London"],
  ["dublin", "Europe/Dublin"],
  ["paris", "Europe/Paris"],
  ["berlin", "Europe/Berlin"],
  ["madrid", "Europe/Madrid"],
  ["rome", "Europe/Rome"],
  ["vienna", "Europe/Vienna"],
  ["zurich", "Europe/Zurich"],
  ["amsterdam", "Europe/Amsterdam"],
  ["copenhagen", "Europe/Copenhagen"],
  ["stockholm", "Europe/Stockholm"],
  ["oslo", "Europe/Oslo"],
  ["helsinki", "Europe/Helsinki"],
  ["warsaw", "Europe/Warsaw"],
  ["athens", "Europe/Athens"],
  ["lisbon", "Europe/Lisbon"],
  ["new york", "America/New_York"],
  ["boston", "America/New_York"],
  ["toronto", "America/Toronto"],
  ["chicago", "America/Chicago"],
  ["denver", "America/Denver"],
  ["seattle", "America/Los_Angeles"],
  ["san francisco", "America/Los_Angeles"],
  ["los angeles", "America/Los_Angeles"],
  ["mumbai", "Asia/Kolkata"],
  ["delhi", "Asia/Kolkata"],
  ["bangalore", "Asia/Kolkata"],
  ["dubai", "Asia/Dubai"],
  ["singapore", "Asia/Singapore"],
  ["hong kong", "Asia/Hong_Kong"],
  ["tokyo", "Asia/Tokyo"],
  ["sydney", "Australia/Sydney"],
  ["melbourne", "Australia/Melbourne"],
  ["auckland", "Pacific/Auckland"],
]);
const place = [...places.keys()].map((name) => name.replace(/(?<=^|\s)\w/gu, (letter) => letter.toUpperCase())).join("|");

/** Right after a time of day: `04:00 `, `9 p.m. `. */
const halfOfDay = "(?:[AaPp]\\.?[Mm]\\b\\.?)?";
/** In a chat a zone has small letters, right after its time: “04:00 gmt”, “9 pm est”. */
export const smallAbbreviations = anyOf`
  utc|gmt|bst|cet|cest|eet|eest
  est|edt|cst|cdt|mst|mdt|pst|pdt
  aest|aedt|sgt|jst
`;
/** “11 PM Eastern”, without the word “time”; not “at 11:00 Central Station”. */
const region = "(?:Eastern|Central|Mountain|Pacific)\\b(?!\\s+(?:\\p{Lu}|\\p{Ll}+\\s[Tt]ime\\b|[Tt]ime\\b))";
const inPlace = anyOf`
  // “02:00 in London”
  (?<=\d\s?(?:[ap]\.?m\b\.?)?,?\s)in (?:${place})\b
  // “London: 02:00”, “London 28 Nov” at the head of a line
  (?<=^\s*(?:[-•*–|]\s*)*)(?:${place})(?=\s*[:|(–-]|\s+(?:\p{Lu}\p{L}{2,8}\s)?\d)
`;
/** Words that stand before “time” and name no clock. */
const noClock = "(?!Local|Your|Our|This|Same|The|That|Start|End|New|Old|First|Next|Any)";
const clock = `${noClock}(?:New |Central |Eastern )?\\p{Lu}\\p{L}+ (?:[Ss]tandard |[Ss]ummer |[Dd]aylight )?[Tt]ime\\b`;

/** Not the zone of a span's first end, with blanks on both sides of its hyphen. */
const noSpan = `(?!(?<=\\d\\s?${halfOfDay}\\s?)(?:UTC|GMT)\\s-\\s\\d{1,2}:\\d{2})`;
const zonePattern = new RegExp(
  [
    // “UTC+1”, “GMT - 5”; “02:00 GMT - 04:00” and “2 am GMT - 4 am” are spans.
    `(?<offset>\\b${noSpan}(?:UTC|GMT)\\s?[+−-]\\s?\\d{1,2}(?::?\\d{2})?\\b(?!\\s?[ap]\\.?m\\b))`,
    // “02:00-04:00” is a span; with a hyphen an offset stands right after a time such as T02:00.
    "(?<bare>(?:(?<=\\d\\s?)[+−]|(?<=T\\d{2}:\\d{2}(?::\\d{2})?)-)(?:0\\d|1[0-4]):[0-5]\\d\\b)",
    "(?<zulu>(?<=\\d)Z\\b)",
    "(?<area>\\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z]\\w+)",
    `(?<small>(?<=\\d\\s?${halfOfDay}\\s?)${smallAbbreviations}\\b)`,
    `(?<abbreviation>\\b(?:UTC|${[...abbreviations.keys()].join("|")})\\b)`,
    `(?<region>(?<=\\d\\s?${halfOfDay},?\\s)${region})`,
    "(?<short>\\b(?:ET|CT|MT|PT)\\b)",
    `(?<place>${inPlace})`,
    `(?<clock>\\b${clock})`,
  ].join("|"),
  "gu",
);

/** The zones a text names, in its order. */
export function zonesIn(text: string): FoundZone[] {
  return Array.from(text.matchAll(zonePattern), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    quote: match[0],
    meaning: meaningOf(match.groups ?? {}),
  })).filter(({ meaning, quote }) => meaning.kind !== "unknown" || / time$/iu.test(quote));
}

function meaningOf(groups: Record<string, string | undefined>): ZoneMeaning {
  const { offset, bare, zulu, area, small, short, region, clock, place: city } = groups;
  const abbreviation = groups.abbreviation ?? small?.toUpperCase();
  if (city !== undefined) return { kind: "place", zone: places.get(city.replace(/^in /u, "").toLowerCase()) ?? "UTC" };
  if (offset !== undefined || bare !== undefined) return { kind: "offset", offset: offsetIn(offset ?? bare ?? "") };
  if (zulu !== undefined || abbreviation === "UTC") return { kind: "offset", offset: 0 };
  if (area !== undefined) return { kind: "place", zone: area };
  if (abbreviation !== undefined)
    return { kind: "abbreviation", name: abbreviation, uses: abbreviations.get(abbreviation) ?? [] };
  const name = (short ?? region ?? clock ?? "").toLowerCase().replace(/ (?:(?:standard|summer|daylight) )?time$/u, "");
  const zone = clocksByName.get(name);
  return zone === undefined ? { kind: "unknown" } : { kind: "place", zone };
}

function offsetIn(words: string): number {
  const [, sign = "+", hours = "0", minutes = "0"] = /([+−-])\s?(\d{1,2}):?(\d{2})?/u.exec(words) ?? [];
  return (sign === "+" ? 1 : -1) * (Number(hours) * hour + Number(minutes) * minute);
}

/** The instants a wall time may be in a zone so named, each with whether the name is in use there on that date. */
export function instantsOf(wall: Instant, meaning: ZoneMeaning): readonly { readonly at: Instant; readonly isInUse: boolean }[] {
  switch (meaning.kind) {
    case "offset":
      return [{ at: wall - meaning.offset, isInUse: true }];
    case "place": {
      // Twice, since the offset is that of the instant, which is not known before.
      const first = wall - offsetAt(wall, meaning.zone);
      return [...new Set([first, wall - offsetAt(first, meaning.zone)])].map((at) => ({ at, isInUse: true }));
    }
    case "abbreviation":
      return meaning.uses.map(({ offset, places }) => {
        const at = wall - offset;
        // Until the very minute of a change both names are right.
        return { at, isInUse: places.some((zone) => offsetAt(at, zone) === offset || offsetAt(at - 1, zone) === offset) };
      });
    case "unknown":
      return [];
  }
}
