import { useDeferredValue } from "react";
import { day, type Instant, type ZoneId } from "../../../core/domain/instant.ts";
import { addDays, dateOf, instantOfWall } from "../../../core/domain/zoned-time.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";
import { useDirectory } from "../../api/use-workspace.ts";
import { useNow } from "../../state/now.ts";
import { Empty } from "../../ui/empty.tsx";
import { IconCalendarEvent } from "../../ui/icons.ts";
import { impactTone, impactWords } from "../../ui/impact-mark.tsx";
import { MoreButton } from "../../ui/more-button.tsx";
import { Panel, SectionHeading } from "../../ui/panel.tsx";
import { PlaceLink } from "../../ui/place-link.tsx";
import { clockText, dateText, spanText } from "../../ui/time-words.ts";
import { count } from "../../ui/words.ts";
import { useRowsAtFirst } from "./rows-at-first.ts";
import classes from "./this-week.module.css";

type Props = { readonly windows: readonly WindowSummary[]; readonly zone: ZoneId };
type Day = { readonly from: Instant; readonly to: Instant };

const daysShown = 7;
/** About as many services as are in sight before anyone scrolls. */
const rowsInSight = 4;
/** More are seldom looked at, and each would be drawn, and taken down when the page is left. */
const rowsAtFirst = 8;

/** Seven days by service: what starts, runs on and ends, each window once a day and service. */
export function ThisWeek({ windows, zone }: Props) {
  const now = useNow(60_000);
  const directory = useDirectory();
  const days = daysFrom(now, zone);
  const services = directory?.services ?? [];
  const busy = services.filter(({ id }) => windows.some(({ serviceIds }) => serviceIds.includes(id)));
  const idle = services.length - busy.length;
  // The rows in sight are drawn first, the others right after: Today can be used before all of a busy week is drawn.
  const { holder, shown, showAll } = useRowsAtFirst(busy.length, rowsAtFirst, "tbody tr");
  const isRestDrawn = useDeferredValue(true, false);
  const rows = isRestDrawn ? shown : Math.min(shown, rowsInSight);
  return (
    <section ref={holder} aria-label="This week by service">
      <SectionHeading detail="by service">This week</SectionHeading>
      <Panel>
        {windows.length === 0 ? (
          <Empty
            icon={IconCalendarEvent}
            title="No window within seven days"
            action={<PlaceLink href="/calendar">Open the calendar</PlaceLink>}
          />
        ) : (
          // The page itself never scrolls sideways: on a narrow screen the strip does, within its card.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
          <section className={classes.weekScroll} aria-label="Windows of seven days, by service" tabIndex={0}>
            <table className={classes.week}>
              <thead>
                <tr>
                  <th scope="col">
                    <span className="fw-unseen">Service</span>
                  </th>
                  {days.map(({ from }, index) => (
                    <th key={from} scope="col" data-today={index === 0 || undefined}>
                      {dayName(from, zone)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {busy.slice(0, rows).map((service) => (
                  <tr key={service.id}>
                    <th scope="row">{service.name}</th>
                    {days.map((one, index) => (
                      <td key={one.from} data-today={index === 0 || undefined}>
                        {windows
                          .filter((window) => window.serviceIds.includes(service.id) && isOn(window, one))
                          .map((window) => (
                            <Chip key={window.id} window={window} day={one} zone={zone} />
                          ))}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        {shown < busy.length && (
          <MoreButton ruled className={classes.weekMore} onClick={showAll}>
            Show all {busy.length} services
          </MoreButton>
        )}
        {windows.length > 0 && idle > 0 && (
          <p className={classes.weekFoot}>Nothing planned for {count(idle, "other service")} this week.</p>
        )}
      </Panel>
    </section>
  );
}

function Chip({ window, day: shown, zone }: { readonly window: WindowSummary; readonly day: Day; readonly zone: ZoneId }) {
  const { impact, title, startAt, endAt } = window;
  const word = impactWords[impact];
  const isFirstDay = startAt >= shown.from;
  const time = isFirstDay ? clockText(startAt, zone) : "→";
  // Two elements, with the shape made by the stylesheet: a busy week has hundreds of these.
  return (
    <PlaceLink
      href={`/windows/${window.id}`}
      className={classes.chip}
      data-tone={impactTone(impact)}
      title={`${word}: ${title}, ${spanText(startAt, endAt, zone)}`}
      aria-label={isFirstDay ? `${word}: ${time} ${title}` : `${word}: goes on ${time} ${title}`}
    >
      <span className={classes.chipTime}>{time}</span> <span className={classes.chipTitle}>{title}</span>
    </PlaceLink>
  );
}

function daysFrom(now: Instant, zone: ZoneId): readonly Day[] {
  const today = dateOf(now, zone);
  return Array.from({ length: daysShown }, (_, index) => ({
    from: instantOfWall(`${addDays(today, index)}T00:00`, zone),
    to: instantOfWall(`${addDays(today, index + 1)}T00:00`, zone),
  }));
}

function isOn(window: WindowSummary, { from, to }: Day): boolean {
  return window.startAt < to && window.endAt > from;
}

/** `Fri 20`: the month stands in the bar. Noon, so that a change of clocks at midnight names the right day. */
function dayName(from: Instant, zone: ZoneId): string {
  return dateText(from + day / 2, zone)
    .split(" ")
    .slice(0, 2)
    .join(" ");
}
