import { useMutation } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ComposeView } from "../../../core/app/notices/notices.ts";
import type { Draft } from "../../../core/domain/notice.ts";
import { client, trpc } from "../../api/trpc.ts";
import { whyTooLong } from "../../ui/draft-editor/too-long.ts";

/** The draft being edited: kept as typed, stored when the person turns elsewhere. */
export type EditedDraft = {
  readonly value: Draft;
  readonly isEdited: boolean;
  /** Typed and not yet stored. */
  readonly isUnsaved: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly change: (changes: Partial<Draft>) => void;
  readonly save: () => void;
  readonly reset: () => Promise<void>;
  /** It is approved with this very text, so there is nothing left to store. */
  readonly settle: () => void;
};

function isSame(one: Draft, other: Draft): boolean {
  return one.subject === other.subject && one.body === other.body;
}

export function useDraft(view: ComposeView, isOpen: boolean): EditedDraft {
  const { id } = view.notice;
  const [value, setValue] = useState(view.draft);
  const [stored, setStored] = useState(view.draft);
  const isUnsaved = isOpen && !isSame(value, stored);
  const latest = useRef({ value, isUnsaved, id });
  latest.current = { value, isUnsaved, id };

  const saving = useMutation(trpc.notices.saveDraft.mutationOptions({ onSuccess: (_answer, input) => setStored(input.draft) }));
  const resetting = useMutation(trpc.notices.resetDraft.mutationOptions());
  const { mutate } = saving;
  const save = useCallback((): void => {
    const { value: draft, isUnsaved: isNeeded, id: noticeId } = latest.current;
    if (isNeeded && whyTooLong(draft) === null) mutate({ id: noticeId, draft });
  }, [mutate]);

  // Leaving the page stores what was typed; the component is gone by the time it is answered.
  useEffect(
    () => () => {
      const { value: draft, isUnsaved: isNeeded, id: noticeId } = latest.current;
      if (isNeeded && whyTooLong(draft) === null)
        void client.notices.saveDraft.mutate({ id: noticeId, draft }).catch(() => undefined);
    },
    [],
  );
  useEffect(() => {
    addEventListener("pagehide", save);
    return () => removeEventListener("pagehide", save);
  }, [save]);

  return {
    value,
    isEdited: view.isEdited || isUnsaved,
    isUnsaved,
    isSaving: saving.isPending,
    error: saving.error ?? resetting.error,
    change: (changes) => setValue((current) => ({ ...current, ...changes })),
    save,
    async reset() {
      await resetting.mutateAsync({ id });
      const { draft } = await client.notices.compose.query({ id });
      setValue(draft);
      setStored(draft);
    },
    settle: () => {
      latest.current = { ...latest.current, isUnsaved: false };
      setStored(latest.current.value);
    },
  };
}
