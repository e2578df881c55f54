import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { Link } from "wouter";
import type { TemplateEntry } from "../../../core/app/templates.ts";
import { isFactName } from "../../../core/domain/fact-names.ts";
import type { Finding } from "../../../core/domain/message.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DraftEditor, type DraftEditorHandle, type FactLookUp } from "../../ui/draft-editor/draft-editor.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FieldError } from "../../ui/field-error.tsx";
import { IconArrowLeft, IconCheck } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { stageWords, voiceWords } from "../../ui/words.ts";
import { FactPicker } from "./fact-picker.tsx";
import { Findings } from "./findings.tsx";
import { TemplatePreview } from "./template-preview.tsx";
import classes from "./templates.module.css";

/** How long typing must rest before the preview follows, in milliseconds. */
const restFor = 200;

/** One template: its text on the left, what it makes of an example window on the right, what the checker says below. */
export function TemplateEditor({ template }: { readonly template: TemplateEntry }) {
  const { stage, voice } = template;
  const [draft, setDraft] = useState({ subject: template.subject, body: template.body });
  const [settled] = useDebouncedValue(draft, restFor);
  const subject = useRef<DraftEditorHandle>(null);
  const body = useRef<DraftEditorHandle>(null);
  const preview = useQuery(
    trpc.templates.preview.queryOptions(
      { stage, voice, draft: settled, subject: { kind: "example", key: "ordinary" }, readerKey: null },
      { placeholderData: keepPreviousData },
    ),
  );
  const save = useMutation(trpc.templates.save.mutationOptions());
  const reset = useMutation(trpc.templates.reset.mutationOptions());
  const stored = useQuery(trpc.templates.all.queryOptions());
  const isChanged = draft.subject !== template.subject || draft.body !== template.body;
  const fields = save.error === null ? {} : refusalOf(save.error).fields;

  const facts = preview.data?.facts;
  const factOf = useMemo<FactLookUp>(() => {
    const values = new Map(facts?.map(({ name, value }) => [name, value]));
    return (name) => {
      const text = values.get(name);
      // Until the first preview is there nothing is known to be missing.
      if (text !== undefined || facts === undefined) return { kind: "value", text: text ?? "…" };
      return { kind: isFactName(name) ? "empty" : "unknown" };
    };
  }, [facts]);
  const show = ({ part, quote }: Finding): void => {
    const [first, second] = part === "subject" ? [subject, body] : [body, subject];
    if (first.current?.select(quote) !== true && second.current?.select(quote) !== true) first.current?.focus();
  };
  const goBack = async (): Promise<void> => {
    await reset.mutateAsync({ stage, voice });
    const { data } = await stored.refetch();
    const original = data?.find((one) => one.stage === stage && one.voice === voice);
    if (original !== undefined) setDraft({ subject: original.subject, body: original.body });
  };

  return (
    <div className={classes.editor}>
      <div className={classes.head}>
        <Link href="/templates" className={classes.back}>
          <IconArrowLeft size={16} stroke={1.75} aria-hidden="true" /> All templates
        </Link>
        <h2>
          {stageWords[stage]} · {voiceWords[voice]}
        </h2>
        <Badge tone={template.isDefault ? "neutral" : "accent"}>{template.isDefault ? "Default" : "Edited"}</Badge>
        <div className={classes.headEnd}>
          {save.isSuccess && !isChanged && (
            <span className={classes.saved} role="status">
              <IconCheck size={16} stroke={2} aria-hidden="true" /> Saved
            </span>
          )}
          {!template.isDefault && (
            <ConfirmButton
              question="Go back to the text that comes with Forewarn? The edited text is lost. Drafts already edited stay as they are."
              confirm="Reset"
              onConfirm={() => void goBack()}
              isBusy={reset.isPending}
            >
              Reset to default…
            </ConfirmButton>
          )}
          <Button
            loading={save.isPending}
            disabled={!isChanged}
            onClick={() => save.mutate({ stage, voice, subject: draft.subject, body: draft.body })}
          >
            Save
          </Button>
        </div>
      </div>
      {Object.keys(fields).length === 0 && <ErrorNote error={save.error ?? reset.error} />}
      <div className={classes.columns}>
        <Panel
          title="Text"
          detail="Markdown"
          content="rows"
          actions={<FactPicker facts={facts ?? []} onPick={(name) => body.current?.insertFact(name)} />}
        >
          <div className={classes.subject}>
            <span className={classes.subjectLabel} aria-hidden="true">
              Subject
            </span>
            <DraftEditor
              label="Subject"
              isOneLine
              value={draft.subject}
              onChange={(subject) => setDraft((current) => ({ ...current, subject }))}
              factOf={factOf}
              handle={subject}
            />
            <FieldError message={fields.subject} />
          </div>
          <div className={classes.body}>
            <DraftEditor
              label="Body, in Markdown"
              value={draft.body}
              onChange={(text) => setDraft((current) => ({ ...current, body: text }))}
              factOf={factOf}
              handle={body}
            />
          </div>
          {fields.body !== undefined && (
            <div className={classes.bodyError}>
              <FieldError message={fields.body} />
            </div>
          )}
        </Panel>
        <TemplatePreview preview={preview.data ?? null} error={preview.error} />
      </div>
      {preview.data !== undefined && <Findings findings={preview.data.findings} onShow={show} />}
    </div>
  );
}
