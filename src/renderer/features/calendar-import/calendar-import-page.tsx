import "../../theme/form-styles.ts";
import { Button, FileButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type DragEvent, useState } from "react";
import type { ImportedFile, ImportPreview } from "../../../core/app/calendar/calendar-import.ts";
import { trpc } from "../../api/trpc.ts";
import { useCoordinatorZone } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconFileImport } from "../../ui/icons.ts";
import { Page } from "../../ui/page.tsx";
import { Panel } from "../../ui/panel.tsx";
import { count } from "../../ui/words.ts";
import classes from "./calendar-import.module.css";
import { ImportRows } from "./import-rows.tsx";
import { importable, openImport } from "./open-import.ts";
import { OpenProposals } from "./open-proposals.tsx";
import { TableMappingFields } from "./table-mapping-fields.tsx";

/** A foreign calendar or table: what each of its rows would become, and what waits for a decision. */
export function CalendarImportPage() {
  const zone = useCoordinatorZone();
  const [file, setFile] = useState<ImportedFile | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const read = useMutation(
    trpc.calendarImport.read.mutationOptions({
      onSuccess(next) {
        setPreview(next);
        setChosen(new Set(next.rows.filter(isChoosable).map(({ key }) => key)));
      },
    }),
  );
  const keep = useMutation(trpc.calendarImport.keep.mutationOptions({ onSuccess: () => setPreview(null) }));

  function look(next: ImportedFile): void {
    setFile(next);
    keep.reset();
    read.mutate(asInput(next));
  }
  async function open(opened: File): Promise<void> {
    setPreview(null);
    const result = await openImport(opened);
    setProblem(result.kind === "refused" ? result.why : null);
    if (result.kind === "file") look({ name: result.name, text: result.text, mapping: null, dates: null, answers: [] });
  }
  function onDrop(event: DragEvent): void {
    event.preventDefault();
    const [dropped] = event.dataTransfer.files;
    if (dropped !== undefined) void open(dropped);
  }

  return (
    <Page title="Import a calendar" detail="Nothing is planned, moved or cancelled before you say so">
      <div className={classes.page}>
        <Panel>
          {/* A drop beside the field would open the file in place of the application. */}
          <section className={classes.open} aria-label="The file" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
            <FileButton onChange={(picked) => picked !== null && void open(picked)} accept={importable}>
              {(props) => (
                <Button
                  {...props}
                  loading={read.isPending}
                  leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden="true" />}
                >
                  Open a file
                </Button>
              )}
            </FileButton>
            <p className={classes.hint}>
              or drop one here: a supplier’s maintenance notice or any calendar (.ics), or a table (.csv) with a header.
            </p>
          </section>
          {problem !== null && (
            <p className={classes.problem} role="alert">
              {problem}
            </p>
          )}
          <ErrorNote error={read.error ?? keep.error} />
          {keep.data !== undefined && (
            <p className={classes.done} role="status">
              {count(keep.data.kept, "proposal")} kept. Decide about {keep.data.kept === 1 ? "it" : "them"} below.
            </p>
          )}
        </Panel>
        {file !== null && preview !== null && (
          <Panel title={file.name} detail={count(preview.rows.length, "entry", "entries")}>
            {preview.table !== null && (
              <TableMappingFields table={preview.table} onChange={(changes) => look({ ...file, ...changes, answers: [] })} />
            )}
            <ImportRows
              preview={preview}
              zone={zone}
              chosen={chosen}
              onChoose={setChosen}
              onAnswer={(answer) =>
                look({
                  ...file,
                  mapping: preview.table?.mapping ?? null,
                  answers: [...file.answers.filter((known) => known.key !== answer.key || known.field !== answer.field), answer],
                })
              }
            />
            <div className={classes.foot}>
              <Button variant="default" onClick={() => setPreview(null)}>
                Leave
              </Button>
              <Button
                loading={keep.isPending}
                disabled={chosen.size === 0}
                onClick={() => keep.mutate({ file: asInput(file), keys: [...chosen] })}
              >
                Keep {count(chosen.size, "proposal")}
              </Button>
            </div>
          </Panel>
        )}
        <OpenProposals zone={zone} />
      </div>
    </Page>
  );
}

function isChoosable({ becomes }: ImportPreview["rows"][number]): boolean {
  return becomes.kind === "add" || becomes.kind === "change" || becomes.kind === "cancel";
}

/** The contract's input has lists that may be written to. */
function asInput(file: ImportedFile) {
  return { ...file, answers: [...file.answers] };
}
