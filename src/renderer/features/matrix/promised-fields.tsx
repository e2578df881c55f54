import { NumberInput, Select, Switch } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import classes from "./rule-form.module.css";
import type { RuleValues } from "./rule-values.ts";

/** The notice the policy promises, if it does: at least so much, counted in somebody's calendar. */
export function PromisedFields({ form }: { readonly form: UseFormReturnType<RuleValues> }) {
  return (
    <>
      <Switch label="The policy promises this much notice at least" {...form.getInputProps("isPromised", { type: "checkbox" })} />
      {form.values.isPromised && (
        <div className={classes.before}>
          <NumberInput label="At least" min={1} max={8760} allowDecimal={false} {...form.getInputProps("promised.amount")} />
          <Select
            label="Counted in"
            data={[
              { value: "minutes", label: "Minutes" },
              { value: "hours", label: "Hours" },
              { value: "businessDays", label: "Business days" },
            ]}
            allowDeselect={false}
            {...form.getInputProps("promised.unit")}
          />
          <Select
            label="Calendar of the"
            data={[
              { value: "customer", label: "Customer" },
              { value: "service", label: "Service" },
              { value: "coordinator", label: "Coordinator" },
            ]}
            allowDeselect={false}
            {...form.getInputProps("promised.calendar")}
          />
        </div>
      )}
    </>
  );
}
