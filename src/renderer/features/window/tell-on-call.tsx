import { NativeSelect } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PlainButton } from "../../ui/plain-button.tsx";
import { isTold, type WayToTell, waysToTell, withMember } from "./ways-to-tell.ts";
import classes from "./window-page.module.css";

type Props = {
  readonly person: { readonly name: string; readonly email: string };
  /** The window's: it decides who is told and how. */
  readonly changeTypeId: string;
};

/** Makes somebody who is on call one of an audience, so that its notices reach them; or says by which they do. */
export function TellOnCall({ person: { name, email }, changeTypeId }: Props) {
  const directory = useQuery(trpc.directory.all.queryOptions()).data;
  const rules = useQuery(trpc.matrix.rules.queryOptions()).data;
  const [isOpen, setOpen] = useState(false);
  const [audienceId, setAudienceId] = useState("");
  const save = useMutation(trpc.directory.save.mutationOptions());
  const found = useQuery(
    trpc.lists.list.queryOptions(
      { kind: "slack", what: "person", within: null, search: email, ask: "ifOld" },
      { enabled: isOpen },
    ),
  );
  if (directory === undefined || rules === undefined) return null;
  const known = directory.contacts.find((contact) => contact.email?.toLowerCase() === email.toLowerCase());
  const ways = waysToTell(directory, rules, changeTypeId);
  const told = known === undefined ? [] : ways.filter((way) => isTold(way, known));
  const way = ways.find(({ audience }) => audience.id === audienceId) ?? ways[0];
  if (told.length > 0) return <span className={classes.told}>told with {told.map((each) => each.audience.name).join(", ")}</span>;
  if (way === undefined) return null;
  if (!isOpen) {
    return (
      <PlainButton size="xs" look="default" onClick={() => setOpen(true)}>
        Tell {name}…
      </PlainButton>
    );
  }
  const listed = found.data?.items.find(({ detail }) => detail.split(", ")[0]?.toLowerCase() === email.toLowerCase());
  const slackId = known?.slackId ?? listed?.id ?? null;
  const reaches = way.byMail || (way.inSlack && slackId !== null);
  const tell = async (): Promise<void> => {
    const contact =
      known ?? ({ id: "", name, kind: "person", role: "On call", email, slackId, teamsId: null, active: true } as const);
    const entry = { ...contact, slackId };
    // Who is known with all that is needed stays as they are.
    const id =
      known !== undefined && known.slackId === slackId ? known.id : (await save.mutateAsync({ kind: "contact", entry })).id;
    await save.mutateAsync({ kind: "audience", entry: withMember(way, { id, slackId }) });
    setOpen(false);
  };
  return (
    <div className={classes.telling}>
      <NativeSelect
        label={`Tell ${name} with`}
        data={ways.map(({ audience }) => ({ value: audience.id, label: audience.name }))}
        value={way.audience.id}
        onChange={(event) => setAudienceId(event.currentTarget.value)}
      />
      <p>{found.isFetching ? "Looking for them in Slack…" : effectOf(way, name, slackId)}</p>
      <ErrorNote error={save.error} />
      <div className={classes.choosingActions}>
        {/* A refusal is shown above; the promise's own is of no more use. */}
        <PlainButton size="xs" isBusy={save.isPending} disabled={!reaches} onClick={() => void tell().catch(() => undefined)}>
          Add them
        </PlainButton>
        <PlainButton size="xs" look="default" onClick={() => setOpen(false)}>
          Keep as is
        </PlainButton>
      </div>
    </div>
  );
}

/** What comes of adding them, before it is done. */
function effectOf({ audience, byMail, inSlack }: WayToTell, name: string, slackId: string | null): string {
  const isNamed = inSlack && slackId !== null;
  if (!byMail && !isNamed) {
    return `${audience.name} is told in Slack only, and nobody there has this address. Tell ${name} yourself.`;
  }
  const how = [...(byMail ? ["get its mails"] : []), ...(isNamed ? ["are named in its Slack messages"] : [])].join(" and ");
  return `They ${how}, until you take them out in the Directory.`;
}
