import type { AvailableFact } from "../../../core/app/notices/notices.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import type { FactLookUp } from "../../ui/draft-editor/draft-editor.tsx";
import { DraftText } from "../../ui/draft-editor/draft-text.tsx";
import type { DraftEditors } from "../../ui/draft-editor/use-draft-editors.ts";
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
  readonly editors: DraftEditors;
  /** Why it is too long to be kept, or null. */
  readonly tooLong: string | null;
  /** Words were clicked on that the checker has something to say of. */
  readonly onMark: (findingKey: string | null) => void;
};

/** The subject and the message as the coordinator writes them. */
export function DraftPanel({ draft, facts, factOf, isOpen, editors, tooLong, onMark }: Props) {
  return (
    <section className={classes.panel} aria-label="Message">
      <div className={classes.panelHead}>
        <h2 className={classes.panelTitle}>Message</h2>
        <span className={classes.faint} role="status">
          {tooLong === null ? standing(draft, isOpen) : "Too long to be saved"}
        </span>
        {isOpen && (
          <div className={classes.panelActions}>
            <FactPicker facts={facts} onPick={editors.insertFact} />
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
      <DraftText
        value={draft.value}
        onChange={draft.change}
        onBlur={draft.save}
        isReadOnly={!isOpen}
        bodyLabel="Message, in Markdown"
        editors={editors}
        factOf={factOf}
        onMark={onMark}
      >
        {tooLong !== null && <FieldError message={`${tooLong} Until then it is not saved.`} />}
      </DraftText>
    </section>
  );
}

function standing(draft: EditedDraft, isOpen: boolean): string {
  if (!isOpen) return "Read only";
  if (draft.isSaving) return "Saving…";
  if (draft.isUnsaved) return "Not saved yet";
  return draft.isEdited ? "Saved" : "As in the template";
}
