import { Button } from "@mantine/core";
import { IconBraces, IconDownload, IconPrinter } from "./icons.ts";

/** A file that is made when it is asked for. */
type Download = { readonly isPending: boolean; readonly mutate: () => void };

/** What is on the page as a table for a spreadsheet, for a program, and on paper. */
export function ExportButtons({ csv, json }: { readonly csv: Download; readonly json: Download }) {
  return (
    <>
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
      <Button variant="default" leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden="true" />} onClick={() => print()}>
        Print
      </Button>
    </>
  );
}
