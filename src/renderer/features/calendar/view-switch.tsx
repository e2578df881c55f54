import { useId } from "react";
import { type CalendarMode, calendarModes } from "./calendar-address.ts";
import classes from "./view-switch.module.css";

const names: Readonly<Record<CalendarMode, string>> = {
  month: "Month",
  week: "Week",
  day: "Day",
  agenda: "Agenda",
  year: "Year",
  timeline: "Timeline",
};

type Props = { readonly mode: CalendarMode; readonly onMode: (mode: CalendarMode) => void };

/**
 * Month, week, day, agenda, year or timeline; the digits 1 to 6 reach them too. Looks as SegmentedControl does elsewhere,
 * which measures the page to place its moving ground and so would have the month laid out twice before it is shown.
 */
export function ViewSwitch({ mode, onMode }: Props) {
  const group = useId();
  return (
    <div role="radiogroup" aria-label="View" className={classes.views}>
      {calendarModes.map((each) => (
        <label key={each} className={classes.view} data-active={each === mode ? "" : undefined}>
          <input type="radio" name={group} className={classes.viewInput} checked={each === mode} onChange={() => onMode(each)} />
          <span className={classes.viewName}>{names[each]}</span>
        </label>
      ))}
    </div>
  );
}
