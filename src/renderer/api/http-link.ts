import { httpBatchLink, splitLink, type TRPCLink } from "@trpc/client";
import type { Contract } from "../../contract/router.ts";
import { lateLink } from "./late-link.ts";

export type HttpLinkOptions = {
  /** Where the contract is served. */
  readonly url: string;
  /** The token of this page, sent with every call. */
  readonly token: () => Promise<string>;
  /** Headers a browser sends by itself and a test must name. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** The longest batch: what one screen reads at once. */
const batchSize = 20;

/**
 * The contract over HTTP: calls in batches, changes as server-sent events. Everything but a subscription is a POST, since a
 * draft does not fit into an address and only a POST of JSON cannot be sent by another site's form.
 */
export function httpLinks({ url, token, headers = {} }: HttpLinkOptions): TRPCLink<Contract>[] {
  const allHeaders = async () => ({ ...headers, "x-forewarn-token": await token() });
  return [
    splitLink({
      condition: (operation) => operation.type === "subscription",
      // The events come after the first screen, and so does the code that reads them.
      true: lateLink(async () => (await import("./event-link.ts")).eventLink(url, allHeaders)),
      false: httpBatchLink({ url, methodOverride: "POST", headers: allHeaders, maxItems: batchSize }),
    }),
  ];
}
