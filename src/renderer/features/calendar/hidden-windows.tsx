import { Popover } from "@mantine/core";
import { useLocation } from "wouter";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { dateOf } from "../../../core/domain/zoned-time.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";
import classes from "./calendar.module.css";
import type { ChipFacts } from "./chip-facts.ts";
import { longDay } from "./day-names.ts";
import { ChipContent, chipAttributes } from "./window-chip.tsx";

type Props = {
  readonly date: IsoDate;
  /** What the calendar shows, of which this lists what touches the day. */
  readonly windows: readonly WindowSummary[];
  readonly zone: ZoneId;
  readonly now: number;
  readonly chips: ChipFacts;
  readonly onClose: () => void;
};

/** All windows of a day whose cell is too small for them, as a list that opens over it. */
export function HiddenWindows({ date, windows, zone, now, chips, onClose }: Props) {
  const [, go] = useLocation();
  return (
    <Popover opened onChange={onClose} position="bottom-start" withinPortal trapFocus withRoles={false}>
      <Popover.Target>
        <span className={classes.more} style={{ visibility: "hidden" }} />
      </Popover.Target>
      <Popover.Dropdown className={classes.dayList} role="dialog" aria-label={longDay(date)}>
        <p className={classes.dayListTitle}>{longDay(date)}</p>
        {windows
          .filter(({ startAt, endAt }) => dateOf(startAt, zone) <= date && dateOf(Math.max(endAt - 1, startAt), zone) >= date)
          .map((window) => (
            <button
              type="button"
              key={window.id}
              className={classes.listChip}
              {...chipAttributes(window, zone, now, chips)}
              onClick={() => go(`/windows/${window.id}`)}
            >
              <ChipContent window={window} zone={zone} chips={chips} />
            </button>
          ))}
      </Popover.Dropdown>
    </Popover>
  );
}
