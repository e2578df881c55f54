import { z } from "zod";
import type { PhaseInput } from "../../core/app/groups/phases.ts";
import { impacts } from "../../core/domain/window.ts";
import type { WindowDraft } from "../../core/domain/window-draft.ts";
import { id, newOrId } from "./id.ts";
import { httpsUrl, oneLine, required, text } from "./text.ts";
import { wallInput } from "./time.ts";

export const shortNotice = z.object({ reason: oneLine, approver: oneLine }).nullable().default(null);

export const windowDraft = z.object({
  title: oneLine,
  changeTypeId: newOrId,
  serviceIds: z.array(id).max(200),
  zone: z.string().max(100),
  start: wallInput,
  end: wallInput,
  impact: z.enum(impacts),
  expectedDowntimeMinutes: z.int().min(0).max(100_000).nullable(),
  customersAffected: z.boolean(),
  reason: text,
  effect: text,
  goesOn: text.default(""),
  toDo: text,
  toDoBy: wallInput.nullable().default(null),
  afterwards: text.default(""),
  toDoAfter: text.default(""),
  progress: text.default(""),
  rollbackPlan: text,
  lead: oneLine,
  engineers: z.array(required).max(50).readonly().default([]),
  communicationOwner: oneLine,
  references: z.array(z.object({ label: required, url: httpsUrl.nullable() })).max(50),
  shortNotice,
}) satisfies z.ZodType<WindowDraft>;

export const phaseTimes = z.object({ title: oneLine, start: wallInput, end: wallInput }) satisfies z.ZodType<PhaseInput>;
