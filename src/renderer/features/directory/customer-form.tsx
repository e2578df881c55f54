import { MultiSelect, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import type { Customer, Directory } from "../../../core/domain/directory.ts";
import { trpc } from "../../api/trpc.ts";
import { RegionSelect } from "../../ui/region-select.tsx";
import { ZoneSelect } from "../../ui/zone-select.tsx";
import { EntryForm, type EntryFormProps } from "./entry-form.tsx";
import { optionsOf } from "./options.ts";

/** An organisation outside, with its own clock and calendar. */
export function CustomerForm({ entry, directory, onDone }: EntryFormProps<Customer> & { readonly directory: Directory }) {
  const { data } = useQuery(trpc.workspace.view.queryOptions());
  const form = useForm({
    mode: "controlled",
    initialValues: {
      name: entry?.name ?? "",
      zone: entry?.zone ?? data?.workspace?.zone ?? "UTC",
      holidayRegion: entry === null ? (data?.workspace?.holidayRegion ?? null) : entry.holidayRegion,
      contactIds: [...(entry?.contactIds ?? [])],
      serviceIds: [...(entry?.serviceIds ?? [])],
      active: entry?.active ?? true,
    },
  });
  return (
    <EntryForm
      form={form}
      kind="customer"
      id={entry?.id ?? ""}
      name={form.values.name}
      onDone={onDone}
      toEntry={(values) => ({ kind: "customer", entry: { ...values, id: entry?.id ?? "" } })}
    >
      <TextInput label="Name" data-autofocus {...form.getInputProps("name")} />
      <MultiSelect
        label="Contacts"
        description="Whom its mails go to"
        data={optionsOf(directory.contacts.filter(({ email }) => email !== null))}
        searchable
        clearable
        {...form.getInputProps("contactIds")}
      />
      <MultiSelect
        label="Services it uses"
        placeholder={form.values.serviceIds.length === 0 ? "All of them" : ""}
        data={optionsOf(directory.services)}
        searchable
        clearable
        {...form.getInputProps("serviceIds")}
      />
      <ZoneSelect
        label="Time zone"
        value={form.values.zone}
        onChange={(zone) => zone !== null && form.setFieldValue("zone", zone)}
        allowDeselect={false}
        error={form.errors.zone}
      />
      <RegionSelect
        label="Public holidays"
        description="Promised business days are counted in this calendar"
        value={form.values.holidayRegion}
        onChange={(region) => form.setFieldValue("holidayRegion", region)}
        error={form.errors.holidayRegion}
      />
      <Switch
        label="Still a customer"
        description="Switched off, nothing is addressed to it any more; what waits for it is held"
        {...form.getInputProps("active", { type: "checkbox" })}
      />
    </EntryForm>
  );
}
