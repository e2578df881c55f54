import { Input } from "@mantine/core";
import { useId } from "react";
import type { FieldProblem } from "../../core/app/windows/parse-window-draft.ts";
import type { WallInput } from "../../core/domain/wall-input.ts";
import classes from "./time-fields.module.css";

type Props = {
  readonly label: string;
  /** Its place in the form: `start`, `end`, or one of a phase. */
  readonly name: string;
  readonly value: WallInput;
  readonly onChange: (value: WallInput) => void;
  readonly onBlur?: () => void;
  readonly error: string | null;
  /** For a time that clocks show twice: which of the two. */
  readonly choices: FieldProblem["choices"];
  /** What the time is elsewhere, once it is known. */
  readonly description: string;
};

/** A date and a time of day. A time that clocks show twice is asked about; one they skip is refused with its neighbours. */
export function WallField({ label, name, value, onChange, onBlur, error, choices, description }: Props) {
  const id = useId();
  const [date = "", time = ""] = value.wall.split("T", 2);
  // Half-filled times are kept as typed, so that nothing is lost while the other half is missing.
  const change = (newDate: string, newTime: string): void =>
    onChange({ wall: newDate === "" && newTime === "" ? "" : `${newDate}T${newTime}`, occurrence: null });
  const described = { "aria-describedby": `${id}-help`, "aria-invalid": error !== null || undefined };
  return (
    <fieldset className={classes.wall} onBlur={onBlur}>
      <legend className="fw-legend">{label}</legend>
      <div className={classes.wallInputs}>
        <Input
          id={`field-${name}`}
          type="date"
          aria-label={`${label}: date`}
          value={date}
          error={error !== null}
          max="9999-12-31"
          onChange={(event) => change(event.currentTarget.value, time)}
          {...described}
        />
        <Input
          type="text"
          inputMode="numeric"
          className={classes.time ?? ""}
          aria-label={`${label}: time, 24 hours`}
          placeholder="02:00"
          value={time}
          error={error !== null}
          maxLength={5}
          onChange={(event) => change(date, event.currentTarget.value)}
          onBlur={() => change(date, tidyTime(time))}
          {...described}
        />
      </div>
      <p id={`${id}-help`} className={error === null ? classes.help : classes.error} role={error === null ? undefined : "alert"}>
        {error ?? description}
      </p>
      {choices.length > 0 && (
        <div className={classes.choices} role="radiogroup" aria-label={`${label}: which of the two`}>
          {choices.map((choice) => (
            <label key={choice.occurrence} className={classes.choice}>
              <input
                type="radio"
                name={`${id}-occurrence`}
                checked={value.occurrence === choice.occurrence}
                onChange={() => onChange({ ...value, occurrence: choice.occurrence })}
              />
              {choice.label}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}

/** Writes a typed time in full: `2` and `200` become `02:00`; anything else stays as it is, for the message at the field. */
function tidyTime(typed: string): string {
  const match = /^(\d{1,2})[:.h ]?(\d{2})?$/u.exec(typed.trim());
  if (match === null) return typed;
  const [, hours = "", minutes = "00"] = match;
  return `${hours.padStart(2, "0")}:${minutes}`;
}
