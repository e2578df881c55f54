import { z } from "zod";
import type { FeedFilter } from "../../core/domain/calendar/calendar-feed.ts";
import { type CalendarFilter, windowStates } from "../../core/domain/calendar/calendar-filter.ts";
import { impacts } from "../../core/domain/window.ts";
import { id, ids } from "./id.ts";
import { required } from "./text.ts";

const chosenIds = z.array(id).max(500);

export const calendarFilter = z.object({
  serviceIds: chosenIds,
  customerIds: chosenIds,
  impacts: z.array(z.enum(impacts)).max(impacts.length),
  states: z.array(z.enum(windowStates)).max(windowStates.length),
  conflictsOnly: z.boolean(),
}) satisfies z.ZodType<CalendarFilter>;

export const newFeed = z.object({
  name: required,
  filter: z.object({
    serviceIds: ids,
    customerIds: ids,
    impacts: z.array(z.enum(impacts)).max(impacts.length),
  }) satisfies z.ZodType<FeedFilter>,
  keepAsFile: z.boolean(),
});
