import { NativeSelect } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PlainButton } from "../../ui/plain-button.tsx";
import classes from "./window-page.module.css";

/** Makes somebody who is on call a member of an audience, so that they get its mails; or says of which they are one. */
export function TellOnCall({ person: { name, email } }: { readonly person: { readonly name: string; readonly email: string } }) {
  const directory = useQuery(trpc.directory.all.queryOptions()).data;
  const save = useMutation(trpc.directory.save.mutationOptions());
  const [isOpen, setOpen] = useState(false);
  const [audienceId, setAudienceId] = useState("");
  if (directory === undefined) return null;
  const known = directory.contacts.find((contact) => contact.email?.toLowerCase() === email.toLowerCase());
  // Who is on call belongs to the house: an audience of customers is none for them.
  const audiences = directory.audiences.filter(({ voice }) => voice !== "customer");
  const told = audiences.filter(({ contactIds }) => known !== undefined && contactIds.includes(known.id));
  const chosen = audiences.find(({ id }) => id === audienceId) ?? audiences[0];
  if (told.length > 0) return <span className={classes.told}>told as one of {told.map((each) => each.name).join(", ")}</span>;
  if (chosen === undefined) return null;
  if (!isOpen) {
    return (
      <PlainButton size="xs" look="default" onClick={() => setOpen(true)}>
        Tell {name}…
      </PlainButton>
    );
  }
  const tell = async (): Promise<void> => {
    const contact = { id: "", name, kind: "person", role: "On call", email, slackId: null, teamsId: null, active: true } as const;
    const id = known?.id ?? (await save.mutateAsync({ kind: "contact", entry: contact })).id;
    const { contactIds, customerIds, mentionIds } = chosen;
    const members = { contactIds: [...contactIds, id], customerIds: [...customerIds], mentionIds: [...mentionIds] };
    await save.mutateAsync({ kind: "audience", entry: { ...chosen, ...members } });
    setOpen(false);
  };
  return (
    <div className={classes.telling}>
      <NativeSelect
        label={`${name} gets what goes by mail to`}
        data={audiences.map(({ id, name: label }) => ({ value: id, label }))}
        value={chosen.id}
        onChange={(event) => setAudienceId(event.currentTarget.value)}
      />
      <p>They stay a member until you take them out in the Directory.</p>
      <ErrorNote error={save.error} />
      <div className={classes.choosingActions}>
        {/* The refusal is shown above; the promise's own is of no more use. */}
        <PlainButton size="xs" isBusy={save.isPending} onClick={() => void tell().catch(() => undefined)}>
          Add them
        </PlainButton>
        <PlainButton size="xs" look="default" onClick={() => setOpen(false)}>
          Keep as is
        </PlainButton>
      </div>
    </div>
  );
}
