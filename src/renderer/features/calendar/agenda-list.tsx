import { IconCalendarEvent, IconSend } from "@tabler/icons-react";
import { useMemo } from "react";
import { Link } from "wouter";
import type { CalendarView } from "../../../core/app/calendar.ts";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { dateOf } from "../../../core/domain/zoned-time.ts";
import { useDirectory } from "../../api/use-workspace.ts";
import { Empty } from "../../ui/empty.tsx";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { clockText, spanText } from "../../ui/time-words.ts";
import { count, stageWords } from "../../ui/words.ts";
import classes from "./calendar.module.css";

type Props = { readonly view: CalendarView; readonly zone: ZoneId; readonly today: IsoDate };

const longDay = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** What comes, day by day: windows and the notices that are due. */
export function AgendaList({ view, zone, today }: Props) {
  const directory = useDirectory();
  const days = useMemo(() => groupByDay(view, zone), [view, zone]);
  const titles = useMemo(() => new Map(view.windows.map(({ id, title }) => [id, title])), [view.windows]);
  if (days.length === 0) {
    return (
      <Empty icon={IconCalendarEvent} title="Nothing is planned in these two months">
        Plan a window with New window, or drag over days in the month.
      </Empty>
    );
  }
  return (
    <div className={classes.agenda}>
      {days.map(({ date, windows, notices }) => (
        <section key={date} aria-label={longDay.format(Date.parse(date))} className={classes.agendaDay}>
          <h3 className={classes.agendaDate} data-today={date === today ? "" : undefined}>
            {longDay.format(Date.parse(date))}
            {date === today && <span> · today</span>}
          </h3>
          <ul className={classes.agendaItems}>
            {windows.map((window) => (
              <li key={window.id}>
                <Link href={`/windows/${window.id}`} className={classes.agendaRow}>
                  <span className={classes.agendaTime}>
                    {spanText(window.startAt, window.endAt, zone).replace(/^[^,]+, /u, "")}
                  </span>
                  <ImpactMark impact={window.impact} />
                  <span className={classes.agendaTitle}>{window.title}</span>
                  <span className={classes.agendaDetail}>
                    {window.serviceIds
                      .map((id) => directory?.services.find((service) => service.id === id)?.name ?? "")
                      .join(", ")}
                  </span>
                </Link>
              </li>
            ))}
            {notices.map((notice) => (
              <li key={notice.id}>
                <Link href={`/notices/${notice.id}`} className={classes.agendaRow} data-kind="notice">
                  <span className={classes.agendaTime}>{clockText(notice.dueAt, zone)}</span>
                  <span className={classes.agendaStage}>
                    <IconSend size={13} stroke={1.75} aria-hidden="true" />
                    {stageWords[notice.stage]}
                  </span>
                  <span className={classes.agendaTitle}>{titles.get(notice.windowId) ?? ""}</span>
                  <span className={classes.agendaDetail}>
                    {directory?.audiences.find(({ id }) => id === notice.audienceId)?.name ?? ""}
                    {notice.state === "approved" ? " · approved" : ""}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className={classes.agendaEnd}>{count(view.windows.length, "window")} in these two months.</p>
    </div>
  );
}

type AgendaDay = {
  readonly date: IsoDate;
  readonly windows: CalendarView["windows"][number][];
  readonly notices: CalendarView["notices"][number][];
};

function groupByDay(view: CalendarView, zone: ZoneId): AgendaDay[] {
  const days = new Map<IsoDate, AgendaDay>();
  const dayOf = (date: IsoDate): AgendaDay => {
    const known = days.get(date) ?? { date, windows: [], notices: [] };
    days.set(date, known);
    return known;
  };
  for (const window of view.windows) dayOf(dateOf(window.startAt, zone)).windows.push(window);
  for (const notice of view.notices) dayOf(dateOf(notice.dueAt, zone)).notices.push(notice);
  for (const { notices } of days.values()) notices.sort((a, b) => a.dueAt - b.dueAt);
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
