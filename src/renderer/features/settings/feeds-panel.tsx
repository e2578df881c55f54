import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FeedSecret } from "../../../core/app/calendar/feeds.ts";
import { trpc } from "../../api/trpc.ts";
import { useDirectory } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconPlus } from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { Panel } from "../../ui/panel.tsx";
import { FeedCard } from "./feed-card.tsx";
import { FeedForm } from "./feed-form.tsx";
import { FeedHelp } from "./feed-help.tsx";
import classes from "./settings.module.css";

/** Calendars others subscribe to: what each shows, its address while it is known, and how to subscribe. */
export function FeedsPanel() {
  const directory = useDirectory();
  const feeds = useQuery(trpc.feeds.all.queryOptions());
  const info = useQuery(trpc.host.info.queryOptions());
  const [isAdding, setAdding] = useState(false);
  /** The secrets of this visit; they can't be looked up again. */
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const isServed = info.data?.kind === "browser";
  const keep = ({ id, token }: FeedSecret): void => setSecrets((known) => ({ ...known, [id]: token }));

  return (
    <Panel title="Calendar feeds">
      <div className={classes.stack}>
        <p className={classes.text}>
          A feed shows your windows in another calendar program, and follows every change. A feed for customers holds only what
          those customers were told, and never a rollback plan, a lead, or a link.
        </p>
        <ErrorNote error={feeds.error} onRetry={() => void feeds.refetch()} />
        {(feeds.data === undefined || directory === null || info.data === undefined) && feeds.error === null && (
          <Loading what="Reading the feeds" />
        )}
        {directory !== null &&
          info.data !== undefined &&
          feeds.data?.map((feed) => (
            <FeedCard
              key={feed.id}
              feed={feed}
              token={secrets[feed.id] ?? null}
              directory={directory}
              isServed={isServed}
              onSecret={keep}
            />
          ))}
        {feeds.data?.length === 0 && !isAdding && <p className={classes.note}>There is no feed yet.</p>}
        {directory !== null && isAdding && (
          <FeedForm
            directory={directory}
            isServed={isServed}
            onDone={(secret) => {
              keep(secret);
              setAdding(false);
            }}
            onLeave={() => setAdding(false)}
          />
        )}
        {!isAdding && (
          <div className={classes.actions}>
            <Button
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
              onClick={() => setAdding(true)}
              disabled={directory === null}
            >
              New feed
            </Button>
          </div>
        )}
        <FeedHelp isServed={isServed} />
      </div>
    </Panel>
  );
}
