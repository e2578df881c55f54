import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { DraftPreview } from "../../../core/app/notices.ts";
import type { Draft } from "../../../core/domain/notice.ts";
import { trpc } from "../../api/trpc.ts";

export type Preview = {
  readonly view: DraftPreview | null;
  /** Whether what is typed is not in it yet. */
  readonly isPending: boolean;
  readonly error: unknown;
};

/** How long typing rests before it is rendered and checked, in milliseconds. */
const rest = 160;

/** The draft as one recipient gets it, and all the checker found, a moment after typing rests. */
export function usePreview(noticeId: string, draft: Draft, recipientKey: string | null): Preview {
  const [rested] = useDebouncedValue(draft, rest);
  const query = useQuery(
    trpc.notices.preview.queryOptions(
      { id: noticeId, draft: rested, recipientKey },
      { placeholderData: keepPreviousData, gcTime: 10_000 },
    ),
  );
  return { view: query.data ?? null, isPending: rested !== draft || query.isFetching, error: query.error };
}
