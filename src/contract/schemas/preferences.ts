import { z } from "zod";
import type { Preferences } from "../../core/ports/preferences.ts";
import { zone } from "./time.ts";

export const preferences = z.object({
  colorScheme: z.enum(["auto", "light", "dark"]),
  weekStartsOn: z.union([z.literal(1), z.literal(7)]),
  notifyWhenDue: z.boolean(),
  seenZone: zone.nullable(),
}) satisfies z.ZodType<Preferences>;
