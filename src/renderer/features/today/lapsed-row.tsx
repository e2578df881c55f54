import type { TodayView } from "../../../core/app/today.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { IconClockPause } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/plain-button.tsx";
import { nearText } from "../../ui/relative-words.ts";
import { count } from "../../ui/words.ts";
import classes from "./today.module.css";

type Props = { readonly lapsed: NonNullable<TodayView["lapsed"]>; readonly now: Instant; readonly zone: ZoneId };

/** All that came due while nothing could be sent: one decision, made in the outbox. */
export function LapsedRow({ lapsed, now, zone }: Props) {
  return (
    <div className={classes.row}>
      <IconClockPause size={17} stroke={1.75} aria-hidden="true" className={classes.rowIcon} />
      <div className={classes.rowText}>
        <h3 className={classes.rowTitle}>{count(lapsed.count, "notice")} came due while nothing could be sent</h3>
        <p className={classes.rowDetail}>
          The first was due {nearText(lapsed.firstDueAt, now, zone)} · {lapsed.stillOfUse} still of use · nothing leaves late by
          itself
        </p>
      </div>
      <div className={classes.rowEnd}>
        <ButtonLink size="xs" href="/outbox">
          Decide once
        </ButtonLink>
      </div>
    </div>
  );
}
