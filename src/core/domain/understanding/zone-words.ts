import type { ZoneId } from "../instant.ts";
import { formerName, worldZones } from "../world-zones.ts";
import { isZone } from "../zoned-time.ts";

/** Zones a word may stand for, the likeliest first. */
export type TypedZone = {
  readonly zones: readonly ZoneId[];
  /** An abbreviation that clocks there show in one half of the year only; null for names and for `ET`. */
  readonly abbreviation: string | null;
};

/** Names of places that name no zone of the database themselves. */
const places: Readonly<Record<string, ZoneId>> = {
  uk: "Europe/London",
  england: "Europe/London",
  scotland: "Europe/London",
  wales: "Europe/London",
  britain: "Europe/London",
  edinburgh: "Europe/London",
  manchester: "Europe/London",
  cardiff: "Europe/London",
  glasgow: "Europe/London",
  leeds: "Europe/London",
  ireland: "Europe/Dublin",
  germany: "Europe/Berlin",
  munich: "Europe/Berlin",
  frankfurt: "Europe/Berlin",
  hamburg: "Europe/Berlin",
  france: "Europe/Paris",
  geneva: "Europe/Zurich",
  switzerland: "Europe/Zurich",
  milan: "Europe/Rome",
  italy: "Europe/Rome",
  barcelona: "Europe/Madrid",
  netherlands: "Europe/Amsterdam",
  denmark: "Europe/Copenhagen",
  sweden: "Europe/Stockholm",
  nyc: "America/New_York",
  boston: "America/New_York",
  washington: "America/New_York",
  "washington dc": "America/New_York",
  atlanta: "America/New_York",
  miami: "America/New_York",
  philadelphia: "America/New_York",
  eastern: "America/New_York",
  "us eastern": "America/New_York",
  "eastern time": "America/New_York",
  houston: "America/Chicago",
  dallas: "America/Chicago",
  austin: "America/Chicago",
  "us central": "America/Chicago",
  "central time": "America/Chicago",
  "mountain time": "America/Denver",
  "us mountain": "America/Denver",
  "san francisco": "America/Los_Angeles",
  seattle: "America/Los_Angeles",
  pacific: "America/Los_Angeles",
  "us pacific": "America/Los_Angeles",
  "pacific time": "America/Los_Angeles",
  montreal: "America/Toronto",
  ottawa: "America/Toronto",
  india: "Asia/Kolkata",
  mumbai: "Asia/Kolkata",
  delhi: "Asia/Kolkata",
  "new delhi": "Asia/Kolkata",
  bangalore: "Asia/Kolkata",
  kolkata: "Asia/Kolkata",
  beijing: "Asia/Shanghai",
  japan: "Asia/Tokyo",
  osaka: "Asia/Tokyo",
  kyiv: "Europe/Kyiv",
  canberra: "Australia/Sydney",
  wellington: "Pacific/Auckland",
  "tel aviv": "Asia/Jerusalem",
  "abu dhabi": "Asia/Dubai",
};

const abbreviations: Readonly<Record<string, readonly ZoneId[]>> = {
  UTC: ["UTC"],
  Z: ["UTC"],
  GMT: ["Europe/London"],
  BST: ["Europe/London"],
  WET: ["Europe/Lisbon"],
  WEST: ["Europe/Lisbon"],
  CET: ["Europe/Berlin"],
  CEST: ["Europe/Berlin"],
  EET: ["Europe/Helsinki"],
  EEST: ["Europe/Helsinki"],
  MSK: ["Europe/Moscow"],
  EST: ["America/New_York"],
  EDT: ["America/New_York"],
  CST: ["America/Chicago", "Asia/Shanghai"],
  CDT: ["America/Chicago"],
  MST: ["America/Denver"],
  MDT: ["America/Denver"],
  PST: ["America/Los_Angeles"],
  PDT: ["America/Los_Angeles"],
  IST: ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"],
  JST: ["Asia/Tokyo"],
  KST: ["Asia/Seoul"],
  SGT: ["Asia/Singapore"],
  HKT: ["Asia/Hong_Kong"],
  AEST: ["Australia/Sydney"],
  AEDT: ["Australia/Sydney"],
  NZST: ["Pacific/Auckland"],
  NZDT: ["Pacific/Auckland"],
  SAST: ["Africa/Johannesburg"],
};

/** Hold all year, whatever clocks there show. */
const allYear: Readonly<Record<string, ZoneId>> = {
  ET: "America/New_York",
  CT: "America/Chicago",
  MT: "America/Denver",
  PT: "America/Los_Angeles",
};

/** Cities of the database whose names are everyday words. */
const everydayWords = new Set(["center", "easter", "troll", "wake", "midway", "casey", "davis", "palmer", "currie", "knox"]);

let cities: ReadonlyMap<string, ZoneId> | null = null;

/** The zone's last part read as a city: `America/New_York` is "new york". */
function cityZones(): ReadonlyMap<string, ZoneId> {
  cities ??= new Map([
    ...worldZones().flatMap((zone): [string, ZoneId][] =>
      [zone, formerName(zone) ?? zone]
        .map((name) =>
          name
            .slice(name.lastIndexOf("/") + 1)
            .replaceAll("_", " ")
            .toLowerCase(),
        )
        .filter((city) => !everydayWords.has(city))
        .map((city) => [city, zone]),
    ),
    ...Object.entries(places),
  ]);
  return cities;
}

const mostWords = 3;

/** The zone a text begins with, by the longest name, and how many of its characters that takes. */
export function zoneAtStart(text: string): (TypedZone & { readonly length: number }) | null {
  const words = [...text.matchAll(/\S+/gu)].slice(0, mostWords);
  for (let count = words.length; count > 0; count -= 1) {
    const last = words[count - 1];
    if (last === undefined) break;
    const end = last.index + last[0].length;
    const found = zoneNamed(text.slice(0, end));
    if (found !== null) return { ...found, length: end };
  }
  return null;
}

/** The zone a text ends with, and where that name begins. */
export function zoneAtEnd(text: string): (TypedZone & { readonly index: number }) | null {
  const words = [...text.matchAll(/\S+/gu)].slice(-mostWords);
  for (const { index } of words) {
    const found = zoneNamed(text.slice(index));
    if (found !== null) return { ...found, index };
  }
  return null;
}

/** The zone a name stands for: `Europe/London`, a city, a well-known place, or an abbreviation. Null for anything else. */
export function zoneNamed(words: string): TypedZone | null {
  const name = words.trim().replace(/^\(|\)$|\.$/gu, "");
  if (name.includes("/")) return isZone(name) ? { zones: [name], abbreviation: null } : null;
  const zone = cityZones().get(name.toLowerCase()) ?? cityZones().get(name.toLowerCase().replace(/\s+time$/u, ""));
  if (zone !== undefined) return { zones: [zone], abbreviation: null };
  const generic = Object.hasOwn(allYear, name) ? allYear[name] : undefined;
  if (generic !== undefined) return { zones: [generic], abbreviation: null };
  const short = name.toUpperCase();
  const zones = Object.hasOwn(abbreviations, short) ? abbreviations[short] : undefined;
  // A lower-case "z" or "west" is a word; "gmt" is not.
  if (zones === undefined || (name !== short && (short === "Z" || short === "WEST" || short === "WET"))) return null;
  return { zones, abbreviation: short === "Z" ? "UTC" : short };
}
