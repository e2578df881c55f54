import { Select, Switch, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type Channel, type ChannelKind, type ChannelReaders, channelKinds } from "../../../core/domain/directory.ts";
import type { Listed } from "../../../core/ports/connector.ts";
import { ListPicker } from "../../ui/list-picker/list-picker.tsx";
import { channelKindWords } from "../../ui/words.ts";
import { ChannelProblemNote } from "./channel-problem-note.tsx";
import { EntryForm, type EntryFormProps, type EntryInput, orNull } from "./entry-form.tsx";

type Values = {
  readonly name: string;
  readonly kind: ChannelKind;
  readonly conversationId: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly chatId: string;
  readonly from: string;
  readonly instruction: string;
  /** Whether people of other organisations read along. */
  readonly outside: boolean;
};

function valuesOf(entry: Channel | null): Values {
  const empty = { conversationId: "", teamId: "", channelId: "", chatId: "", from: "", instruction: "", outside: false };
  if (entry === null) return { name: "", kind: "slack", ...empty };
  const { id: _, readers, problem: _problem, ...rest } = entry;
  return { ...empty, ...rest, outside: readers?.outside ?? false, from: rest.kind === "mail" ? (rest.from ?? "") : "" };
}

function entryOf(id: string, values: Values): EntryInput {
  const named = { id, name: values.name };
  const { outside } = values;
  switch (values.kind) {
    case "slack":
      return { kind: "channel", entry: { ...named, outside, kind: "slack", conversationId: values.conversationId } };
    case "teamsChannel":
      return {
        kind: "channel",
        entry: { ...named, outside, kind: "teamsChannel", teamId: values.teamId, channelId: values.channelId },
      };
    case "teamsChat":
      return { kind: "channel", entry: { ...named, outside, kind: "teamsChat", chatId: values.chatId } };
    case "mail":
      return { kind: "channel", entry: { ...named, kind: "mail", from: orNull(values.from) } };
    default:
      return { kind: "channel", entry: { ...named, kind: "manual", instruction: values.instruction } };
  }
}

/** What is known of a channel's readers, and by whom. */
function readersWords(readers: ChannelReaders | undefined): string {
  const rule = "Notices written for the inside never go there.";
  return readers?.saidBy === "provider" ? `${readers.detail}. ${rule}` : `Shared with a supplier or a customer. ${rule}`;
}

/** Where a notice goes. */
export function ChannelForm({ entry, onDone }: EntryFormProps<Channel>) {
  const form = useForm<Values>({ mode: "controlled", initialValues: valuesOf(entry) });
  const { kind } = form.values;
  // What was found about one channel says nothing of another that is picked now.
  const isProblemSaid =
    entry?.problem !== undefined && entry.kind === kind && "conversationId" in entry
      ? entry.conversationId === form.values.conversationId
      : entry?.problem !== undefined && entry.kind === kind;
  const takeName = ({ name }: Listed): void => {
    if (form.values.name.trim() === "") form.setFieldValue("name", name);
  };
  // What the provider sees is no matter of opinion.
  const isFixed = entry?.readers?.outside === true && entry.readers.saidBy === "provider";
  return (
    <EntryForm
      form={form}
      kind="channel"
      id={entry?.id ?? ""}
      name={form.values.name}
      onDone={onDone}
      toEntry={(values) => entryOf(entry?.id ?? "", values)}
    >
      <TextInput label="Name" placeholder="#devops" data-autofocus {...form.getInputProps("name")} />
      <Select
        label="Kind"
        data={channelKinds.map((value) => ({ value, label: channelKindWords[value] }))}
        allowDeselect={false}
        {...form.getInputProps("kind")}
      />
      {kind === "slack" && (
        <ListPicker
          source={{ kind: "slack", what: ["channel", "person"], within: null }}
          label="Channel or person in Slack"
          description="Type part of the name and pick it; or type the id, as C0123ABCD, or U0123ABCD for a direct message"
          onPick={takeName}
          isProblemSaid={isProblemSaid}
          {...form.getInputProps("conversationId")}
        />
      )}
      {kind === "teamsChannel" && (
        <>
          <ListPicker
            source={{ kind: "graph", what: ["team"], within: null }}
            label="Team"
            description="Type part of the name and pick it; or type the id, the groupId in the channel's link"
            {...form.getInputProps("teamId")}
          />
          <ListPicker
            source={{ kind: "graph", what: ["channel"], within: orNull(form.values.teamId) }}
            label="Channel of the team"
            description="Type part of the name and pick it; or type the id, as 19:…@thread.tacv2 in the channel's link"
            onPick={takeName}
            {...form.getInputProps("channelId")}
          />
        </>
      )}
      {kind === "teamsChat" && (
        <ListPicker
          source={{ kind: "graph", what: ["chat"], within: null }}
          label="Chat"
          description="Type part of the name and pick it; or type the id, as 19:…@thread.v2 in the chat's link"
          onPick={takeName}
          {...form.getInputProps("chatId")}
        />
      )}
      {isProblemSaid && <ChannelProblemNote channel={entry} />}
      {(kind === "slack" || kind === "teamsChannel" || kind === "teamsChat") && (
        <Switch
          label="People outside read along"
          description={readersWords(entry?.readers)}
          disabled={isFixed}
          {...form.getInputProps("outside", { type: "checkbox" })}
        />
      )}
      {kind === "mail" && (
        <TextInput
          label="Sent from"
          description="A shared mailbox you may send from; empty for your own"
          placeholder="service-desk@example.org"
          {...form.getInputProps("from")}
        />
      )}
      {kind === "manual" && (
        <Textarea
          label="What is to be done"
          description="Forewarn prepares the text; a person does this and ticks it off"
          autosize
          minRows={3}
          {...form.getInputProps("instruction")}
        />
      )}
    </EntryForm>
  );
}
