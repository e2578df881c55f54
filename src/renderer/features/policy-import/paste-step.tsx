import { Button, FileButton, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useState } from "react";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { FieldError } from "../../ui/field-error.tsx";
import { IconFileText, IconUpload } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { count } from "../../ui/words.ts";
import { useImport } from "./import-state.ts";
import { lengthProblem, type OpenedSource, openable, openSource, takeSource } from "./open-source.ts";
import { PageCard } from "./page-card.tsx";
import classes from "./paste-step.module.css";
import { ReadingNotes } from "./reading-notes.tsx";

/** The first step: the policy's words, pasted, dropped or opened, and handed over for reading. */
export function PasteStep() {
  const { text, page, setText, setPage, show } = useImport();
  const [problem, setProblem] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const read = useMutation(trpc.policy.read.mutationOptions({ onSuccess: show }));
  const refusal = read.error === null ? null : refusalOf(read.error);
  const error = problem ?? refusal?.fields.source ?? refusal?.message ?? null;

  function forget(): void {
    setProblem(null);
    read.reset();
  }
  function take(source: OpenedSource): void {
    forget();
    if (source.kind === "refused") setProblem(source.why);
    else if (source.kind === "page") setPage(source.page);
    else {
      setPage(null);
      setText(source.text);
    }
  }
  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const source = takeSource(event.clipboardData);
    if (source === null) return;
    const field = event.currentTarget;
    const replaced = field.selectionEnd - field.selectionStart;
    const length = source.kind === "text" ? field.value.length - replaced + source.text.length : 0;
    const why = source.kind === "refused" ? source.why : lengthProblem(length);
    if (why === null && source.kind === "text") {
      // Plain words go in where the cursor is, as the browser does it.
      forget();
      return;
    }
    event.preventDefault();
    take(why === null ? source : { kind: "refused", why });
  }
  function onDrop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void openSource(file).then(take);
    else {
      const source = takeSource(event.dataTransfer);
      if (source !== null) take(source);
    }
  }
  function submit(): void {
    const source = page?.html ?? text;
    const why = source.trim() === "" ? "Paste the policy first: its table, or the whole page." : lengthProblem(source.length);
    setProblem(why);
    if (why === null) read.mutate({ source });
  }

  return (
    <div className={classes.step}>
      <Panel>
        {/* A drop beside the field would open the file in place of the application. */}
        <form
          noValidate
          aria-label="The policy"
          className={classes.form}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {page === null ? (
            <Textarea
              label="The policy"
              description="Paste the table or the whole page: Markdown, a web page’s table, or cells from a spreadsheet"
              inputWrapperOrder={["label", "description", "input", "error"]}
              value={text}
              onChange={(event) => {
                forget();
                setText(event.currentTarget.value);
              }}
              onPaste={onPaste}
              onKeyDown={(event: KeyboardEvent) => {
                if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                submit();
              }}
              error={error}
              disabled={read.isPending}
              autoFocus
              spellCheck={false}
              classNames={{ root: classes.field ?? "", wrapper: classes.fieldBox ?? "", input: classes.input ?? "" }}
            />
          ) : (
            <div className={classes.field}>
              <PageCard page={page} hasText={text !== ""} onRemove={() => take({ kind: "text", text })} />
              <FieldError message={error} />
            </div>
          )}
          <div className={classes.foot}>
            <FileButton onChange={(file) => file !== null && void openSource(file).then(take)} accept={openable}>
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  disabled={read.isPending}
                  leftSection={<IconFileText size={16} stroke={1.75} aria-hidden="true" />}
                >
                  Open a file
                </Button>
              )}
            </FileButton>
            <span className={classes.hint}>or drop one here: {openable.replaceAll(",", " ")}</span>
            <span className={classes.length} role="status">
              {read.isPending
                ? `Reading ${count((page?.html ?? text).length, "character")}…`
                : page === null && text !== "" && count(text.length, "character")}
            </span>
            <Button type="submit" loading={read.isPending}>
              Read the policy
            </Button>
          </div>
          {isOver && (
            <div className={classes.over} aria-hidden="true">
              <IconUpload size={26} stroke={1.5} />
              Drop the policy here
            </div>
          )}
        </form>
      </Panel>
      <ReadingNotes />
    </div>
  );
}
