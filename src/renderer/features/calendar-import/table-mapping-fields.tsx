import { NativeSelect } from "@mantine/core";
import type { ImportedFile, ImportPreview } from "../../../core/app/calendar/calendar-import.ts";
import { type TableField, type TableMapping, tableFields } from "../../../core/domain/calendar/foreign-table.ts";
import classes from "./calendar-import.module.css";

const labels: Readonly<Record<TableField, string>> = {
  title: "Title",
  start: "Start, or its date",
  startTime: "Time of the start",
  end: "End, or its date",
  endTime: "Time of the end",
  minutes: "Length in minutes",
  zone: "Time zone",
  service: "Services",
  impact: "Impact",
  description: "Description",
  reference: "Reference",
};

type Props = {
  readonly table: NonNullable<ImportPreview["table"]>;
  readonly onChange: (changes: Pick<ImportedFile, "mapping" | "dates">) => void;
};

/** Which column means what, guessed by the header, and how dates are written. A change reads the table anew. */
export function TableMappingFields({ table, onChange }: Props) {
  const { header, mapping, dates } = table;
  const columns = [
    { value: "", label: "No column" },
    ...header.map((name, place) => ({ value: String(place), label: name === "" ? `Column ${place + 1}` : name })),
  ];
  function map(field: TableField, column: string): void {
    const { [field]: _removed, ...others } = mapping;
    const next: TableMapping = column === "" ? others : { ...others, [field]: Number(column) };
    onChange({ mapping: next, dates });
  }
  return (
    <fieldset className={classes.mapping}>
      <legend>Which column is what</legend>
      {tableFields.map((field) => (
        <NativeSelect
          key={field}
          size="xs"
          label={labels[field]}
          data={columns}
          value={mapping[field] === undefined ? "" : String(mapping[field])}
          onChange={(event) => map(field, event.currentTarget.value)}
        />
      ))}
      <NativeSelect
        size="xs"
        label="Dates like 03/04/2027"
        data={[
          { value: "", label: table.asksDates ? "Which comes first?" : "As they show" },
          { value: "dayFirst", label: "Day first (3 April)" },
          { value: "monthFirst", label: "Month first (4 March)" },
        ]}
        value={dates ?? ""}
        error={table.asksDates ? "These dates can be read in two ways." : null}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ mapping, dates: value === "dayFirst" || value === "monthFirst" ? value : null });
        }}
      />
    </fieldset>
  );
}
