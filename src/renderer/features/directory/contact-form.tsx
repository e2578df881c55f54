import { Radio, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Contact } from "../../../core/domain/directory.ts";
import type { Listed } from "../../../core/ports/connector.ts";
import { ListPicker } from "../../ui/list-picker/list-picker.tsx";
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
  /** Whoever is picked is called what they are called there, unless somebody wrote something else. */
  const takeOver = ({ name, detail }: Listed): void => {
    if (form.values.name.trim() === "") form.setFieldValue("name", name);
    const mail = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+/u.exec(detail)?.[0];
    if (form.values.email.trim() === "" && mail !== undefined) form.setFieldValue("email", mail);
  };
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
      <ListPicker
        source={{ kind: "slack", what: [isGroup ? "group" : "person"], within: null }}
        label="In Slack"
        description={
          isGroup
            ? "Type part of the name and pick it; or the id, as S0123ABCD; or @channel, @here, @everyone for everybody there"
            : "Type part of the name and pick it; or type the member's id, as U0123ABCD"
        }
        onPick={takeOver}
        {...form.getInputProps("slackId")}
      />
      {!isGroup && (
        <ListPicker
          source={{ kind: "graph", what: ["person"], within: null }}
          label="In Teams"
          description="For mentions. Type part of the name and pick it; or type the person's object id in Entra"
          onPick={takeOver}
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
