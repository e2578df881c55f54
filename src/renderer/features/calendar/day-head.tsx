import { IconSend } from "@tabler/icons-react";
import type { IsoDate } from "../../../core/domain/instant.ts";
import { count } from "../../ui/words.ts";
import classes from "./calendar.module.css";

/** A day's number, how many notices are due on it, and its holiday; the cell says them aloud. */
export function DayHead({
  date,
  isToday,
  notices,
  holiday,
}: {
  readonly date: IsoDate;
  readonly isToday: boolean;
  readonly notices: number;
  readonly holiday: string | null;
}) {
  return (
    <div className={classes.dayHead} aria-hidden="true">
      <span className={classes.dayNumber} data-today={isToday ? "" : undefined}>
        {Number(date.slice(8))}
      </span>
      {notices > 0 && (
        <span className={classes.noticeMark} title={count(notices, "notice")}>
          <IconSend size={12} stroke={1.75} />
          {notices}
        </span>
      )}
      {holiday !== null && (
        <span className={classes.holiday} title={holiday}>
          {holiday}
        </span>
      )}
    </div>
  );
}
