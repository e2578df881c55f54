import { MultiSelect, NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import type { Directory, Service } from "../../../core/domain/directory.ts";
import { trpc } from "../../api/trpc.ts";
import { RegionSelect } from "../../ui/region-select.tsx";
import { ZoneSelect } from "../../ui/zone-select.tsx";
import { EntryForm, type EntryFormProps, orNull } from "./entry-form.tsx";
import { optionsOf } from "./options.ts";
import { SlotsField } from "./slots-field.tsx";

/** What changes. */
export function ServiceForm({ entry, directory, onDone }: EntryFormProps<Service> & { readonly directory: Directory }) {
  const { data } = useQuery(trpc.workspace.view.queryOptions());
  const form = useForm({
    mode: "controlled",
    initialValues: {
      name: entry?.name ?? "",
      environment: entry?.environment ?? "production",
      zone: entry?.zone ?? data?.workspace?.zone ?? "UTC",
      holidayRegion: entry === null ? (data?.workspace?.holidayRegion ?? null) : entry.holidayRegion,
      promisedUptime: entry?.promisedUptime ?? ("" as number | string),
      statusUrl: entry?.statusUrl ?? "",
      pagerDutyServiceId: entry?.pagerDutyServiceId ?? "",
      dependsOn: [...(entry?.dependsOn ?? [])],
      maintenanceSlots: [...(entry?.maintenanceSlots ?? [])],
    },
  });
  return (
    <EntryForm
      form={form}
      kind="service"
      id={entry?.id ?? ""}
      name={form.values.name}
      onDone={onDone}
      toEntry={(values) => ({
        kind: "service",
        entry: {
          ...values,
          id: entry?.id ?? "",
          promisedUptime: typeof values.promisedUptime === "number" ? values.promisedUptime : null,
          statusUrl: orNull(values.statusUrl),
          pagerDutyServiceId: orNull(values.pagerDutyServiceId),
        },
      })}
    >
      <TextInput label="Name" data-autofocus {...form.getInputProps("name")} />
      <TextInput label="Environment" placeholder="production" {...form.getInputProps("environment")} />
      <ZoneSelect
        label="Time zone"
        value={form.values.zone}
        onChange={(zone) => zone !== null && form.setFieldValue("zone", zone)}
        allowDeselect={false}
        error={form.errors.zone}
      />
      <RegionSelect
        label="Public holidays"
        value={form.values.holidayRegion}
        onChange={(region) => form.setFieldValue("holidayRegion", region)}
        error={form.errors.holidayRegion}
      />
      <NumberInput
        label="Promised uptime, per cent of a month"
        placeholder="None promised"
        min={0}
        max={100}
        decimalScale={3}
        hideControls
        {...form.getInputProps("promisedUptime")}
      />
      <MultiSelect
        label="Depends on"
        description="What it cannot do without: a window there is a conflict with one here"
        data={optionsOf(directory.services.filter(({ id }) => id !== entry?.id))}
        searchable
        clearable
        {...form.getInputProps("dependsOn")}
      />
      <SlotsField
        slots={form.values.maintenanceSlots}
        onChange={(slots) => form.setFieldValue("maintenanceSlots", slots)}
        errors={form.errors}
      />
      <TextInput label="Status page" placeholder="https://status.example.org" {...form.getInputProps("statusUrl")} />
      <TextInput
        label="PagerDuty service"
        description="Its id, as P1A2B3C"
        spellCheck={false}
        {...form.getInputProps("pagerDutyServiceId")}
      />
    </EntryForm>
  );
}
