import { MultiSelect, Radio, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type Audience, type Directory, type QuietHours, type Voice, voices } from "../../../core/domain/directory.ts";
import { voiceWords } from "../../ui/words.ts";
import classes from "./directory.module.css";
import { EntryForm, type EntryFormProps } from "./entry-form.tsx";
import { optionsOf } from "./options.ts";

const voiceHints: Readonly<Record<Voice, string>> = {
  internal: "Engineers: technical words, host names and tickets are welcome",
  business: "Colleagues: what it means for the work, in plain words",
  customer: "Outside: plain words only, each customer by itself",
  executive: "Two lines: what, when, at what risk",
};

const usualQuietHours: QuietHours = { from: "22:00", to: "07:00" };

/** What the range means, where a night is easily misread. */
function quietText({ from, to }: QuietHours): string {
  const until = from < to ? "the same day" : "the next morning";
  return `A notice due at ${from} waits until ${to} ${until}, in each customer’s own zone; inside, in the workspace’s. One that would be of no use by then is shown for your decision.`;
}

/** Who is told, and how they are spoken to. */
export function AudienceForm({ entry, directory, onDone }: EntryFormProps<Audience> & { readonly directory: Directory }) {
  const form = useForm({
    mode: "controlled",
    initialValues: {
      name: entry?.name ?? "",
      voice: entry?.voice ?? ("internal" as Voice),
      contactIds: [...(entry?.contactIds ?? [])],
      customerIds: [...(entry?.customerIds ?? [])],
      mentionIds: [...(entry?.mentionIds ?? [])],
      quietHours: entry?.quietHours ?? null,
    },
  });
  const isCustomer = form.values.voice === "customer";
  return (
    <EntryForm
      form={form}
      kind="audience"
      id={entry?.id ?? ""}
      name={form.values.name}
      onDone={onDone}
      toEntry={(values) => ({
        kind: "audience",
        entry: { ...values, id: entry?.id ?? "", customerIds: isCustomer ? values.customerIds : [] },
      })}
    >
      <TextInput label="Name" data-autofocus {...form.getInputProps("name")} />
      <Radio.Group label="How they are spoken to" {...form.getInputProps("voice")}>
        <div className={classes.choices}>
          {voices.map((voice) => (
            <Radio key={voice} value={voice} label={voiceWords[voice]} description={voiceHints[voice]} />
          ))}
        </div>
      </Radio.Group>
      {isCustomer && (
        <MultiSelect
          label="Customers"
          description="Each gets a message of its own"
          data={optionsOf(directory.customers)}
          searchable
          clearable
          {...form.getInputProps("customerIds")}
        />
      )}
      <MultiSelect
        label="Members inside the organisation"
        description="Whom a mail to this audience goes to"
        data={optionsOf(directory.contacts)}
        searchable
        clearable
        {...form.getInputProps("contactIds")}
      />
      <MultiSelect
        label="Named in chat messages"
        description="People and groups who are called by name"
        data={optionsOf(directory.contacts)}
        searchable
        clearable
        {...form.getInputProps("mentionIds")}
      />
      <Switch
        label="Quiet hours"
        description="In each recipient's zone: what comes due then waits until they end"
        checked={form.values.quietHours !== null}
        onChange={({ currentTarget }) => form.setFieldValue("quietHours", currentTarget.checked ? usualQuietHours : null)}
      />
      {form.values.quietHours !== null && (
        <div className={classes.pair}>
          <TextInput type="time" label="Quiet from" {...form.getInputProps("quietHours.from")} />
          <TextInput type="time" label="Quiet until" {...form.getInputProps("quietHours.to")} error={form.errors.quietHours} />
          <p className={classes.pairNote}>{quietText(form.values.quietHours)}</p>
        </div>
      )}
    </EntryForm>
  );
}
