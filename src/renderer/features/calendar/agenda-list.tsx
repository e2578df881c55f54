import { IconCalendarEvent, IconSend } from "@tabler/icons-react";
import { useMemo } from "react";
import { Link } from "wouter";
import type { CalendarView } from "../../../core/app/calendar.ts";
import type { Instant, IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { dateOf } from "../../../core/domain/zoned-time.ts";
import { useDirectory } from "../../api/use-workspace.ts";
import { Empty } from "../../ui/empty.tsx";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { spanText, timeText } from "../../ui/time-words.ts";
import { count, stageWords } from "../../ui/words.ts";
import classes from "./calendar.module.css";
import { longDay } from "./day-names.ts";

type Props = { readonly view: CalendarView; readonly zone: ZoneId; readonly today: IsoDate };

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
      {days.map(({ date, items }) => (
        <section key={date} aria-label={longDay(date)} className={classes.agendaDay}>
          <h3 className={classes.agendaDate} data-today={date === today ? "" : undefined}>
            {longDay(date)}
            {date === today && <span> · today</span>}
          </h3>
          <ul className={classes.agendaItems}>
            {items.map((item) =>
              item.kind === "window" ? (
                <li key={item.window.id}>
                  <Link href={`/windows/${item.window.id}`} className={classes.agendaRow}>
                    <span className={classes.agendaTime}>
                      {spanText(item.window.startAt, item.window.endAt, zone).replace(/^[^,]+, /u, "")}
                    </span>
                    <span>
                      <ImpactMark impact={item.window.impact} />
                    </span>
                    <span className={classes.agendaTitle}>{item.window.title}</span>
                    <span className={classes.agendaDetail}>
                      {item.window.serviceIds
                        .map((id) => directory?.services.find((service) => service.id === id)?.name ?? "")
                        .join(", ")}
                    </span>
                  </Link>
                </li>
              ) : (
                <li key={item.notice.id}>
                  <Link href={`/notices/${item.notice.id}`} className={classes.agendaRow} data-kind="notice">
                    <span className={classes.agendaTime}>{timeText(item.notice.dueAt, zone, "clock")}</span>
                    <span className={classes.agendaStage}>
                      <IconSend size={13} stroke={1.75} aria-hidden="true" />
                      {stageWords[item.notice.stage]}
                    </span>
                    <span className={classes.agendaTitle}>{titles.get(item.notice.windowId) ?? ""}</span>
                    <span className={classes.agendaDetail}>
                      {directory?.audiences.find(({ id }) => id === item.notice.audienceId)?.name ?? ""}
                      {item.notice.state === "approved" ? " · approved" : ""}
                    </span>
                  </Link>
                </li>
              ),
            )}
          </ul>
        </section>
      ))}
      <p className={classes.agendaEnd}>{count(view.windows.length, "window")} in these two months.</p>
    </div>
  );
}

type AgendaItem =
  | { readonly kind: "window"; readonly at: Instant; readonly window: CalendarView["windows"][number] }
  | { readonly kind: "notice"; readonly at: Instant; readonly notice: CalendarView["notices"][number] };

/** Windows and notices by the day they begin or are due, in the order of time. */
function groupByDay(view: CalendarView, zone: ZoneId): { readonly date: IsoDate; readonly items: AgendaItem[] }[] {
  const items: AgendaItem[] = [
    ...view.windows.map((window) => ({ kind: "window" as const, at: window.startAt, window })),
    ...view.notices.map((notice) => ({ kind: "notice" as const, at: notice.dueAt, notice })),
  ].sort((a, b) => a.at - b.at);
  const days = new Map<IsoDate, AgendaItem[]>();
  for (const item of items) {
    const date = dateOf(item.at, zone);
    const known = days.get(date);
    if (known === undefined) days.set(date, [item]);
    else known.push(item);
  }
  return [...days].map(([date, dayItems]) => ({ date, items: dayItems }));
}
