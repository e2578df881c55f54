import { z } from "zod";
import type { DirectoryEntry } from "../../core/app/directory/directory.ts";
import { voices } from "../../core/domain/directory.ts";
import { directoryKinds } from "../../core/ports/store.ts";
import { ids, named } from "./id.ts";
import { email, httpsUrl, oneLine, text } from "./text.ts";
import { region, timeOfDay, weekday, zone } from "./time.ts";

/** A person can say who reads along; what a provider says is not for a screen to write. */
const chat = { ...named, outside: z.boolean().optional() };

const channel = z.discriminatedUnion("kind", [
  z.object({ ...chat, kind: z.literal("slack"), conversationId: oneLine }),
  z.object({ ...chat, kind: z.literal("teamsChannel"), teamId: oneLine, channelId: oneLine }),
  z.object({ ...chat, kind: z.literal("teamsChat"), chatId: oneLine }),
  z.object({ ...named, kind: z.literal("mail"), from: email.nullable() }),
  z.object({ ...named, kind: z.literal("manual"), instruction: text }),
]);

/** A range that begins and ends at one time would be a whole day: quiet for ever. */
const quietHours = z
  .object({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => from !== to, "Quiet hours must end at another time than they begin.")
  .nullable();

export const directoryEntry = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("service"),
    entry: z.object({
      ...named,
      environment: oneLine,
      zone,
      holidayRegion: region,
      promisedUptime: z.number().min(0).max(100).nullable(),
      statusUrl: httpsUrl.nullable(),
      pagerDutyServiceId: oneLine.nullable(),
      dependsOn: ids.readonly().default([]),
      maintenanceSlots: z
        .array(z.object({ weekday, from: timeOfDay, to: timeOfDay }))
        .max(100)
        .readonly()
        .default([]),
    }),
  }),
  z.object({ kind: z.literal("changeType"), entry: z.object(named) }),
  z.object({
    kind: z.literal("audience"),
    entry: z.object({ ...named, voice: z.enum(voices), contactIds: ids, customerIds: ids, mentionIds: ids, quietHours }),
  }),
  z.object({
    kind: z.literal("customer"),
    entry: z.object({
      ...named,
      zone,
      holidayRegion: region,
      contactIds: ids,
      serviceIds: ids,
      active: z.boolean().default(true),
    }),
  }),
  z.object({
    kind: z.literal("contact"),
    entry: z.object({
      ...named,
      kind: z.enum(["person", "group"]),
      role: oneLine,
      email: email.nullable(),
      slackId: oneLine.nullable(),
      teamsId: oneLine.nullable(),
      active: z.boolean(),
      isLarge: z.boolean().default(false),
    }),
  }),
  z.object({ kind: z.literal("channel"), entry: channel }),
]) satisfies z.ZodType<DirectoryEntry>;

export const directoryKind = z.enum(directoryKinds);
