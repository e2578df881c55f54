import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ChangeType } from "../../../core/domain/directory.ts";
import { EntryForm, type EntryFormProps } from "./entry-form.tsx";

/** A kind of change, as the policy tells them apart. */
export function ChangeTypeForm({ entry, onDone }: EntryFormProps<ChangeType>) {
  const form = useForm({ mode: "controlled", initialValues: { name: entry?.name ?? "" } });
  return (
    <EntryForm
      form={form}
      kind="changeType"
      id={entry?.id ?? ""}
      name={form.values.name}
      onDone={onDone}
      toEntry={({ name }) => ({ kind: "changeType", entry: { id: entry?.id ?? "", name } })}
    >
      <TextInput
        label="Name"
        description="The first column of the matrix"
        placeholder="Scheduled maintenance"
        data-autofocus
        {...form.getInputProps("name")}
      />
    </EntryForm>
  );
}
