import { Radio, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Contact } from "../../../core/domain/directory.ts";
import classes from "./directory.module.css";
import { EntryForm, type EntryFormProps, orNull } from "./entry-form.tsx";

/** A person or a group that can be written to or called by name. */
export function ContactForm({ entry, onDone }: EntryFormProps<Contact>) {
  const form = useForm({
    mode: "controlled",
    initialValues: {
      name: entry?.name ?? "",
      kind: entry?.kind ?? ("person" as Contact["kind"]),
      role: entry?.role ?? "",
      email: entry?.email ?? "",
      slackId: entry?.slackId ?? "",
      teamsId: entry?.teamsId ?? "",
      active: entry?.active ?? true,
      isLarge: entry?.isLarge ?? false,
    },
  });
  const isGroup = form.values.kind === "group";
  return (
    <EntryForm
      form={form}
      kind="contact"
      id={entry?.id ?? ""}
      name={form.values.name}
      onDone={onDone}
      toEntry={(values) => ({
        kind: "contact",
        entry: {
          ...values,
          id: entry?.id ?? "",
          email: orNull(values.email),
          slackId: orNull(values.slackId),
          teamsId: orNull(values.teamsId),
          isLarge: values.kind === "group" && values.isLarge,
        },
      })}
    >
      <TextInput label="Name" data-autofocus {...form.getInputProps("name")} />
      <Radio.Group label="This is" {...form.getInputProps("kind")}>
        <div className={classes.inline}>
          <Radio value="person" label="A person" />
          <Radio value="group" label="A group" />
        </div>
      </Radio.Group>
      <TextInput label="Role" placeholder="DevOps Engineer" {...form.getInputProps("role")} />
      <TextInput label="Mail" type="email" placeholder="name@example.org" {...form.getInputProps("email")} />
      <TextInput
        label="Slack id"
        description={
          isGroup
            ? "A user group's, as S0123ABCD; or @channel, @here, @everyone for everybody there"
            : "A member's, as U0123ABCD: in Slack under Copy member ID"
        }
        spellCheck={false}
        {...form.getInputProps("slackId")}
      />
      {!isGroup && (
        <TextInput
          label="Teams id"
          description="The person's object id in Entra, for mentions"
          spellCheck={false}
          {...form.getInputProps("teamsId")}
        />
      )}
      {isGroup && (
        <Switch
          label="A large group"
          description="Calling it needs the right to mass mentions, in Settings"
          {...form.getInputProps("isLarge", { type: "checkbox" })}
        />
      )}
      <Switch
        label="Still here"
        description="Switched off, nothing is addressed to them any more"
        {...form.getInputProps("active", { type: "checkbox" })}
      />
    </EntryForm>
  );
}
