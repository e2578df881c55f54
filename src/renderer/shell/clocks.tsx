import type { Workspace } from "../../core/domain/directory.ts";
import { useNow } from "../state/now.ts";
import { clockText, dateText, zoneName, zonePlace } from "../ui/time-words.ts";
import classes from "./shell.module.css";

const aMinute = 60_000;

/** The coordinator's date and time with its zone, and a second place's. Ticks by the minute. */
export function Clocks({ workspace }: { readonly workspace: Workspace }) {
  const now = useNow(aMinute);
  return (
    <span className={classes.clocks}>
      <span className={classes.date}>{dateText(now, workspace.zone, true)} · </span>
      <time className="fw-tabular" dateTime={new Date(now).toISOString()}>
        <strong>
          {clockText(now, workspace.zone)} {zoneName(now, workspace.zone)}
        </strong>
      </time>
      {workspace.secondZone !== null && (
        <span className={`${classes.second} fw-tabular`}>
          {" "}
          · {clockText(now, workspace.secondZone)} {zonePlace(workspace.secondZone)}
        </span>
      )}
    </span>
  );
}
