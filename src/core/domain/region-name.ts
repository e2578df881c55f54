import type { HolidayRegion } from "./directory.ts";

/** Subdivisions readers know by name; England and Wales keep one calendar of bank holidays. */
const subdivisions: ReadonlyMap<HolidayRegion, string> = new Map([
  ["GB-ENG", "England and Wales"],
  ["GB-WLS", "England and Wales"],
  ["GB-SCT", "Scotland"],
  ["GB-NIR", "Northern Ireland"],
  ["DE-BE", "Berlin"],
  ["DE-BW", "Baden-Württemberg"],
  ["DE-BY", "Bavaria"],
  ["DE-HE", "Hesse"],
  ["DE-HH", "Hamburg"],
  ["DE-NW", "North Rhine-Westphalia"],
  ["US-CA", "California"],
  ["US-FL", "Florida"],
  ["US-MD", "Maryland"],
  ["US-NY", "New York"],
  ["US-TX", "Texas"],
  ["US-VA", "Virginia"],
]);

let countryNames: Intl.DisplayNames | null = null;

/** A holiday calendar in words: `England and Wales`, `United States`, `Germany (SN)`. Unknown codes stay as they are. */
export function regionName(region: HolidayRegion): string {
  const known = subdivisions.get(region);
  if (known !== undefined) return known;
  const [country = "", ...rest] = region.split("-");
  if (!/^[A-Z]{2}$/u.test(country)) return region;
  countryNames ??= new Intl.DisplayNames("en", { type: "region", fallback: "code" });
  const name = countryNames.of(country) ?? country;
  return rest.length === 0 ? name : `${name} (${rest.join("-")})`;
}
