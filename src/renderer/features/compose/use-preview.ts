import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { DraftPreview } from "../../../core/app/notices/notices.ts";
import type { Draft } from "../../../core/domain/notice.ts";
import { trpc } from "../../api/trpc.ts";
import { whyTooLong } from "../../ui/draft-editor/too-long.ts";

export type Preview = {
  readonly view: DraftPreview | null;
  /** Whether what is typed is not in it yet. */
  readonly isPending: boolean;
  readonly error: unknown;
};

/** How long typing rests before it is rendered and checked, in milliseconds. */
const rest = 160;
/** While somebody goes on typing it is checked this often all the same. */
const atMost = 700;

/** The draft as one recipient gets it, and all the checker found, a moment after typing rests. */
export function usePreview(noticeId: string, draft: Draft, recipientKey: string | null): Preview {
  const rested = useRested(draft);
  const query = useQuery(
    trpc.notices.preview.queryOptions(
      { id: noticeId, draft: rested, recipientKey },
      // What can't be kept is not sent to be rendered either: it may be a whole book.
      { placeholderData: keepPreviousData, gcTime: 10_000, enabled: whyTooLong(rested) === null },
    ),
  );
  return { view: query.data ?? null, isPending: rested !== draft || query.isFetching, error: query.error };
}

/** A value once it rests, and now and then while it does not. */
function useRested(value: Draft): Draft {
  const [rested, setRested] = useState(value);
  const waitingSince = useRef<number | null>(null);
  useEffect(() => {
    if (value === rested) {
      waitingSince.current = null;
      return undefined;
    }
    const now = performance.now();
    waitingSince.current ??= now;
    const wait = Math.max(0, Math.min(rest, waitingSince.current + atMost - now));
    const timer = setTimeout(() => setRested(value), wait);
    return () => clearTimeout(timer);
  }, [value, rested]);
  return rested;
}
