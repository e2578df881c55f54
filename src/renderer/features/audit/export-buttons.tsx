import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { AuditExport, AuditQuestion } from "../../../core/app/audit/audit.ts";
import { client } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconDownload, IconPrinter } from "../../ui/icons.ts";
import { saveAs } from "../../ui/save-as.ts";
import classes from "./audit.module.css";

/** What is shown, as files and on paper. Each file holds where the log ended, for comparing later. */
export function ExportButtons({ question }: { readonly question: AuditQuestion }) {
  const csv = useMutation({
    mutationFn: () => client.audit.csv.query(question),
    onSuccess: ({ fileName, text }) => saveAs(fileName, "text/csv;charset=utf-8", text),
  });
  const json = useMutation({
    mutationFn: () => client.audit.json.query(question),
    onSuccess: ({ fileName, text }) => saveAs(fileName, "application/json", text),
  });
  const latest = csv.data ?? json.data;
  return (
    <div className={classes.exports}>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
        loading={csv.isPending}
        onClick={() => csv.mutate()}
      >
        CSV
      </Button>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
        loading={json.isPending}
        onClick={() => json.mutate()}
      >
        JSON
      </Button>
      <Button variant="default" leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden="true" />} onClick={() => print()}>
        Print
      </Button>
      <ErrorNote error={csv.error ?? json.error} />
      {latest !== undefined && !latest.isWhole && <p role="status">{partText(latest)}</p>}
    </div>
  );
}

function partText({ entries }: AuditExport): string {
  return `Only the newest ${entries.toLocaleString("en")} entries are in the file. Narrow the filters for the older ones.`;
}
