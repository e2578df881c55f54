import { TextInput, type TextInputProps } from "@mantine/core";
import type { TimeOfDay } from "../../core/domain/instant.ts";

type Props = Omit<TextInputProps, "value" | "onChange" | "type"> & {
  readonly value: TimeOfDay;
  readonly onChange: (value: string) => void;
};

/** A time of the 24-hour clock, whatever clock the browser's language would show; what is typed short is written in full. */
export function ClockInput({ value, onChange, ...input }: Props) {
  return (
    <TextInput
      {...input}
      inputMode="numeric"
      placeholder="02:00"
      maxLength={5}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => onChange(inFull(value))}
    />
  );
}

/** `2` and `200` become `02:00`; anything else stays as it is, for the message at the field. */
function inFull(typed: string): string {
  const match = /^(\d{1,2})[:.h ]?(\d{2})?$/u.exec(typed.trim());
  if (match === null) return typed;
  const [, hours = "", minutes = "00"] = match;
  return `${hours.padStart(2, "0")}:${minutes}`;
}
