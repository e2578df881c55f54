import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { type ConnectionKind, connectionNames } from "../../../core/domain/connection-kind.ts";
import type { ChannelKind } from "../../../core/domain/directory.ts";
import { trpc } from "../../api/trpc.ts";
import { IconAlertTriangle } from "../../ui/icons.ts";
import { count } from "../../ui/words.ts";
import classes from "./settings.module.css";

/** Which system each kind of channel is in. */
const systems: Readonly<Partial<Record<ChannelKind, ConnectionKind>>> = {
  slack: "slack",
  teamsChannel: "graph",
  teamsChat: "graph",
};

/** Channels of the directory that nothing can be posted to as they are, each with what to do. Draws nothing where there are none. */
export function ChannelProblems({ kind }: { readonly kind: ConnectionKind }) {
  const directory = useQuery(trpc.directory.all.queryOptions());
  const troubled = directory.data?.channels.filter((channel) => channel.problem !== undefined && systems[channel.kind] === kind);
  if (troubled === undefined || troubled.length === 0) return null;
  return (
    <div className={classes.paused} role="status">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
      <div>
        <p>
          <strong>
            {count(troubled.length, "channel", "channels")} of the Directory can't be posted to in {connectionNames[kind]}.
          </strong>
        </p>
        <ul className={classes.troubled}>
          {troubled.map(({ id, name, problem }) => (
            <li key={id}>
              <Link href={`/directory?kind=channel&id=${id}`}>{name}</Link>: {problem?.detail}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
