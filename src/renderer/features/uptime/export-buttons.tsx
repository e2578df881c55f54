import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { client } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconBraces, IconDownload, IconPrinter } from "../../ui/icons.ts";
import { saveAs } from "../../ui/save-as.ts";
import classes from "./uptime.module.css";

/** All services and months as a table for a spreadsheet, for a program, and on paper. */
export function ExportButtons() {
  const csv = useMutation({
    mutationFn: () => client.uptime.csv.query(),
    onSuccess: (file) => saveAs(file.fileName, "text/csv;charset=utf-8", file.csv),
  });
  const json = useMutation({
    mutationFn: () => client.uptime.json.query(),
    onSuccess: (file) => saveAs(file.fileName, "application/json", file.json),
  });
  return (
    <div className={classes.noPrint}>
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
          loading={csv.isPending}
          onClick={() => csv.mutate()}
        >
          Download CSV
        </Button>
        <Button
          variant="default"
          leftSection={<IconBraces size={16} stroke={1.75} aria-hidden="true" />}
          loading={json.isPending}
          onClick={() => json.mutate()}
        >
          Download JSON
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => print()}
        >
          Print
        </Button>
      </div>
      <ErrorNote error={csv.error ?? json.error} />
    </div>
  );
}
