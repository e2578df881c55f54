import { ActionIcon, Button, Input, Select } from "@mantine/core";
import { weekdayNames } from "../../../core/domain/calendar-names.ts";
import type { MaintenanceSlot } from "../../../core/domain/directory.ts";
import type { Weekday } from "../../../core/domain/matrix.ts";
import { ClockInput } from "../../ui/clock-input.tsx";
import { IconPlus, IconTrash } from "../../ui/icons.ts";
import classes from "./directory.module.css";

type Props = {
  readonly slots: readonly MaintenanceSlot[];
  readonly onChange: (slots: MaintenanceSlot[]) => void;
  /** The form's errors by path: `maintenanceSlots.0.from`. */
  readonly errors: Readonly<Record<string, unknown>>;
};

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const usualSlot: MaintenanceSlot = { weekday: 6, from: "22:00", to: "02:00" };

/** When maintenance was agreed to be, week for week, by the service's own clock. */
export function SlotsField({ slots, onChange, errors }: Props) {
  const change = (index: number, changes: Partial<MaintenanceSlot>): void =>
    onChange(slots.map((slot, other) => (other === index ? { ...slot, ...changes } : slot)));
  const errorAt = (index: number, field: keyof MaintenanceSlot): string | null => {
    const error = errors[`maintenanceSlots.${index}.${field}`];
    return typeof error === "string" ? error : null;
  };
  return (
    <Input.Wrapper
      label="Maintenance slots"
      labelElement="div"
      description={
        slots.length === 0
          ? "None agreed: it may be maintained at any time"
          : "By the service’s clock. One that ends no later than it begins ends the next morning; windows outside are marked"
      }
    >
      <fieldset className={classes.slots} aria-label="Maintenance slots">
        {slots.map((slot, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two slots may be alike, and their place is all they are told apart by.
          <div key={index} className={classes.slot}>
            <Select
              aria-label={`Slot ${index + 1}: weekday`}
              data={weekdays.map((weekday) => ({ value: String(weekday), label: weekdayNames[weekday - 1] ?? "" }))}
              value={String(slot.weekday)}
              onChange={(value) => change(index, { weekday: weekdays.find((one) => String(one) === value) ?? slot.weekday })}
              allowDeselect={false}
            />
            <ClockInput
              aria-label={`Slot ${index + 1}: from`}
              value={slot.from}
              onChange={(from) => change(index, { from })}
              error={errorAt(index, "from")}
            />
            <ClockInput
              aria-label={`Slot ${index + 1}: to`}
              value={slot.to}
              onChange={(to) => change(index, { to })}
              error={errorAt(index, "to")}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Remove slot ${index + 1}`}
              onClick={() => onChange(slots.filter((_, other) => other !== index))}
            >
              <IconTrash size={16} stroke={1.75} aria-hidden="true" />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="default"
          size="xs"
          className={classes.addSlot ?? ""}
          leftSection={<IconPlus size={14} stroke={1.75} aria-hidden="true" />}
          onClick={() => onChange([...slots, slots.at(-1) ?? usualSlot])}
        >
          Add a slot
        </Button>
      </fieldset>
    </Input.Wrapper>
  );
}
