import { z } from "zod";
import type { OutageDraft } from "../../core/app/uptime/outage-draft.ts";
import { newOrId } from "./id.ts";
import { oneLine } from "./text.ts";
import { wallInput } from "./time.ts";

export const outageDraft = z.object({
  id: newOrId,
  serviceId: newOrId,
  zone: z.string().max(100),
  start: wallInput,
  end: wallInput,
  note: oneLine,
}) satisfies z.ZodType<OutageDraft>;
