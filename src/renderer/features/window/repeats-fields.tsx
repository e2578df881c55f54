import { NumberInput, Select, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import {
  type Repeats,
  type RepeatsEnd,
  type RepeatsForm,
  suggestedFor,
} from "../../../core/domain/recurrence/recurrence-form.ts";
import { type RuleWeekday, ruleWeekdays } from "../../../core/domain/recurrence/recurrence-rule.ts";
import { ruleWeekdayNames } from "../../../core/domain/recurrence/recurrence-words.ts";
import type { WindowDraft } from "../../../core/domain/window-draft.ts";
import classes from "../../ui/together.module.css";

type Props = {
  readonly draft: Pick<WindowDraft, "start">;
  readonly form: RepeatsForm;
  readonly onForm: (form: RepeatsForm) => void;
  /** What it comes to. */
  readonly children: ReactNode;
};

const kinds = [
  { value: "weekly", label: "Weekly" },
  { value: "monthlyOnWeekday", label: "Monthly, on a weekday" },
  { value: "monthlyOnDay", label: "Monthly, on a date" },
  { value: "lastWorkingDay", label: "Monthly, on the last weekday" },
] as const satisfies readonly { readonly value: Repeats["kind"]; readonly label: string }[];

const ends = [
  { value: "never", label: "Goes on" },
  { value: "until", label: "Until a date" },
  { value: "count", label: "A number of times" },
] as const satisfies readonly { readonly value: RepeatsEnd["kind"]; readonly label: string }[];

const places = [
  { value: "1", label: "First" },
  { value: "2", label: "Second" },
  { value: "3", label: "Third" },
  { value: "4", label: "Fourth" },
  { value: "-1", label: "Last" },
] as const;

/** How the window comes again, above what comes of it. */
export function RepeatsFields({ draft, form, onForm, children }: Props) {
  const { repeats, end } = form;
  const change = (next: Repeats): void => onForm({ ...form, repeats: next });
  return (
    <div className={classes.stack}>
      <div className={classes.row}>
        <Select
          label="Repeats"
          data={kinds}
          allowDeselect={false}
          value={repeats.kind}
          onChange={(kind) => {
            const chosen = kinds.find(({ value }) => value === kind);
            if (chosen !== undefined) change({ ...suggestedFor(draft.start.wall)[chosen.value], every: repeats.every });
          }}
        />
        <NumberInput
          label={repeats.kind === "weekly" ? "Every so many weeks" : "Every so many months"}
          min={1}
          max={60}
          allowDecimal={false}
          value={repeats.every}
          onChange={(every) => change({ ...repeats, every: typeof every === "number" && every >= 1 ? every : 1 })}
        />
        {repeats.kind === "monthlyOnDay" && (
          <NumberInput
            label="Day of the month"
            min={1}
            max={31}
            allowDecimal={false}
            value={repeats.dayOfMonth}
            onChange={(dayOfMonth) => change({ ...repeats, dayOfMonth: typeof dayOfMonth === "number" ? dayOfMonth : 1 })}
          />
        )}
      </div>
      {repeats.kind === "weekly" && (
        <Weekdays chosen={repeats.weekdays} onChange={(weekdays) => change({ ...repeats, weekdays })} />
      )}
      {repeats.kind === "monthlyOnWeekday" && (
        <div className={classes.row}>
          <Select
            label="Which"
            data={places}
            allowDeselect={false}
            value={String(repeats.nth)}
            onChange={(value) => {
              const nth = ([1, 2, 3, 4, -1] as const).find((place) => String(place) === value);
              if (nth !== undefined) change({ ...repeats, nth });
            }}
          />
          <Select
            label="Weekday"
            data={ruleWeekdays.map((value) => ({ value, label: ruleWeekdayNames[value] }))}
            allowDeselect={false}
            value={repeats.weekday}
            onChange={(value) => {
              const weekday = ruleWeekdays.find((day) => day === value);
              if (weekday !== undefined) change({ ...repeats, weekday });
            }}
          />
        </div>
      )}
      <div className={classes.row}>
        <Select
          label="Ends"
          data={ends}
          allowDeselect={false}
          value={end.kind}
          onChange={(kind) => onForm({ ...form, end: endOf(kind, draft.start.wall) })}
        />
        {end.kind === "until" && (
          <TextInput
            type="date"
            label="Last date"
            value={end.date}
            onChange={(event) => onForm({ ...form, end: { kind: "until", date: event.currentTarget.value } })}
          />
        )}
        {end.kind === "count" && (
          <NumberInput
            label="How many times"
            min={1}
            max={1000}
            allowDecimal={false}
            value={end.count}
            onChange={(times) =>
              onForm({ ...form, end: { kind: "count", count: typeof times === "number" && times >= 1 ? times : 1 } })
            }
          />
        )}
      </div>
      {children}
    </div>
  );
}

function endOf(kind: string | null, start: string): RepeatsEnd {
  if (kind === "count") return { kind, count: 12 };
  if (kind !== "until") return { kind: "never" };
  const year = /^\d{4}/u.exec(start)?.[0] ?? "2027";
  return { kind, date: `${Number(year) + 1}-12-31` };
}

function Weekdays({
  chosen,
  onChange,
}: {
  readonly chosen: readonly RuleWeekday[];
  readonly onChange: (days: readonly RuleWeekday[]) => void;
}) {
  return (
    <fieldset className={classes.weekdays}>
      <legend className="fw-legend">On</legend>
      {ruleWeekdays.map((day) => (
        <label key={day} className={classes.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(day)}
            // One day must stay: a week without a day is no rule.
            disabled={chosen.length === 1 && chosen.includes(day)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, day] : chosen.filter((other) => other !== day))
            }
          />
          {ruleWeekdayNames[day]}
        </label>
      ))}
    </fieldset>
  );
}
