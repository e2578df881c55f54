import { MultiSelect, Select, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { weekdayNames } from "../../../core/domain/calendar-names.ts";
import type { ContactHours } from "../../../core/domain/directory.ts";
import type { Weekday } from "../../../core/domain/matrix.ts";
import { ClockInput } from "../../ui/clock-input.tsx";
import classes from "./settings.module.css";

type Props = {
  readonly hours: ContactHours | null;
  readonly otherwise: string;
  /** What is wrong with the hours, as the contract says. */
  readonly error: ReactNode;
  readonly onHours: (hours: ContactHours | null) => void;
  readonly onOtherwise: (whom: string) => void;
};

const office: ContactHours = { kind: "weekly", weekdays: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" };

/** When somebody answers the contact point, so that a notice can say whether it is open while the work runs. */
export function ContactHoursField({ hours, otherwise, error, onHours, onOtherwise }: Props) {
  return (
    <>
      <Select
        label="When somebody answers there"
        description="Notices say whether it is open during the work"
        data={[
          { value: "unsaid", label: "Not said" },
          { value: "always", label: "Day and night" },
          { value: "weekly", label: "At these hours" },
        ]}
        value={hours?.kind ?? "unsaid"}
        onChange={(kind) => onHours(kind === "weekly" ? office : kind === "always" ? { kind } : null)}
        allowDeselect={false}
      />
      <TextInput
        label="Whom to ask at other hours"
        description="Empty: readers are told when it opens again"
        value={otherwise}
        onChange={(event) => onOtherwise(event.currentTarget.value)}
        disabled={hours?.kind !== "weekly"}
        maxLength={300}
      />
      {hours?.kind === "weekly" && (
        <>
          <MultiSelect
            label="On these days"
            data={weekdayNames.map((label, index) => ({ value: String(index + 1), label }))}
            value={hours.weekdays.map(String)}
            onChange={(chosen) => onHours({ ...hours, weekdays: chosen.map((day) => Number(day) as Weekday).sort() })}
            error={hours.weekdays.length === 0 ? "Choose at least one day." : null}
          />
          <div className={classes.hours}>
            <ClockInput label="From" error={error} value={hours.from} onChange={(from) => onHours({ ...hours, from })} />
            <ClockInput label="Until" value={hours.to} onChange={(to) => onHours({ ...hours, to })} />
          </div>
        </>
      )}
    </>
  );
}
