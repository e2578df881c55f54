import type { TodayView } from "../../../core/app/today.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { IconCalendarQuestion } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/plain-button.tsx";
import { spanText } from "../../ui/time-words.ts";
import classes from "./today.module.css";

const asks = {
  add: "proposes a window",
  change: "proposes other times",
  cancel: "says it is cancelled",
} as const;

/** What somebody else proposes, until a person decides about it. */
export function ProposalRow({ proposal, zone }: { readonly proposal: TodayView["proposals"][number]; readonly zone: ZoneId }) {
  return (
    <div className={classes.row}>
      <IconCalendarQuestion size={17} stroke={1.75} aria-hidden="true" className={classes.rowIcon} />
      <div className={classes.rowText}>
        <h3 className={classes.rowTitle}>{proposal.title}</h3>
        <p className={classes.rowDetail}>
          {proposal.provider === "" ? "A file" : proposal.provider} {asks[proposal.asks]} ·{" "}
          {spanText(proposal.startAt, proposal.endAt, zone)}
        </p>
      </div>
      <div className={classes.rowEnd}>
        <ButtonLink size="xs" href="/import/calendar">
          Decide
        </ButtonLink>
      </div>
    </div>
  );
}
