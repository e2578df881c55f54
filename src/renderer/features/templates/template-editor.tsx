import { Button, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconArrowLeft, IconCheck } from "@tabler/icons-react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link } from "wouter";
import type { TemplateEntry } from "../../../core/app/templates.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
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
  const body = useRef<HTMLTextAreaElement>(null);
  const preview = useQuery(
    trpc.templates.preview.queryOptions({ stage, voice, draft: settled }, { placeholderData: keepPreviousData }),
  );
  const save = useMutation(trpc.templates.save.mutationOptions());
  const reset = useMutation(trpc.templates.reset.mutationOptions());
  const stored = useQuery(trpc.templates.all.queryOptions());
  const isChanged = draft.subject !== template.subject || draft.body !== template.body;
  const fields = save.error === null ? {} : refusalOf(save.error).fields;

  const insert = (name: string): void => {
    const field = body.current;
    const words = `{{ ${name} }}`;
    const from = field?.selectionStart ?? draft.body.length;
    const to = field?.selectionEnd ?? from;
    setDraft({ ...draft, body: draft.body.slice(0, from) + words + draft.body.slice(to) });
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + words.length, from + words.length);
    });
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
              loading={reset.isPending}
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
        <Panel title="Text" actions={<FactPicker facts={preview.data?.facts ?? []} onPick={insert} />}>
          <div className={classes.text}>
            <TextInput
              label="Subject"
              value={draft.subject}
              onChange={(event) => setDraft({ ...draft, subject: event.currentTarget.value })}
              error={fields.subject}
              classNames={{ input: classes.mono ?? "" }}
            />
            <Textarea
              ref={body}
              label="Body, in Markdown"
              value={draft.body}
              onChange={(event) => setDraft({ ...draft, body: event.currentTarget.value })}
              error={fields.body}
              autosize
              minRows={16}
              classNames={{ input: classes.mono ?? "" }}
              spellCheck
            />
          </div>
        </Panel>
        <TemplatePreview preview={preview.data ?? null} error={preview.error} />
      </div>
      {preview.data !== undefined && <Findings findings={preview.data.findings} />}
    </div>
  );
}
