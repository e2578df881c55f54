import { z } from "zod";
import { channelKinds, voices } from "../../core/domain/directory.ts";
import { type Rule, stages, type Timing } from "../../core/domain/matrix.ts";
import type { ProposedRule } from "../../core/domain/policy.ts";
import { id, newOrId } from "./id.ts";
import { oneLine, required, text } from "./text.ts";
import { timeOfDay, weekday, zone } from "./time.ts";

const place = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("service") }),
  z.object({ kind: z.literal("recipient") }),
  z.object({ kind: z.literal("coordinator") }),
  z.object({ kind: z.literal("named"), zone }),
]);

const timing = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("planning") }),
  z.object({
    kind: z.literal("before"),
    amount: z.int().min(1).max(365),
    unit: z.enum(["minutes", "hours", "days", "businessDays"]),
    at: timeOfDay.nullable(),
    place,
  }),
  z.object({ kind: z.literal("weekly"), weekday, everyWeeks: z.union([z.literal(1), z.literal(2)]), at: timeOfDay, place }),
  z.object({ kind: z.literal("start") }),
  z.object({ kind: z.literal("during"), everyMinutes: z.int().min(5).max(1440) }),
  z.object({ kind: z.literal("end") }),
  z.object({ kind: z.literal("statusChange") }),
]) satisfies z.ZodType<Timing>;

const promised = z.object({
  // A year of hours: policies promise months, and a promise in days is kept in hours.
  amount: z.int().min(1).max(8760),
  unit: z.enum(["minutes", "hours", "businessDays"]),
  calendar: z.enum(["customer", "service", "coordinator"]),
});

const ruleFacts = {
  stage: z.enum(stages),
  timing,
  promised: promised.nullable(),
  lead: oneLine,
  sending: z.enum(["automatic", "person"]),
  source: text,
};

export const rule = z.object({
  ...ruleFacts,
  id: newOrId,
  changeTypeId: id.nullable(),
  audienceId: id,
  channelIds: z.array(id).min(1, "Choose at least one channel.").max(50),
  condition: z.object({ customersAffected: z.boolean(), impactOnly: z.boolean(), serviceIds: z.array(id).max(200) }),
}) satisfies z.ZodType<Rule>;

export const proposedRule = z.object({
  ...ruleFacts,
  changeType: required.nullable(),
  audience: z.object({
    name: required,
    voice: z.enum(voices),
    mentions: z.array(z.object({ name: required, kind: z.enum(["person", "group"]) })).max(200),
  }),
  channels: z
    .array(z.object({ name: required, kind: z.enum(channelKinds) }))
    .min(1)
    .max(50),
  condition: z.object({ customersAffected: z.boolean(), impactOnly: z.boolean() }),
}) satisfies z.ZodType<ProposedRule>;
