import { type RefObject, useRef } from "react";
import type { AvailableFact } from "../../../core/app/notices/notices.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DraftEditor, type DraftEditorHandle, type FactLookUp } from "../../ui/draft-editor/draft-editor.tsx";
import type { WordMark } from "../../ui/draft-editor/marked-words.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FactPicker } from "../../ui/fact-picker/fact-picker.tsx";
import { FieldError } from "../../ui/field-error.tsx";
import classes from "./compose.module.css";
import type { EditedDraft } from "./use-draft.ts";

type Props = {
  readonly draft: EditedDraft;
  readonly facts: readonly AvailableFact[];
  readonly factOf: FactLookUp;
  readonly isOpen: boolean;
  readonly subject: RefObject<DraftEditorHandle | null>;
  readonly body: RefObject<DraftEditorHandle | null>;
  /** Why it is too long to be kept, or null. */
  readonly tooLong: string | null;
  /** Words the checker has something to say of. */
  readonly onMark: (findingKey: string | null) => void;
  readonly marks: { readonly subject: readonly WordMark[]; readonly body: readonly WordMark[] };
};

/** The subject and the message as the coordinator writes them. */
export function DraftPanel({ draft, facts, factOf, isOpen, subject, body, tooLong, onMark, marks }: Props) {
  const lastIn = useRef(body);
  return (
    <section className={classes.panel} aria-label="Message">
      <div className={classes.panelHead}>
        <h2 className={classes.panelTitle}>Message</h2>
        <span className={classes.faint} role="status">
          {tooLong === null ? standing(draft, isOpen) : "Too long to be saved"}
        </span>
        {isOpen && (
          <div className={classes.panelActions}>
            <FactPicker facts={facts} onPick={(name) => lastIn.current.current?.insertFact(name)} />
            <ConfirmButton
              size="xs"
              disabled={!draft.isEdited}
              question="The text goes back to its template. What was written here is lost."
              confirm="Reset"
              onConfirm={() => draft.reset().catch(() => undefined)}
            >
              Reset to template
            </ConfirmButton>
          </div>
        )}
      </div>
      {draft.error !== null && (
        <div className={classes.panelError}>
          <ErrorNote error={draft.error}>
            <p>What you typed is still here.</p>
          </ErrorNote>
        </div>
      )}
      <div className={classes.subject}>
        <span className={classes.subjectLabel} aria-hidden="true">
          Subject
        </span>
        <DraftEditor
          label="Subject"
          isOneLine
          value={draft.value.subject}
          onChange={(text) => draft.change({ subject: text })}
          onBlur={draft.save}
          onFocus={() => {
            lastIn.current = subject;
          }}
          isReadOnly={!isOpen}
          factOf={factOf}
          marks={marks.subject}
          onMark={onMark}
          handle={subject}
        />
      </div>
      {tooLong !== null && (
        <div className={classes.tooLong}>
          <FieldError message={`${tooLong} Until then it is not saved.`} />
        </div>
      )}
      <div className={classes.body}>
        <DraftEditor
          label="Message, in Markdown"
          value={draft.value.body}
          onChange={(text) => draft.change({ body: text })}
          onBlur={draft.save}
          onFocus={() => {
            lastIn.current = body;
          }}
          isReadOnly={!isOpen}
          factOf={factOf}
          marks={marks.body}
          onMark={onMark}
          handle={body}
        />
      </div>
    </section>
  );
}

function standing(draft: EditedDraft, isOpen: boolean): string {
  if (!isOpen) return "Read only";
  if (draft.isSaving) return "Saving…";
  if (draft.isUnsaved) return "Not saved yet";
  return draft.isEdited ? "Saved" : "As in the template";
}
