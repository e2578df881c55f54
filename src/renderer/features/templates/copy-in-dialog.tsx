import { Button, Checkbox, FileButton, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type DragEvent, useState } from "react";
import type { OfferedTemplate } from "../../../core/app/templates/template-copies.ts";
import type { TemplateEntry } from "../../../core/app/templates/templates.ts";
import type { Template } from "../../../core/domain/message.ts";
import { longestCopy } from "../../../core/domain/template-copy.ts";
import { trpc } from "../../api/trpc.ts";
import { Badge } from "../../ui/badge.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconFileImport } from "../../ui/icons.ts";
import { count, stageWords, voiceWords } from "../../ui/words.ts";
import classes from "./copy-in-dialog.module.css";
import { rulesInWords } from "./rules-in-words.ts";
import { TextComparison } from "./text-comparison.tsx";

type Opened = { readonly name: string; readonly text: string };
type Takeable = Exclude<OfferedTemplate, { kind: "refused" }>;

/** Templates of a file beside those in use: each compared, chosen by hand, and taken over together or not at all. */
export function CopyInDialog({
  templates,
  onClose,
  onTaken,
}: {
  /** Those of this workspace. */
  readonly templates: readonly TemplateEntry[];
  readonly onClose: () => void;
  readonly onTaken: (templates: number) => void;
}) {
  const [file, setFile] = useState<Opened | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const read = useMutation(
    trpc.templates.readCopy.mutationOptions({
      onSuccess: ({ templates }) =>
        setChosen(new Set(templates.flatMap((one) => (one.kind === "differs" && one.notes.length === 0 ? [keyOf(one)] : [])))),
    }),
  );
  const take = useMutation(
    trpc.templates.takeCopy.mutationOptions({
      onSuccess({ templates }) {
        onTaken(templates);
        onClose();
      },
    }),
  );

  async function open(picked: File): Promise<void> {
    setProblem(null);
    read.reset();
    take.reset();
    setFile(null);
    // Four bytes a character at most: what is longer is not even read.
    if (picked.size > longestCopy * 4)
      return setProblem(`${picked.name} is too long for a copy of templates. Nothing was taken over.`);
    try {
      const opened = { name: picked.name.slice(0, 200), text: await picked.text() };
      setFile(opened);
      read.mutate({ text: opened.text.slice(0, longestCopy + 1) });
    } catch {
      setProblem(`${picked.name} could not be read from the disk. Check that it is still there.`);
    }
  }
  function onDrop(event: DragEvent): void {
    event.preventDefault();
    const [dropped] = event.dataTransfer.files;
    if (dropped !== undefined) void open(dropped);
  }
  const offered = read.data?.templates ?? [];
  const takeable = offered.filter((one): one is Takeable => one.kind !== "refused");
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };

  return (
    <Modal opened onClose={onClose} title="Take templates over from a file" size={760} closeOnClickOutside={false}>
      <section className={classes.open} aria-label="The file" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <FileButton onChange={(picked) => picked !== null && void open(picked)} accept=".json,application/json">
          {(props) => (
            <Button
              {...props}
              variant={file === null ? "filled" : "default"}
              loading={read.isPending}
              leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden="true" />}
            >
              {file === null ? "Open a file" : "Open another file"}
            </Button>
          )}
        </FileButton>
        <p>{file === null ? "or drop one here: a copy that another workspace saved under Templates (.json)." : file.name}</p>
      </section>
      {problem !== null && (
        <p className={`${classes.refusal} ${classes.problem}`} role="alert">
          {problem}
        </p>
      )}
      {(read.error ?? take.error) !== null && (
        <div className={classes.refusal}>
          <ErrorNote error={read.error ?? take.error} />
        </div>
      )}
      {read.data !== undefined && file !== null && (
        <>
          <p className={classes.offer}>
            {count(offered.length, "template")}
            {read.data.from !== "" && ` from “${read.data.from}”`}. {whatToDo(takeable)}
          </p>
          <ul className={classes.offered} aria-label="Templates in the file">
            {offered.map((one, index) =>
              one.kind === "refused" ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a refused entry may have no name; the list never moves.
                <li key={index} className={classes.offeredRow}>
                  <div className={classes.offeredHead}>
                    <strong>{one.name}</strong>
                    <Badge tone="bad">Can’t be taken</Badge>
                  </div>
                  <p>{one.reason}</p>
                </li>
              ) : (
                <OfferedRow
                  key={keyOf(one)}
                  offered={one}
                  uses={rulesInWords(templates.find(({ stage, voice }) => keyOf({ template: { stage, voice } }) === keyOf(one)))}
                  isChosen={chosen.has(keyOf(one))}
                  onToggle={() => toggle(keyOf(one))}
                />
              ),
            )}
          </ul>
          <div className={classes.dialogFoot}>
            <Button variant="default" onClick={onClose}>
              Leave
            </Button>
            <Button
              loading={take.isPending}
              disabled={chosen.size === 0}
              onClick={() =>
                take.mutate({
                  text: file.text,
                  fileName: file.name,
                  names: takeable
                    .filter((one) => chosen.has(keyOf(one)))
                    .map(({ template: { stage, voice } }) => ({ stage, voice })),
                })
              }
            >
              {chosen.size === 0 ? "Take over" : `Take over ${count(chosen.size, "template")}`}
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}

function OfferedRow({
  offered,
  uses,
  isChosen,
  onToggle,
}: {
  readonly offered: Takeable;
  /** The rules here that begin with it, in words. */
  readonly uses: string;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}) {
  const { template, current, notes, kind } = offered;
  const name = `${stageWords[template.stage]}, ${voiceWords[template.voice]}`;
  return (
    <li className={classes.offeredRow}>
      <div className={classes.offeredHead}>
        {kind === "differs" ? <Checkbox label={name} checked={isChosen} onChange={onToggle} /> : <strong>{name}</strong>}
        <span className={classes.usedHere}>{uses} here</span>
        <Badge tone={kind === "differs" ? "accent" : "neutral"}>{kind === "differs" ? "Differs" : "As it is here"}</Badge>
      </div>
      {notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
      {kind === "differs" && (
        <details>
          <summary>What would change</summary>
          <TextComparison before={current} after={template} same="" />
        </details>
      )}
    </li>
  );
}

function whatToDo(takeable: readonly Takeable[]): string {
  if (takeable.length === 0) return "None of them can be taken; nothing was changed here.";
  if (takeable.every(({ kind }) => kind === "same")) return "What can be taken is as it is here: there is nothing to take over.";
  return "Choose which to use here. What they replace can be put back at any time.";
}

function keyOf({ template: { stage, voice } }: { readonly template: Pick<Template, "stage" | "voice"> }): string {
  return `${stage}.${voice}`;
}
