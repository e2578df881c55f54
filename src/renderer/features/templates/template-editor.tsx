import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Link } from "wouter";
import type { TemplatePreview as TemplatePreviewData } from "../../../core/app/templates/template-preview.ts";
import type { TemplateEntry } from "../../../core/app/templates/templates.ts";
import { factNames, isFactName } from "../../../core/domain/fact-names.ts";
import { refusalOf } from "../../api/refusal.ts";
import { client, trpc } from "../../api/trpc.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import type { FactLookUp } from "../../ui/draft-editor/draft-editor.tsx";
import { DraftText } from "../../ui/draft-editor/draft-text.tsx";
import { mendHere } from "../../ui/draft-editor/mend-draft.ts";
import { whyTooLong } from "../../ui/draft-editor/too-long.ts";
import { useDraftEditors } from "../../ui/draft-editor/use-draft-editors.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FactPicker, type OfferedFact } from "../../ui/fact-picker/fact-picker.tsx";
import { FieldError } from "../../ui/field-error.tsx";
import { IconArrowLeft, IconCheck } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { stageWords, voiceWords } from "../../ui/words.ts";
import { CopyOutButton } from "./copy-out-button.tsx";
import { Findings } from "./findings.tsx";
import { LineTroubles, troublesIn } from "./line-troubles.tsx";
import { RulesUsing } from "./rules-using.tsx";
import type { TriedOn } from "./subject-picker.tsx";
import { TemplateComparison } from "./template-comparison.tsx";
import classes from "./template-editor.module.css";
import { TemplatePreview } from "./template-preview.tsx";
import { TemplateVersions } from "./template-versions.tsx";
import { useTemplateDraft } from "./use-template-draft.ts";

/** How long typing must rest before the preview follows, in milliseconds. */
const restFor = 200;

type Props = {
  readonly template: TemplateEntry;
  readonly workspaceId: string;
  readonly triedOn: TriedOn;
  readonly onTryOn: (picked: TriedOn) => void;
};

/**
 * One template: its text on the left, with what the checker says of it; on the right what it makes of a window, what it was
 * and where it is used.
 */
export function TemplateEditor({ template, workspaceId, triedOn, onTryOn }: Props) {
  const { stage, voice } = template;
  const draft = useTemplateDraft(workspaceId, template);
  const [readerKey, setReaderKey] = useState<string | null>(null);
  const [against, setAgainst] = useState<number | null>(null);
  const [settled] = useDebouncedValue(draft.value, restFor);
  const tooLong = whyTooLong(draft.value);
  const preview = useQuery(
    trpc.templates.preview.queryOptions(
      { stage, voice, draft: settled, subject: triedOn.subject, readerKey },
      // What can't be saved is not sent to be tried either: it may be a whole book.
      { placeholderData: keepPreviousData, enabled: whyTooLong(settled) === null },
    ),
  );
  const save = useMutation(trpc.templates.save.mutationOptions());
  const reset = useMutation(trpc.templates.reset.mutationOptions());
  const fields = save.error === null ? {} : refusalOf(save.error).fields;
  const troubles = {
    subject: useMemo(() => troublesIn(preview.data?.problems, "subject"), [preview.data]),
    body: useMemo(() => troublesIn(preview.data?.problems, "body"), [preview.data]),
  };

  // What can't be rendered would be shown as it is typed, which helps nobody see what readers get.
  const isBroken = preview.data?.problems.some(({ kind }) => kind === "syntax") === true;
  const [lastGood, setLastGood] = useState<TemplatePreviewData | null>(null);
  if (preview.data !== undefined && !isBroken && !preview.isPlaceholderData && preview.data !== lastGood)
    setLastGood(preview.data);
  // A text that was kept with its fault has no preview of before: the saved one stands in.
  const saved = useQuery(
    trpc.templates.preview.queryOptions(
      { stage, voice, draft: { subject: template.subject, body: template.body }, subject: triedOn.subject, readerKey },
      { enabled: isBroken && lastGood === null },
    ),
  );
  const shown = isBroken ? (lastGood ?? saved.data) : preview.data;

  const facts = preview.data?.facts;
  const gaps = preview.data?.problems;
  const factOf = useMemo<FactLookUp>(() => {
    const values = new Map(facts?.map(({ name, value }) => [name, value]));
    return (name) => {
      const text = values.get(name);
      // Until the first preview is there nothing is known to be missing.
      if (text !== undefined || facts === undefined) return { kind: "value", text: text ?? "…" };
      if (!isFactName(name)) return { kind: "unknown" };
      const isGap = gaps?.some((problem) => problem.kind === "emptyVariable" && problem.name === name) === true;
      // A condition around it takes it out where it has no value: that is no gap.
      return isGap ? { kind: "empty" } : { kind: "value", text: "nothing here, so it is left out" };
    };
  }, [facts, gaps]);
  const offered = useMemo(() => offeredFacts(facts), [facts]);
  const isMarkable = tooLong === null && !isBroken;
  const found = preview.data?.findings;
  const { value } = draft;
  const findings = useMemo(() => (isMarkable ? (found ?? []) : []), [isMarkable, found]);
  const editors = useDraftEditors(value, findings, factOf, draft.change);
  const { subject, body } = editors.handles;
  const [pointed, setPointed] = useState<string | null>(null);
  const goBack = async (): Promise<void> => {
    await reset.mutateAsync({ stage, voice });
    draft.settle(template.standard);
  };
  const backToSaved = async (): Promise<void> => {
    const stored = (await client.templates.all.query()).find((one) => one.stage === stage && one.voice === voice) ?? template;
    draft.settle({ subject: stored.subject, body: stored.body });
  };

  const aboutSubject =
    tooLong !== null ? (
      <FieldError message={`${tooLong} It is not saved; the last good version goes on being used.`} />
    ) : troubles.subject.length > 0 ? (
      <LineTroubles troubles={troubles.subject} onShow={(line) => subject.current?.showLine(line)} />
    ) : fields.subject === undefined ? null : (
      <FieldError message={fields.subject} />
    );

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
        {draft.isChanged && <Badge tone="warning">Not saved</Badge>}
        {tooLong !== null && <Badge tone="bad">Too long</Badge>}
        {tooLong === null && troubles.subject.length > 0 && <Badge tone="bad">Fault in the subject</Badge>}
        {tooLong === null && troubles.body[0] !== undefined && <Badge tone="bad">Fault in line {troubles.body[0].line}</Badge>}
        <div className={classes.headEnd}>
          {save.isSuccess && !draft.isChanged && (
            <span className={classes.saved} role="status">
              <IconCheck size={16} stroke={2} aria-hidden="true" /> Saved
            </span>
          )}
          <CopyOutButton names={[{ stage, voice }]}>Copy as a file</CopyOutButton>
          {!template.isDefault && (
            <ConfirmButton
              question={`Go back to the text that comes with Forewarn? ${draft.isChanged ? "What you typed and did not save is lost. The saved text" : "Your text"} stays under Versions. Drafts already edited stay as they are.`}
              confirm="Reset"
              onConfirm={() => void goBack().catch(() => undefined)}
              isBusy={reset.isPending}
            >
              Reset to default…
            </ConfirmButton>
          )}
          <Button
            loading={save.isPending}
            disabled={!draft.isChanged || tooLong !== null}
            onClick={() => save.mutate({ stage, voice, ...draft.value })}
          >
            Save
          </Button>
        </div>
      </div>
      {draft.isFromBefore && (
        <div className={classes.kept} role="status">
          <p>This text was typed before and not saved. It was kept as it was left; notices use the saved one.</p>
          <Button size="xs" variant="default" onClick={() => void backToSaved().catch(() => undefined)}>
            Back to the saved text
          </Button>
        </div>
      )}
      {Object.keys(fields).length === 0 && <ErrorNote error={save.error ?? reset.error} />}
      <div className={classes.columns}>
        <div className={classes.written}>
          <Panel
            title="Text"
            detail="Markdown"
            content="rows"
            actions={<FactPicker facts={offered} onPick={editors.insertFact} />}
          >
            <div className={classes.text}>
              <DraftText
                value={value}
                onChange={draft.change}
                bodyLabel="Body, in Markdown"
                editors={editors}
                factOf={factOf}
                troubles={troubles}
                onMark={setPointed}
              >
                {aboutSubject}
              </DraftText>
            </div>
            {tooLong === null && troubles.body.length > 0 && (
              <LineTroubles troubles={troubles.body} onShow={(line) => body.current?.showLine(line)} />
            )}
            {tooLong === null && troubles.body.length === 0 && fields.body !== undefined && (
              <div className={classes.bodyError}>
                <FieldError message={fields.body} />
              </div>
            )}
          </Panel>
          <Findings
            findings={isMarkable ? (found ?? null) : null}
            triedOn={triedOn}
            onShow={editors.show}
            mendOf={(finding) => mendHere(finding, value, factOf, { stage, isOneNotice: false })}
            onMend={editors.mend}
            pointed={pointed}
          />
          <TemplateComparison template={template} draft={draft.value} against={against} onAgainst={setAgainst} />
        </div>
        <div className={classes.shown}>
          <TemplatePreview
            preview={shown ?? null}
            isOfBefore={isBroken}
            error={preview.error}
            triedOn={triedOn}
            onTryOn={(picked) => {
              setReaderKey(null);
              onTryOn(picked);
            }}
            onRead={setReaderKey}
          />
          <TemplateVersions
            template={template}
            isChanged={draft.isChanged}
            against={against}
            onAgainst={setAgainst}
            onRestored={draft.settle}
          />
          <RulesUsing stage={stage} voice={voice} />
        </div>
      </div>
    </div>
  );
}

/** Every fact a template can name; what this window has nothing to show for stands among the rest, for others have. */
function offeredFacts(facts: TemplatePreviewData["facts"] | undefined): readonly OfferedFact[] {
  const values = new Map(facts?.map(({ name, value }) => [name, value]));
  const others = (facts ?? []).filter(({ name }) => !isFactName(name));
  return [...Object.keys(factNames).map((name) => ({ name, value: values.get(name) || null })), ...others];
}
