import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { OwnDay, Workspace } from "../../../core/domain/directory.ts";
import { regionName } from "../../../core/domain/region-name.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { useDirectory } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconCheck, IconPlus, IconTrash } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import lines from "./field-lines.module.css";
import classes from "./own-days.module.css";
import styles from "./settings.module.css";

/** An own day as its row holds it: a key for the row, and closing hours even while it is no half day. */
type Row = Omit<OwnDay, "counts"> & {
  readonly key: number;
  readonly kind: OwnDay["counts"]["kind"];
  readonly closesAt: string;
};

const kinds = [
  { value: "off", label: "Off" },
  { value: "working", label: "Working" },
  { value: "half", label: "Half day" },
];
const everyCalendar = "every";

/** Days this workspace counts otherwise than the public calendars: in every promise, plan and date of the calendar. */
export function OwnDaysPanel({ workspace }: { readonly workspace: Workspace }) {
  const [rows, setRows] = useState<readonly Row[]>(() => sorted(workspace.ownDays ?? []).map(asRow));
  const [isDirty, setDirty] = useState(false);
  const directory = useDirectory();
  const update = useMutation(trpc.workspace.update.mutationOptions({ onSuccess: () => setDirty(false) }));
  const fields = update.error === null ? {} : refusalOf(update.error).fields;
  const errors = isDirty && update.error === null ? {} : fields;

  const regions = new Set([
    workspace.holidayRegion,
    ...(directory?.services ?? []).map(({ holidayRegion }) => holidayRegion),
    ...(directory?.customers ?? []).map(({ holidayRegion }) => holidayRegion),
    ...rows.map(({ region }) => region),
  ]);
  const calendars = [
    { value: everyCalendar, label: "Every calendar" },
    ...[...regions].flatMap((region) => (region === null ? [] : [{ value: region, label: `${regionName(region)} (${region})` }])),
  ];

  function change(next: readonly Row[]): void {
    setRows(next);
    setDirty(true);
    update.reset();
  }
  function edit(key: number, changes: Partial<Row>): void {
    change(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  }
  function add(): void {
    const key = Math.max(0, ...rows.map((row) => row.key)) + 1;
    change([...rows, { key, date: "", name: "", region: null, kind: "off", closesAt: "12:30" }]);
    requestAnimationFrame(() => document.getElementById(`own-day-${key}`)?.focus());
  }

  return (
    <Panel title="Own days" detail="what the public calendars do not know">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          update.mutate({ ...asInput(workspace), ownDays: rows.map(asOwnDay) });
        }}
      >
        <p className={styles.text}>
          A day off counts like a public holiday. A working day counts although it is a weekend or a holiday. On a half day a
          notice is accepted until it closes, but it is no whole business day.
        </p>
        {rows.length > 0 && (
          <table className={`${lines.fields} ${classes.days}`}>
            <thead>
              <tr>
                <th scope="col">Date</th>
                <th scope="col">Name</th>
                <th scope="col">Calendar</th>
                <th scope="col">Counts as</th>
                <th scope="col">Closes at</th>
                <th scope="col">
                  <span className="fw-unseen">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => {
                const which = row.name === "" ? `row ${index + 1}` : row.name;
                const error = (field: string): string | undefined => errors[`ownDays.${index}.${field}`];
                return (
                  <tr key={row.key}>
                    <td>
                      <TextInput
                        id={`own-day-${row.key}`}
                        type="date"
                        aria-label={`Date, ${which}`}
                        value={row.date}
                        onChange={(event) => edit(row.key, { date: event.currentTarget.value })}
                        error={error("date")}
                      />
                    </td>
                    <td>
                      <TextInput
                        aria-label={`Name, row ${index + 1}`}
                        placeholder="Office closed"
                        value={row.name}
                        onChange={(event) => edit(row.key, { name: event.currentTarget.value })}
                        error={error("name")}
                        maxLength={300}
                      />
                    </td>
                    <td>
                      <Select
                        aria-label={`Calendar, ${which}`}
                        data={calendars}
                        value={row.region ?? everyCalendar}
                        onChange={(region) => edit(row.key, { region: region === everyCalendar ? null : region })}
                        allowDeselect={false}
                      />
                    </td>
                    <td>
                      <Select
                        aria-label={`Counts as, ${which}`}
                        data={kinds}
                        value={row.kind}
                        onChange={(kind) => edit(row.key, { kind: kindOf(kind) })}
                        allowDeselect={false}
                      />
                    </td>
                    <td>
                      {row.kind === "half" ? (
                        <TextInput
                          type="time"
                          aria-label={`Closes at, ${which}`}
                          value={row.closesAt}
                          onChange={(event) => edit(row.key, { closesAt: event.currentTarget.value })}
                          error={error("counts.closesAt")}
                        />
                      ) : null}
                    </td>
                    <td>
                      <ActionIcon
                        size={32}
                        aria-label={`Remove ${which}`}
                        onClick={() => change(rows.filter(({ key }) => key !== row.key))}
                      >
                        <IconTrash size={16} stroke={1.75} aria-hidden="true" />
                      </ActionIcon>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
        <Button
          mt={12}
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
          onClick={add}
        >
          Add a day
        </Button>
        {Object.keys(errors).length === 0 && <ErrorNote error={update.error} />}
        <div className={styles.foot}>
          {update.isSuccess && !isDirty && (
            <span className={styles.saved} role="status">
              <IconCheck size={16} stroke={2} aria-hidden="true" /> Saved, and every plan was made anew
            </span>
          )}
          <Button type="submit" loading={update.isPending} disabled={!isDirty}>
            Save own days
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function kindOf(value: string | null): Row["kind"] {
  return value === "working" || value === "half" ? value : "off";
}

function sorted(days: readonly OwnDay[]): readonly OwnDay[] {
  return days.toSorted((one, other) => (one.date < other.date ? -1 : 1));
}

function asRow({ counts, ...day }: OwnDay, key: number): Row {
  return { ...day, key, kind: counts.kind, closesAt: counts.kind === "half" ? counts.closesAt : "12:30" };
}

function asOwnDay({ date, name, region, kind, closesAt }: Row): OwnDay {
  return { date, name: name.trim(), region, counts: kind === "half" ? { kind, closesAt } : { kind } };
}

/** The workspace as the contract takes it: its schemas know no read-only lists. */
function asInput(workspace: Workspace) {
  return { ...workspace, internalDomains: [...workspace.internalDomains] };
}
