// biome-ignore-all lint/a11y/useSemanticElements: part of an ARIA grid, whose roles go on any element.
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern the cells take the focus, not their rows and headings.
import type { Instant, IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { instantOfWall } from "../../../core/domain/zoned-time.ts";
import { clockText, dateText, zoneName, zonePlace } from "../../ui/time-words.ts";
import { type ClockChange, clockChangeOn, dayBounds } from "./day-axis.ts";
import type { DayGround } from "./day-facts.ts";
import { longDay } from "./day-names.ts";
import holidayClasses from "./holiday.module.css";
import classes from "./hours.module.css";

type Props = {
  readonly days: readonly IsoDate[];
  readonly zone: ZoneId;
  readonly secondZone: ZoneId | null;
  readonly today: IsoDate;
  readonly grounds: ReadonlyMap<IsoDate, DayGround>;
};

const dayName = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", timeZone: "UTC" });

/** The days above their hours: with their holiday or freeze, a change of clocks, and until when it is another day elsewhere. */
export function DayHeads({ days, zone, secondZone, today, grounds }: Props) {
  const noon = instantOfWall(`${days[0] ?? today}T12:00`, zone);
  return (
    <div role="row" className={classes.weekHead}>
      <div role="columnheader" className={classes.zoneHead} title={zone.replaceAll("_", " ")}>
        {zoneName(noon, zone)}
      </div>
      {secondZone !== null && (
        <div role="columnheader" className={classes.zoneHead} data-second="" title={secondZone.replaceAll("_", " ")}>
          {zoneName(noon, secondZone)}
        </div>
      )}
      {days.map((date) => {
        const ground = grounds.get(date);
        const change = clockChangeOn(date, zone);
        const elsewhere = secondZone === null ? null : otherDay(date, zone, secondZone, days.length === 1);
        return (
          <div
            role="columnheader"
            key={date}
            className={classes.weekDayHead}
            data-today={date === today ? "" : undefined}
            aria-label={longDay(date)}
          >
            <span>{days.length === 1 ? longDay(date) : dayName.format(Date.parse(date))}</span>
            {change !== null && <span className={classes.clockChange}>{changeWords(change, days.length === 1)}</span>}
            {ground !== undefined && (
              <span className={holidayClasses.holiday} title={ground.names}>
                {ground.names}
              </span>
            )}
            {elsewhere !== null && <span className={classes.otherDay}>{elsewhere}</span>}
          </div>
        );
      })}
    </div>
  );
}

function changeWords({ kind, fromMinute, toMinute }: ClockChange, isLong: boolean): string {
  const hours = 24 + (kind === "skipped" ? fromMinute - toMinute : toMinute - fromMinute) / 60;
  if (!isLong) return `${hours} hours`;
  return `${hours} hours: the clocks go ${kind === "skipped" ? "forward" : "back"}`;
}

/** Where the second place has another date for part of the day: `New York: Mon 23 Nov until 05:00`. */
function otherDay(date: IsoDate, zone: ZoneId, secondZone: ZoneId, isLong: boolean): string | null {
  const { startAt, endAt } = dayBounds(date, zone);
  const secondMidnight = dayBounds(date, secondZone);
  const place = isLong ? `${zonePlace(secondZone)}: ` : "";
  // The month stands above; `Fri 20 Nov` is too long for a seventh of a screen.
  const dateAt = (at: Instant): string => (isLong ? dateText(at, secondZone) : dateText(at, secondZone).replace(/ \D+$/u, ""));
  if (secondMidnight.startAt > startAt && secondMidnight.startAt < endAt) {
    return `${place}${dateAt(startAt)} until ${clockText(secondMidnight.startAt, zone)}`;
  }
  if (secondMidnight.endAt > startAt && secondMidnight.endAt < endAt) {
    return `${place}${dateAt(endAt - 1)} from ${clockText(secondMidnight.endAt, zone)}`;
  }
  return null;
}
