import { NumberInput, Select, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { isOfClock, type Weekday } from "../../../core/domain/matrix.ts";
import { isStatusStage } from "../../../core/domain/planning/timing.ts";
import { nameOfWeekday } from "../../../core/domain/rule-words.ts";
import { useCoordinatorZone } from "../../api/use-workspace.ts";
import { zonePlace } from "../../ui/time-words.ts";
import { ZoneSelect } from "../../ui/zone-select.tsx";
import classes from "./rule-form.module.css";
import { type RuleValues, tidyTime } from "./rule-values.ts";
import { stageTimings, timingKindWords } from "./stage-timings.ts";

type Form = UseFormReturnType<RuleValues>;

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** When the notice is due: one of the timings that fit the stage, and what that timing needs to know. */
export function TimingFields({ form }: { readonly form: Form }) {
  const { stage, timing } = form.values;
  // A stored rule's timing is shown even where it does not fit.
  const kinds = [...new Set([...stageTimings[stage], timing.kind])];
  const isFitting = stageTimings[stage].includes(timing.kind);
  return (
    <>
      <Select
        label="Due"
        data={kinds.map((kind) => ({ value: kind, label: timingKindWords[kind] }))}
        allowDeselect={false}
        description={isStatusStage(stage) ? "Those who heard of the window are told, where they heard of it" : undefined}
        {...form.getInputProps("timing.kind")}
        {...(isFitting ? {} : { error: "With this timing the notice never falls due. Choose another." })}
      />
      {timing.kind === "before" && <BeforeFields form={form} />}
      {timing.kind === "weekly" && <WeeklyFields form={form} />}
      {timing.kind === "during" && (
        <NumberInput
          label="Every how many minutes"
          description="Only where the impact can be felt"
          suffix=" min"
          min={5}
          max={1440}
          step={15}
          allowDecimal={false}
          {...form.getInputProps("timing.everyMinutes")}
        />
      )}
    </>
  );
}

function BeforeFields({ form }: { readonly form: Form }) {
  const hasDays = !isOfClock(form.values.timing.unit);
  return (
    <>
      <div className={hasDays ? classes.before : classes.pair}>
        <NumberInput label="How long before" min={1} max={365} allowDecimal={false} {...form.getInputProps("timing.amount")} />
        <Select
          label="Counted in"
          data={[
            { value: "minutes", label: "Minutes" },
            { value: "hours", label: "Hours" },
            { value: "days", label: "Days" },
            { value: "businessDays", label: "Business days" },
          ]}
          allowDeselect={false}
          {...form.getInputProps("timing.unit")}
        />
        {hasDays && <TimeField form={form} field="timing.at" label="At" placeholder="As the start" />}
      </div>
      {hasDays && <PlaceFields form={form} />}
    </>
  );
}

function WeeklyFields({ form }: { readonly form: Form }) {
  return (
    <>
      <div className={classes.before}>
        <Select
          label="How often"
          data={[
            { value: "1", label: "Every week" },
            { value: "2", label: "Every 2 weeks" },
          ]}
          allowDeselect={false}
          {...form.getInputProps("timing.everyWeeks")}
        />
        <Select
          label="On"
          data={weekdays.map((weekday) => ({ value: String(weekday), label: nameOfWeekday(weekday) }))}
          allowDeselect={false}
          value={String(form.values.timing.weekday)}
          onChange={(chosen) => {
            const weekday = weekdays.find((one) => String(one) === chosen);
            if (weekday !== undefined) form.setFieldValue("timing.weekday", weekday);
          }}
        />
        <TimeField form={form} field="timing.weeklyAt" label="At" placeholder="09:00" />
      </div>
      <PlaceFields form={form} />
    </>
  );
}

function TimeField({
  form,
  field,
  label,
  placeholder,
}: {
  readonly form: Form;
  readonly field: "timing.at" | "timing.weeklyAt";
  readonly label: string;
  readonly placeholder: string;
}) {
  const props = form.getInputProps(field);
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      maxLength={5}
      placeholder={placeholder}
      className="fw-tabular"
      {...props}
      onBlur={(event) => form.setFieldValue(field, tidyTime(event.currentTarget.value))}
    />
  );
}

function PlaceFields({ form }: { readonly form: Form }) {
  const home = useCoordinatorZone();
  const { place, zone } = form.values.timing;
  return (
    <div className={place === "named" ? classes.pair : undefined}>
      <Select
        label="In whose time and calendar"
        data={[
          { value: "recipient", label: "The recipient’s" },
          { value: "coordinator", label: `The coordinator’s (${zonePlace(home)})` },
          { value: "service", label: "The service’s" },
          { value: "named", label: "Of a named zone" },
        ]}
        allowDeselect={false}
        {...form.getInputProps("timing.place")}
      />
      {place === "named" && (
        <ZoneSelect
          label="Zone"
          value={zone}
          onChange={(chosen) => chosen !== null && form.setFieldValue("timing.zone", chosen)}
          allowDeselect={false}
          error={form.errors["timing.zone"]}
        />
      )}
    </div>
  );
}
