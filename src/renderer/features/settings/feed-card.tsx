import { Switch } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { FeedSecret, FeedView } from "../../../core/app/calendar/feeds.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import { trpc } from "../../api/trpc.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconCalendarShare } from "../../ui/icons.ts";
import { impactWords } from "../../ui/impact-mark.tsx";
import { count } from "../../ui/words.ts";
import classes from "./feeds.module.css";

type Props = {
  readonly feed: FeedView;
  /** The secret part of its address, right after it was made; null from then on. */
  readonly token: string | null;
  readonly directory: Directory;
  readonly isServed: boolean;
  readonly onSecret: (secret: FeedSecret) => void;
};

/** One feed: what it shows and to whom, its address while it is known, and its file. */
export function FeedCard({ feed, token, directory, isServed, onSecret }: Props) {
  const newAddress = useMutation(trpc.feeds.newAddress.mutationOptions({ onSuccess: onSecret }));
  const keepAsFile = useMutation(trpc.feeds.keepAsFile.mutationOptions());
  const remove = useMutation(trpc.feeds.remove.mutationOptions());
  return (
    <article className={classes.card} aria-label={feed.name}>
      <header className={classes.head}>
        <IconCalendarShare size={18} stroke={1.75} aria-hidden="true" />
        <div>
          <h3 className={classes.name}>{feed.name}</h3>
          <p className={classes.hint}>
            {filterText(feed, directory)} · {count(feed.windows, "window")} now
          </p>
        </div>
      </header>
      {token !== null && isServed && <Address token={token} />}
      {feed.path !== null && (
        <div className={classes.line}>
          <code className={classes.address}>{feed.path}</code>
          <CopyButton size="xs" text={feed.path}>
            Copy the path
          </CopyButton>
        </div>
      )}
      {feed.trouble !== null && (
        <p className={classes.trouble} role="alert">
          {feed.trouble}
        </p>
      )}
      <ErrorNote error={newAddress.error ?? keepAsFile.error ?? remove.error} />
      <footer className={classes.actions}>
        <Switch
          size="sm"
          label="Keep as a file"
          checked={feed.fileName !== null}
          disabled={keepAsFile.isPending}
          onChange={(event) => keepAsFile.mutate({ id: feed.id, isKept: event.currentTarget.checked })}
        />
        <span className={classes.space} />
        {isServed && (
          <ConfirmButton
            size="xs"
            question="The address in use leads nowhere from then on. Whoever subscribed needs the new one."
            confirm="Make a new address"
            tone="accent"
            onConfirm={() => newAddress.mutate({ id: feed.id })}
          >
            New address…
          </ConfirmButton>
        )}
        <ConfirmButton
          size="xs"
          question="Its address leads nowhere from then on, and its file is taken away. Windows stay as they are."
          confirm="Remove the feed"
          onConfirm={() => remove.mutate({ id: feed.id })}
        >
          Remove…
        </ConfirmButton>
      </footer>
    </article>
  );
}

/** Both ways of writing the address. It is shown only now. */
function Address({ token }: { readonly token: string }) {
  const { host, origin } = window.location;
  const path = `/feed/${token}.ics`;
  const addresses = [
    ["webcal", `webcal://${host}${path}`],
    ["http", `${origin}${path}`],
  ] as const;
  return (
    <section className={classes.secret} aria-label="The address of this feed">
      <p>
        <strong>Copy the address now.</strong> It is a secret, Forewarn keeps only a fingerprint of it, and it is not shown again.
      </p>
      {addresses.map(([kind, address]) => (
        <div key={kind} className={classes.line}>
          <code className={classes.address}>{address}</code>
          <CopyButton size="xs" text={address}>
            Copy {kind}
          </CopyButton>
        </div>
      ))}
    </section>
  );
}

function filterText({ filter, isForCustomers }: FeedView, { services, customers }: Directory): string {
  const names = (ids: readonly string[], among: readonly { readonly id: string; readonly name: string }[]): string =>
    ids.map((id) => among.find((entry) => entry.id === id)?.name ?? "a removed entry").join(", ");
  const what = [
    filter.serviceIds.length === 0 ? "All services" : names(filter.serviceIds, services),
    filter.impacts.length === 0 ? "any impact" : filter.impacts.map((impact) => impactWords[impact].toLowerCase()).join(", "),
  ].join(", ");
  return isForCustomers ? `What ${names(filter.customerIds, customers)} was told: ${what}` : `For the inside: ${what}`;
}
