import type { RefObject } from "react";
import type { AvailableFact } from "../../../core/app/notices.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DraftEditor, type DraftEditorHandle, type FactLookUp } from "../../ui/draft-editor/draft-editor.tsx";
import type { WordMark } from "../../ui/draft-editor/marked-words.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import classes from "./compose.module.css";
import { InsertFact } from "./insert-fact.tsx";
import type { EditedDraft } from "./use-draft.ts";

type Props = {
  readonly draft: EditedDraft;
  readonly facts: readonly AvailableFact[];
  readonly factOf: FactLookUp;
  readonly isOpen: boolean;
  readonly subject: RefObject<DraftEditorHandle | null>;
  readonly body: RefObject<DraftEditorHandle | null>;
  readonly noticeId: string;
  /** Words the checker has something to say of. */
  readonly marks: { readonly subject: readonly WordMark[]; readonly body: readonly WordMark[] };
};

/** The subject and the message as the coordinator writes them. */
export function DraftPanel({ draft, facts, factOf, isOpen, subject, body, marks }: Props) {
  return (
    <section className={classes.panel} aria-label="Message">
      <div className={classes.panelHead}>
        <h2 className={classes.panelTitle}>Message</h2>
        <span className={classes.faint} role="status">
          {standing(draft, isOpen)}
        </span>
        {isOpen && (
          <div className={classes.panelActions}>
            <InsertFact facts={facts} onInsert={(name) => body.current?.insertFact(name)} />
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
          isReadOnly={!isOpen}
          factOf={factOf}
          marks={marks.subject}
          handle={subject}
        />
      </div>
      <div className={classes.body}>
        <DraftEditor
          label="Message, in Markdown"
          value={draft.value.body}
          onChange={(text) => draft.change({ body: text })}
          onBlur={draft.save}
          isReadOnly={!isOpen}
          factOf={factOf}
          marks={marks.body}
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
