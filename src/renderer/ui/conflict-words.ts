import { weekdayNames } from "../../core/domain/calendar-names.ts";
import type { ConflictKind } from "../../core/domain/conflicts/conflict.ts";
import type { MaintenanceSlot } from "../../core/domain/directory.ts";
import { type Icon, IconCalendarDue, IconClockX, IconSitemap, IconSnowflake, IconStack2, IconUserExclamation } from "./icons.ts";

/** How each kind of conflict is called where there is room for two words. */
export const conflictWords: Readonly<Record<ConflictKind, string>> = {
  freeze: "In a freeze",
  outsideSlot: "Outside its slot",
  sameService: "Same service",
  dependency: "Needed service",
  samePerson: "Same person",
  sameCustomerDay: "Same customer, same day",
};

/** Each kind has a shape of its own, so that it is told apart without its colour. */
export const conflictIcons: Readonly<Record<ConflictKind, Icon>> = {
  freeze: IconSnowflake,
  outsideSlot: IconClockX,
  sameService: IconStack2,
  dependency: IconSitemap,
  samePerson: IconUserExclamation,
  sameCustomerDay: IconCalendarDue,
};

/** `Sat 22:00–02:00, Sun 22:00–02:00`; a slot that ends when it begins lasts a day. */
export function slotWords(slots: readonly MaintenanceSlot[]): string {
  return slots.map(({ weekday, from, to }) => `${weekdayNames[weekday - 1]?.slice(0, 3)} ${from}–${to}`).join(", ");
}
