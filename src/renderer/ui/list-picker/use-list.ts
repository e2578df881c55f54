import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { useState } from "react";
import type { ListView } from "../../../core/app/connections/lists.ts";
import type { ConnectionKind } from "../../../core/domain/connection-kind.ts";
import type { Listed, ListedKind } from "../../../core/ports/connector.ts";
import { client, queryClient, trpc } from "../../api/trpc.ts";

/** What is listed, and by which system. */
export type ListSource = {
  readonly kind: ConnectionKind;
  readonly what: readonly ListedKind[];
  /** The team to list within, or null. */
  readonly within: string | null;
};

type Lists = {
  /** One for each kind that is listed; empty until there is an answer. */
  readonly views: readonly { readonly what: ListedKind; readonly view: ListView | undefined }[];
  readonly isAsking: boolean;
  /** Asks the system anew, however lately it answered. */
  readonly askAgain: () => void;
};

/** What there is to pick from for these words. The system is asked once the list is `isOpen`; before, what was kept will do. */
export function useList({ kind, what, within }: ListSource, search: string, isOpen: boolean): Lists {
  const [isAskingAgain, setAskingAgain] = useState(false);
  const question = (one: ListedKind) => ({ kind, what: one, within, search, ask: isOpen ? "ifOld" : "never" }) as const;
  const answers = useQueries({
    queries: what.map((one) =>
      trpc.lists.list.queryOptions(question(one), {
        // How fresh a list is, the backend knows.
        staleTime: 0,
        placeholderData: keepPreviousData,
        trpc: { abortOnUnmount: true },
      }),
    ),
  });
  return {
    views: answers.map(({ data }, index) => ({ what: what[index] ?? "channel", view: data })),
    isAsking: isAskingAgain || (isOpen && answers.some(({ isFetching }) => isFetching)),
    askAgain() {
      setAskingAgain(true);
      const asked = what.map((one) => client.lists.list.query({ ...question(one), ask: "now" }));
      Promise.allSettled(asked)
        .then(() => queryClient.invalidateQueries(trpc.lists.pathFilter()))
        .finally(() => setAskingAgain(false));
    },
  };
}

/** What a picked id stands for, as far as it was ever listed. */
export function useListed({ kind, what, within }: ListSource, id: string): Listed | null {
  const answers = useQueries({
    queries: what.map((one) =>
      trpc.lists.list.queryOptions({ kind, what: one, within, search: id, ask: "never" }, { enabled: id !== "", staleTime: 0 }),
    ),
  });
  if (id === "") return null;
  return answers.flatMap(({ data }) => data?.items ?? []).find((listed) => listed.id === id) ?? null;
}
