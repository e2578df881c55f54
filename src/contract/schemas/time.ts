import { z } from "zod";
import type { WallInput } from "../../core/domain/wall-input.ts";

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const zone = z.string().refine(isZone, "This is not a time zone. Write one like Europe/London.");
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, "Write a time like 09:00.");
export const isoDate = z.iso.date("Write a date that exists.");
export const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/u, "Write a date and a time.");

export const region = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/u, "Choose a holiday calendar from the list.")
  .nullable();

export const instant = z.int().min(0).max(8_640_000_000_000_000);

export const wallInput = z.object({
  wall: wallTime,
  occurrence: z.enum(["earlier", "later"]).nullable(),
}) satisfies z.ZodType<WallInput>;

export const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, "Write a month like 2026-12.");
