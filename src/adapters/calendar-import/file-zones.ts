import ICAL from "ical.js";
import type { ForeignTime } from "../../core/domain/calendar/foreign-entry.ts";
import { isZone } from "../../core/domain/zoned-time.ts";
import type { Block } from "./calendar-blocks.ts";
import { amount, type ImportLimits, LimitMet } from "./import-limits.ts";
import { windowsZones } from "./windows-zones.ts";

/** What the times of a file mean: by the IANA database where it knows the zone, by the file's own definition elsewhere. */
export type FileZones = {
  /** A time of an entry, with the zone its property names. */
  timeOf(time: ICAL.Time, tzid: string | null): ForeignTime;
};

/** Reads the zones a file defines. A definition that would take long to follow is refused by its line. */
export function fileZones(blocks: readonly Block[], limits: ImportLimits): FileZones {
  const own = new Map<string, ICAL.Timezone>();
  for (const block of blocks) {
    const component = new ICAL.Component(ICAL.parse(block.text));
    const tzid = String(component.getFirstPropertyValue("tzid") ?? "");
    // What the database knows needs no definition, and one that says otherwise is not believed.
    if (ianaName(tzid) !== null) continue;
    refuseEndless(component, block, limits);
    own.set(tzid, new ICAL.Timezone(component));
  }
  return {
    timeOf(time, tzid) {
      const wall = wallOf(time);
      if (time.zone === ICAL.Timezone.utcTimezone) return { kind: "instant", at: time.toUnixTime() * 1000 };
      if (tzid === null) return { kind: "floating", wall };
      const name = ianaName(tzid);
      if (name !== null) return { kind: "wall", wall, zone: name };
      const defined = own.get(tzid);
      if (defined === undefined) return { kind: "wall", wall, zone: tzid };
      const there = time.clone();
      there.zone = defined;
      return { kind: "instant", at: there.toUnixTime() * 1000 };
    },
  };
}

/** The IANA zone a name means: its own, one of Windows', or the end of a path some programs write before it. */
function ianaName(tzid: string): string | null {
  if (isZone(tzid)) return tzid;
  const fromWindows = windowsZones.get(tzid);
  if (fromWindows !== undefined) return fromWindows;
  const ending = /([A-Za-z]+\/(?:[A-Za-z]+\/)?[A-Za-z_-]+)$/u.exec(tzid)?.[1];
  return ending !== undefined && tzid.startsWith("/") && isZone(ending) ? ending : null;
}

function refuseEndless(component: ICAL.Component, { line }: Block, limits: ImportLimits): void {
  const parts = component.getAllSubcomponents();
  if (parts.length > limits.zoneRules) {
    throw new LimitMet(`Line ${line}: this time zone has more than ${amount(limits.zoneRules)} changes of clocks.`);
  }
  for (const part of parts) {
    const dates = part.getAllProperties("rdate").length;
    const rules = part.getAllProperties("rrule").map((property) => property.getFirstValue());
    const isTame = (rule: unknown): boolean =>
      rule instanceof ICAL.Recur &&
      rule.freq === "YEARLY" &&
      (rule.interval ?? 1) === 1 &&
      (["BYSECOND", "BYMINUTE", "BYHOUR", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"] as const).every(
        (name) => rule.parts[name] === undefined,
      ) &&
      (rule.parts.BYMONTH?.length ?? 0) <= 2 &&
      (rule.parts.BYDAY?.length ?? 0) <= 2;
    if (dates > limits.zoneRules || rules.length > 4 || !rules.every(isTame)) {
      throw new LimitMet(`Line ${line}: this time zone's clocks would change more than a few times a year.`);
    }
  }
}

/** The wall clock's time to the minute, as the domain writes it. */
export function wallOf(time: ICAL.Time): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const date = `${String(time.year).padStart(4, "0")}-${two(time.month)}-${two(time.day)}`;
  return time.isDate ? `${date}T00:00` : `${date}T${two(time.hour)}:${two(time.minute)}`;
}
