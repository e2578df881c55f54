import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import type { TemplateEntry } from "../../../core/app/templates/templates.ts";
import type { Draft } from "../../../core/domain/notice.ts";
import { keepDraft, keptDraft } from "./kept-draft.ts";

/** A template's text while it is edited: what is typed and not saved is kept on this computer until it is. */
export type TemplateDraft = {
  readonly value: Draft;
  readonly isChanged: boolean;
  /** Typed some other time and not saved then. */
  readonly isFromBefore: boolean;
  readonly change: (changes: Partial<Draft>) => void;
  /** Takes another text in its place: one that is saved, so that nothing is left to keep. */
  readonly settle: (draft: Draft) => void;
};

const restFor = 300;

export function useTemplateDraft(workspaceId: string, template: TemplateEntry): TemplateDraft {
  const { stage, voice } = template;
  const [kept] = useState(() => keptDraft(workspaceId, stage, voice));
  const [value, setValue] = useState<Draft>(() => kept ?? { subject: template.subject, body: template.body });
  const [isTouched, setTouched] = useState(false);
  const [rested] = useDebouncedValue(value, restFor);
  const isChanged = !isSame(value, template);

  useEffect(() => {
    keepDraft(workspaceId, stage, voice, isSame(rested, template) ? null : rested);
  }, [workspaceId, stage, voice, rested, template]);
  // Whoever leaves within the rest has typed something too.
  useEffect(() => {
    const keep = (): void => keepDraft(workspaceId, stage, voice, isChanged ? value : null);
    addEventListener("pagehide", keep);
    return () => {
      removeEventListener("pagehide", keep);
      keep();
    };
  }, [workspaceId, stage, voice, value, isChanged]);

  return {
    value,
    isChanged,
    isFromBefore: kept !== null && isChanged && !isTouched,
    change(changes) {
      setTouched(true);
      setValue((current) => ({ ...current, ...changes }));
    },
    settle(draft) {
      setTouched(true);
      setValue(draft);
    },
  };
}

function isSame(one: Draft, other: Draft): boolean {
  return one.subject === other.subject && one.body === other.body;
}
