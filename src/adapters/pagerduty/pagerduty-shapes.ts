import { z } from "zod";
import type { HeldRecord } from "../../core/domain/counterpart.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Speaker } from "../network/call-outcome.ts";

/** What of PagerDuty's API this program reads (PagerDuty REST API v2). */
const time = z.iso.datetime({ offset: true });
const window = z.object({
  id: z.string(),
  html_url: z.string().nullish(),
  description: z.string().nullish(),
  start_time: time,
  end_time: time,
});
export const oneWindow = z.object({ maintenance_window: window });
export const manyWindows = z.object({ maintenance_windows: z.array(window) });
export const services = z.object({
  services: z.array(z.object({ id: z.string(), name: z.string(), html_url: z.string().nullish() })),
});
export const oneService = z.object({ service: z.object({ escalation_policy: z.object({ id: z.string() }) }) });
export const onCalls = z.object({
  oncalls: z.array(
    z.object({
      escalation_level: z.number(),
      end: time.nullish(),
      user: z.object({ summary: z.string().nullish(), name: z.string().nullish(), email: z.string().nullish() }),
    }),
  ),
});
export const incidents = z.object({
  incidents: z.array(z.object({ id: z.string(), title: z.string(), html_url: z.string().nullish(), created_at: time })),
});
export const me = z.object({ user: z.object({ name: z.string(), email: z.string().nullish() }) });
const refusal = z.object({ error: z.object({ message: z.string(), errors: z.array(z.string()).default([]) }) });

/** A maintenance window of PagerDuty's as a record; its end tells whether it is over. */
export function recordOf({ id, html_url, start_time, end_time }: z.infer<typeof window>, now: Instant): HeldRecord {
  const startAt = Date.parse(start_time);
  const endAt = Date.parse(end_time);
  const isOver = endAt <= now;
  return {
    id,
    url: html_url ?? null,
    status: isOver ? "ended" : startAt <= now ? "ongoing" : "scheduled",
    startAt,
    endAt,
    isOver,
    remarks: [],
    readAt: now,
  };
}

export const pagerDuty: Speaker = {
  name: "PagerDuty",
  reasonOf({ status, body }) {
    const read = refusal.safeParse(body);
    if (!read.success) return `HTTP ${status}.`;
    const { message, errors } = read.data.error;
    return `${[message, ...errors].join(" ").slice(0, 300)}`;
  },
};
