import { NumberInput, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { WindowDraft } from "../../../core/app/windows.ts";
import type { OccurrenceAnswer } from "../../../core/domain/occurrences.ts";
import {
  type Repeats,
  type RepeatsEnd,
  type RepeatsForm,
  ruleOfForm,
  suggestedFor,
} from "../../../core/domain/recurrence-form.ts";
import { type RuleWeekday, ruleWeekdays } from "../../../core/domain/recurrence-rule.ts";
import { isWallTime } from "../../../core/domain/zoned-time.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { OccurrenceQuestions } from "../../ui/occurrence-questions.tsx";
import { SpanText } from "../../ui/time-text.tsx";
import classes from "../../ui/together.module.css";
import { count } from "../../ui/words.ts";

type Props = {
  readonly draft: Pick<WindowDraft, "start" | "end" | "zone">;
  readonly form: RepeatsForm;
  readonly answers: readonly OccurrenceAnswer[];
  readonly onForm: (form: RepeatsForm) => void;
  readonly onAnswer: (answer: OccurrenceAnswer) => void;
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

const dayNames: Readonly<Record<RuleWeekday, string>> = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
};

/** How the window comes again, with the dates that come of it and what must be asked about them. */
export function RepeatsFields({ draft, form, answers, onForm, onAnswer }: Props) {
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
            data={ruleWeekdays.map((value) => ({ value, label: dayNames[value] }))}
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
      <RepeatsPreview draft={draft} form={form} answers={answers} onAnswer={onAnswer} />
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
      <legend className={classes.legend}>On</legend>
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
          {dayNames[day]}
        </label>
      ))}
    </fieldset>
  );
}

/** What a rule comes to: in words, its next dates, and the questions it raises. */
function RepeatsPreview({ draft, form, answers, onAnswer }: Omit<Props, "onForm">) {
  const [rested] = useDebouncedValue({ ...draft, rule: ruleOfForm(form), answers }, 200);
  const isReady = isWallTime(rested.start.wall) && isWallTime(rested.end.wall);
  const query = useQuery(
    trpc.series.preview.queryOptions(
      { zone: rested.zone, start: rested.start.wall, end: rested.end.wall, rule: rested.rule, answers: [...rested.answers] },
      { enabled: isReady, placeholderData: keepPreviousData, gcTime: 10_000 },
    ),
  );
  const view = query.data;
  if (!isReady) return <p className={classes.soft}>The dates appear once the first start and end are there.</p>;
  return (
    <>
      <ErrorNote error={query.error} />
      {view !== undefined && (
        <section className={classes.preview} aria-label="Dates" aria-live="polite">
          <p className={classes.words}>{sentence(view.words)}</p>
          {view.problem !== null && (
            <p className={classes.problem} role="alert">
              {view.problem}
            </p>
          )}
          {view.dates.length > 0 && (
            <ol className={classes.dates}>
              {view.dates.map(({ startAt, endAt }) => (
                <li key={startAt}>
                  <SpanText from={startAt} to={endAt} zone={rested.zone} />
                </li>
              ))}
            </ol>
          )}
          {view.planned > 0 && (
            <p className={classes.soft}>
              {count(view.planned, "window")} {view.planned === 1 ? "is" : "are"} planned now, each with its own plan; one
              announcement tells all dates.
            </p>
          )}
        </section>
      )}
      <OccurrenceQuestions questions={view?.questions ?? []} onAnswer={onAnswer} />
    </>
  );
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${words.endsWith(".") ? "" : "."}`;
}
