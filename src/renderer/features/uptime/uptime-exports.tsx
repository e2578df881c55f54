import { useMutation } from "@tanstack/react-query";
import { client } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { ExportButtons } from "../../ui/export-buttons.tsx";
import { saveAs } from "../../ui/save-as.ts";
import classes from "./uptime.module.css";

/** All services and months as a table for a spreadsheet, for a program, and on paper. */
export function UptimeExports() {
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
        <ExportButtons csv={csv} json={json} />
      </div>
      <ErrorNote error={csv.error ?? json.error} />
    </div>
  );
}
