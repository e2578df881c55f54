import type { Channel } from "../../../core/domain/directory.ts";
import { IconAlertTriangle } from "../../ui/icons.ts";
import classes from "./directory.module.css";

/** Why nothing can be posted to a channel as it stands in the directory. Draws nothing where it can. */
export function ChannelProblemNote({ channel }: { readonly channel: Channel | null }) {
  if (channel?.problem === undefined) return null;
  return (
    <p className={classes.problem} role="status">
      <IconAlertTriangle size={15} stroke={1.75} aria-hidden="true" />
      <span>
        <strong>Notices can't be posted there.</strong> {channel.problem.detail}. It is looked at again when this is saved.
      </span>
    </p>
  );
}
