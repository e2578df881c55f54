import { Popover } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { dateOf } from "../../../core/domain/zoned-time.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";
import classes from "./calendar.module.css";
import { longDay } from "./day-names.ts";
import { ChipContent, chipAttributes } from "./window-chip.tsx";

/** What does not fit in a day's cell, as a list that opens over it. */
export function HiddenWindows({
  date,
  amount,
  windows,
  zone,
  now,
}: {
  readonly date: IsoDate;
  readonly amount: number;
  readonly windows: readonly WindowSummary[];
  readonly zone: ZoneId;
  readonly now: number;
}) {
  const [isOpen, setOpen] = useState(false);
  const [, go] = useLocation();
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={classes.more}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
      >
        +{amount} more
      </button>
      {/* A popover for each day would take longer to draw than the month: there is one only while it is open. */}
      {isOpen && (
        <Popover opened onChange={setOpen} position="bottom-start" withinPortal trapFocus withRoles={false}>
          <Popover.Target>
            <span className={classes.more} style={{ visibility: "hidden" }} />
          </Popover.Target>
          <Popover.Dropdown className={classes.dayList} role="dialog" aria-label={longDay.format(Date.parse(date))}>
            <p className={classes.dayListTitle}>{longDay.format(Date.parse(date))}</p>
            {windows
              .filter(({ startAt, endAt }) => dateOf(startAt, zone) <= date && dateOf(Math.max(endAt - 1, startAt), zone) >= date)
              .map((window) => (
                <button
                  type="button"
                  key={window.id}
                  className={classes.listChip}
                  {...chipAttributes(window, zone, now)}
                  onClick={() => go(`/windows/${window.id}`)}
                >
                  <ChipContent window={window} zone={zone} />
                </button>
              ))}
          </Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}
