import type { ZoneId } from "./instant.ts";

/** Places that Intl still lists by a name the IANA database gave up; it takes both. */
const renamed: ReadonlyMap<ZoneId, ZoneId> = new Map([
  ["Africa/Asmera", "Africa/Asmara"],
  ["America/Coral_Harbour", "America/Atikokan"],
  ["America/Godthab", "America/Nuuk"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Asia/Katmandu", "Asia/Kathmandu"],
  ["Asia/Rangoon", "Asia/Yangon"],
  ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
  ["Atlantic/Faeroe", "Atlantic/Faroe"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Pacific/Enderbury", "Pacific/Kanton"],
  ["Pacific/Ponape", "Pacific/Pohnpei"],
  ["Pacific/Truk", "Pacific/Chuuk"],
]);
const formerNames: ReadonlyMap<ZoneId, ZoneId> = new Map([...renamed].map(([former, name]) => [name, former]));

/** The name a zone has today. */
export function todaysName(zone: ZoneId): ZoneId {
  return renamed.get(zone) ?? zone;
}

/** The name people may still look for a zone by; null where it never had another one. */
export function formerName(zone: ZoneId): ZoneId | null {
  return formerNames.get(zone) ?? null;
}

/** Every zone by the name it has today, in their order. */
export function worldZones(): readonly ZoneId[] {
  return [...new Set(Intl.supportedValuesOf("timeZone").map(todaysName))].toSorted();
}
