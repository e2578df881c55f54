import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { Contract } from "../../contract/router.ts";
import { createLinks } from "./connection.ts";

/**
 * What the screen has read from the backend. The backend is on this computer, so being offline changes nothing,
 * a refusal is an answer rather than a hiccup, and what is read stays true until `changes` says otherwise.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: "always", retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
    mutations: { networkMode: "always", retry: false },
  },
});

/** The contract, for calls outside a component. */
export const client = createTRPCClient<Contract>({ links: createLinks() });

/** The contract as options for TanStack Query: `useQuery(trpc.today.view.queryOptions())`. */
export const trpc = createTRPCOptionsProxy<Contract>({ client, queryClient });
