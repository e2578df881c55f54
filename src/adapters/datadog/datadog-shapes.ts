import { z } from "zod";
import type { Speaker } from "../network/call-outcome.ts";

/** What of Datadog's API (v2) this program reads. */
const time = z.iso.datetime({ offset: true });
const downtime = z.object({
  id: z.string(),
  attributes: z.object({
    status: z.string(),
    message: z.string().nullish(),
    schedule: z.object({ start: time, end: time.nullish() }),
  }),
});
export type Downtime = z.infer<typeof downtime>;
export const oneDowntime = z.object({ data: downtime });
export const manyDowntimes = z.object({ data: z.array(downtime) });
export const definitions = z.object({
  data: z.array(z.object({ attributes: z.object({ schema: z.object({ "dd-service": z.string().nullish() }) }) })),
});
const refusal = z.object({
  errors: z.array(z.union([z.string(), z.object({ detail: z.string() }).transform(({ detail }) => detail)])),
});

export const datadog: Speaker = {
  name: "Datadog",
  reasonOf({ status, body }) {
    if (status === 403)
      return "one of the keys is wrong, may not manage downtimes, or is of another Datadog site than the API address.";
    const read = refusal.safeParse(body);
    return read.success ? read.data.errors.join(" ").slice(0, 300) : `HTTP ${status}.`;
  },
};
