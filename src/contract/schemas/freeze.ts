import { z } from "zod";
import type { FreezeDraft } from "../../core/app/directory/freezes.ts";
import { ids, named } from "./id.ts";
import { text } from "./text.ts";
import { wallInput } from "./time.ts";

export const freezeDraft = z.object({
  ...named,
  zone: z.string().max(100),
  start: wallInput,
  end: wallInput,
  serviceIds: ids,
  customerIds: ids,
  reason: text,
}) satisfies z.ZodType<FreezeDraft>;
