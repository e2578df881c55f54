import { Popover } from "@mantine/core";
import { useLocation } from "wouter";
import type { CalendarView } from "../../../core/app/calendar/calendar.ts";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { dateOf } from "../../../core/domain/zoned-time.ts";
import { useChipFacts } from "./chip-facts.ts";
import { longDay } from "./day-names.ts";
import classes from "./hidden-windows.module.css";
import monthClasses from "./month.module.css";
import { ChipContent, chipAttributes } from "./window-chip.tsx";
import windowsClasses from "./windows.module.css";

type Props = {
  readonly date: IsoDate;
  /** What the calendar shows, of which this lists what touches the day. */
  readonly view: CalendarView;
  readonly zone: ZoneId;
  readonly now: number;
  readonly onClose: () => void;
};

/** All windows of a day whose cell is too small for them, as a list that opens over it. */
export function HiddenWindows({ date, view, zone, now, onClose }: Props) {
  const [, go] = useLocation();
  const chips = useChipFacts(view);
  return (
    <Popover opened onChange={onClose} position="bottom-start" withinPortal trapFocus withRoles={false}>
      <Popover.Target>
        <span className={monthClasses.more} style={{ visibility: "hidden" }} />
      </Popover.Target>
      <Popover.Dropdown className={classes.dayList} role="dialog" aria-label={longDay(date)}>
        <p className={classes.dayListTitle}>{longDay(date)}</p>
        {view.windows
          .filter(({ startAt, endAt }) => dateOf(startAt, zone) <= date && dateOf(Math.max(endAt - 1, startAt), zone) >= date)
          .map((window) => (
            <button
              type="button"
              key={window.id}
              className={windowsClasses.listChip}
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
