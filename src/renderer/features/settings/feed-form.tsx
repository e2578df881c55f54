import { Button, Checkbox, MultiSelect, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { FeedSecret } from "../../../core/app/calendar/feeds.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import { type Impact, impacts } from "../../../core/domain/window.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { impactWords } from "../../ui/impact-mark.tsx";
import classes from "./feeds.module.css";

type Props = {
  readonly directory: Directory;
  /** Whether this host answers addresses; where it does not, a feed is a file. */
  readonly isServed: boolean;
  readonly onDone: (secret: FeedSecret) => void;
  readonly onLeave: () => void;
};

/** What a new feed is called and which windows it shows. Nothing chosen means all. */
export function FeedForm({ directory, isServed, onDone, onLeave }: Props) {
  const [name, setName] = useState("");
  const [serviceIds, setServiceIds] = useState<string[]>([]);
  const [customerIds, setCustomerIds] = useState<string[]>([]);
  const [shown, setShown] = useState<Impact[]>([]);
  const [keepAsFile, setKeepAsFile] = useState(!isServed);
  const [isMissing, setMissing] = useState(false);
  const create = useMutation(trpc.feeds.create.mutationOptions({ onSuccess: onDone }));
  const fields: Readonly<Record<string, string>> = create.error === null ? {} : refusalOf(create.error).fields;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setMissing(name.trim() === "");
    if (name.trim() === "") return;
    create.mutate({ name: name.trim(), filter: { serviceIds, customerIds, impacts: shown }, keepAsFile });
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label="New feed">
      <TextInput
        label="Name"
        description="What other programs call this calendar"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={isMissing ? "Give it a name." : fields.name}
        maxLength={300}
        data-autofocus
        autoFocus
      />
      <MultiSelect
        label="Services"
        placeholder={serviceIds.length === 0 ? "All services" : ""}
        data={directory.services.map(({ id, name: label }) => ({ value: id, label }))}
        value={serviceIds}
        onChange={setServiceIds}
        searchable
        clearable
      />
      <MultiSelect
        label="Read by these customers"
        description="Leave it empty for a feed that stays inside"
        placeholder={customerIds.length === 0 ? "Nobody outside" : ""}
        data={directory.customers.map(({ id, name: label }) => ({ value: id, label }))}
        value={customerIds}
        onChange={setCustomerIds}
        searchable
        clearable
      />
      <MultiSelect
        label="Impact"
        placeholder={shown.length === 0 ? "Any impact" : ""}
        data={impacts.map((impact) => ({ value: impact, label: impactWords[impact] }))}
        value={shown}
        onChange={(chosen) => setShown(impacts.filter((impact) => chosen.includes(impact)))}
        clearable
      />
      {customerIds.length > 1 && (
        <p className={classes.hint}>
          Each of these customers will see the windows any of them was told of. To keep them apart, make a feed for each.
        </p>
      )}
      <Checkbox
        label="Also keep it as a file in the data folder"
        checked={keepAsFile}
        onChange={(event) => setKeepAsFile(event.currentTarget.checked)}
      />
      <ErrorNote error={create.error} />
      <div className={classes.actions}>
        <Button type="submit" loading={create.isPending}>
          Make the feed
        </Button>
        <Button variant="default" onClick={onLeave}>
          Leave
        </Button>
      </div>
    </form>
  );
}
