import { z } from "zod";
import type { AuditQuestion } from "../../core/app/audit/audit.ts";
import { auditAreas } from "../../core/domain/audit-words.ts";
import { oneLine } from "./text.ts";

export const auditQuestion = z.object({
  who: oneLine,
  area: z.enum(auditAreas).nullable(),
  about: oneLine,
}) satisfies z.ZodType<AuditQuestion>;
