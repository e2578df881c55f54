import { z } from "zod";
import type { OwnDay, Workspace } from "../../core/domain/directory.ts";
import { noHouseStyle } from "../../core/domain/house-style.ts";
import { houseStyle } from "./house-style.ts";
import { id } from "./id.ts";
import { email, oneLine, required } from "./text.ts";
import { isoDate, region, timeOfDay, weekday, zone } from "./time.ts";

const ownDay = z.object({
  date: isoDate,
  name: required,
  region,
  counts: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("off") }),
    z.object({ kind: z.literal("working") }),
    z.object({ kind: z.literal("half"), closesAt: timeOfDay }),
  ]),
}) satisfies z.ZodType<OwnDay>;

/** Letters and digits must fix it: a lone # would take every number for a record. */
const referencePattern = required
  .max(40, "Use at most 40 characters.")
  .regex(/^(?=.*\p{L}{2})(?=.*#)/u, "Write at least two letters, and # for the digits: OPS-#.");

export const workspace = z.object({
  id,
  name: required,
  zone,
  secondZone: zone.nullable(),
  holidayRegion: region,
  noticeCounting: z.enum(["clear", "elapsed"]),
  closeOfBusiness: timeOfDay,
  mode: z.enum(["practice", "live"]),
  referencePrefix: z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/u, "Use one to eight capital letters or digits."),
  coordinator: z.object({ name: required, email }),
  contactPoint: oneLine,
  contactHours: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("always") }),
      z.object({
        kind: z.literal("weekly"),
        weekdays: z.array(weekday).min(1).max(7).readonly(),
        from: timeOfDay,
        to: timeOfDay,
      }),
    ])
    .nullable()
    .default(null),
  contactOtherwise: oneLine.default(""),
  internalDomains: z.array(required).max(100),
  publicAddresses: z.array(required).max(200).readonly().default([]),
  publicNames: z.array(required).max(200).readonly().default([]),
  internalNames: z.array(required).max(500).readonly().default([]),
  referencePatterns: z.array(referencePattern).max(100).readonly().default([]),
  massMentions: z.boolean().default(false),
  ownDays: z.array(ownDay).max(2000).readonly().default([]),
  uptimeCountsPlanned: z.boolean().default(true),
  houseStyle: houseStyle.default(noHouseStyle),
}) satisfies z.ZodType<Workspace>;

export const newWorkspace = z.object({
  name: required,
  zone,
  exampleId: id.nullable(),
  coordinator: z.object({ name: required, email }),
});
