import { Button, Radio, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { Workspace } from "../../../core/domain/directory.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconCheck } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { RegionSelect } from "../../ui/region-select.tsx";
import { ZoneSelect } from "../../ui/zone-select.tsx";
import { ContactHoursField } from "./contact-hours-field.tsx";
import { InsideFields } from "./inside-fields.tsx";
import classes from "./settings.module.css";

/** The workspace's own facts and house rules. */
export function WorkspacePanel({ workspace }: { readonly workspace: Workspace }) {
  const form = useForm({
    mode: "controlled",
    initialValues: {
      ...workspace,
      internalDomains: [...workspace.internalDomains],
      internalNames: [...(workspace.internalNames ?? [])],
      referencePatterns: [...(workspace.referencePatterns ?? [])],
      publicAddresses: [...(workspace.publicAddresses ?? [])],
      publicNames: [...(workspace.publicNames ?? [])],
      contactHours: workspace.contactHours ?? null,
      contactOtherwise: workspace.contactOtherwise ?? "",
      massMentions: workspace.massMentions === true,
      uptimeCountsPlanned: workspace.uptimeCountsPlanned !== false,
    },
  });
  const update = useMutation(
    trpc.workspace.update.mutationOptions({
      onError: (error) => form.setErrors(refusalOf(error).fields),
      onSuccess: () => form.resetDirty(),
    }),
  );
  const isSaved = update.isSuccess && !form.isDirty();
  return (
    <Panel title="Workspace">
      <form noValidate onSubmit={form.onSubmit((values) => update.mutate({ ...values, id: workspace.id, mode: workspace.mode }))}>
        <div className={classes.fields}>
          <TextInput label="Name" {...form.getInputProps("name")} />
          <TextInput
            label="Reference prefix"
            description={`Windows are called ${form.values.referencePrefix || "FW"}-${new Date().getFullYear()}-1, -2, …`}
            {...form.getInputProps("referencePrefix")}
            onChange={(event) => form.setFieldValue("referencePrefix", event.currentTarget.value.toUpperCase())}
          />
          <ZoneSelect
            label="Your time zone"
            value={form.values.zone}
            onChange={(zone) => zone !== null && form.setFieldValue("zone", zone)}
            allowDeselect={false}
            error={form.errors.zone}
          />
          <ZoneSelect
            label="Second clock"
            value={form.values.secondZone}
            onChange={(zone) => form.setFieldValue("secondZone", zone)}
            clearable
            placeholder="None"
            error={form.errors.secondZone}
          />
          <RegionSelect
            label="Your public holidays"
            value={form.values.holidayRegion}
            onChange={(region) => form.setFieldValue("holidayRegion", region)}
            error={form.errors.holidayRegion}
          />
          <TextInput
            label="Close of business"
            description="A notice accepted later counts for the next day"
            placeholder="17:00"
            {...form.getInputProps("closeOfBusiness")}
          />
          <Radio.Group
            className={classes.wide ?? ""}
            label="How a promise of business days is counted"
            {...form.getInputProps("noticeCounting")}
          >
            <div className={classes.stack}>
              <Radio
                mt={6}
                value="clear"
                label="Clear days"
                description="That many whole business days lie between the day of the notice and the day of the start"
              />
              <Radio value="elapsed" label="Elapsed days" description="The same time of day, that many business days earlier" />
            </div>
          </Radio.Group>
          <TextInput label="Coordinator" description="A name or a role" {...form.getInputProps("coordinator.name")} />
          <TextInput label="Coordinator's address" type="email" {...form.getInputProps("coordinator.email")} />
          <TextInput
            className={classes.wide ?? ""}
            label="Whom readers may ask"
            description="Stands in every notice: an address, a number, a channel"
            {...form.getInputProps("contactPoint")}
          />
          <ContactHoursField
            hours={form.values.contactHours}
            otherwise={form.values.contactOtherwise}
            error={form.errors["contactHours.from"] ?? form.errors["contactHours.to"]}
            onHours={(hours) => form.setFieldValue("contactHours", hours)}
            onOtherwise={(whom) => form.setFieldValue("contactOtherwise", whom)}
          />
          <InsideFields values={form.values} errors={form.errors} onChange={(name, items) => form.setFieldValue(name, items)} />
          <Switch
            className={classes.wide ?? ""}
            label="Allow mass mentions"
            description="Lets a notice call everybody in a channel or a large group. Each still asks for a tick before it is approved."
            {...form.getInputProps("massMentions", { type: "checkbox" })}
          />
          <Switch
            className={classes.wide ?? ""}
            label="Planned outages count against the promised uptime"
            description="Off: only unplanned outages do. Planned ones are still shown under Uptime."
            {...form.getInputProps("uptimeCountsPlanned", { type: "checkbox" })}
          />
        </div>
        {Object.keys(form.errors).length === 0 && <ErrorNote error={update.error} />}
        <div className={classes.foot}>
          {isSaved && (
            <span className={classes.saved} role="status">
              <IconCheck size={16} stroke={2} aria-hidden="true" /> Saved
            </span>
          )}
          <Button type="submit" loading={update.isPending} disabled={!form.isDirty()}>
            Save
          </Button>
        </div>
      </form>
    </Panel>
  );
}
