import { httpSubscriptionLink, type TRPCLink } from "@trpc/client";
import { EventSource } from "eventsource";
import type { Contract } from "../../contract/router.ts";

/** Subscriptions as server-sent events from `url`, each asked for with `headers`. */
export function eventLink(url: string, headers: () => Promise<Record<string, string>>): TRPCLink<Contract> {
  return httpSubscriptionLink({
    url,
    // The browser's own EventSource cannot send a header.
    EventSource,
    eventSourceOptions: {
      fetch: async (address, init) => fetch(address, { ...init, headers: { ...init.headers, ...(await headers()) } }),
    },
  });
}
