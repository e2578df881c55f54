import { type KeyboardEvent, useMemo } from "react";
import { Link } from "wouter";
import type { CalendarView } from "../../../core/app/calendar/calendar.ts";
import type { CalendarMarks, NoticeMark, PromiseMark } from "../../../core/app/calendar/calendar-marks.ts";
import type { Instant, IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { dateOf } from "../../../core/domain/zoned-time.ts";
import { useDirectory } from "../../api/use-workspace.ts";
import { conflictWords } from "../../ui/conflict-words.ts";
import { Empty } from "../../ui/empty.tsx";
import { IconCalendarEvent } from "../../ui/icons.ts";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { spanText, timeText } from "../../ui/time-words.ts";
import { count, stageWords } from "../../ui/words.ts";
import classes from "./agenda.module.css";
import { type ChipFacts, useChipFacts } from "./chip-facts.ts";
import { type DayGround, dayGrounds } from "./day-facts.ts";
import { longDay } from "./day-names.ts";
import marksClasses from "./marks.module.css";
import { MarkIcon, markWords } from "./marks.tsx";
import { ChipMarks } from "./window-chip.tsx";

type Props = {
  readonly view: CalendarView;
  /** Read after the windows; null until then. */
  readonly marks: CalendarMarks | null;
  readonly zone: ZoneId;
  readonly today: IsoDate;
};

/** What comes, day by day: windows, notices that are due, and last chances. Up and down go through it, M takes a window to move it. */
export function AgendaList({ view, marks, zone, today }: Props) {
  const days = useMemo(() => groupByDay(view, marks, zone), [view, marks, zone]);
  const grounds = useMemo(() => dayGrounds(view, zone), [view, zone]);
  const chips = useChipFacts(view);
  if (days.length === 0) {
    return (
      <Empty icon={IconCalendarEvent} title="Nothing is planned in these two months">
        Plan a window with New window, or drag over days in the month.
      </Empty>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its rows are links, between which the arrow keys go as Tab does.
    <div className={classes.agenda} onKeyDown={onKeyDown}>
      {days.map(({ date, items }) => (
        <section key={date} aria-label={longDay(date)} className={classes.agendaDay}>
          <h3 className={classes.agendaDate} data-today={date === today ? "" : undefined}>
            {longDay(date)}
            {date === today && <span> · today</span>}
            <Ground ground={grounds.get(date)} />
          </h3>
          <ul className={classes.agendaItems}>
            {items.map((item) => (
              <li key={item.key}>
                {item.kind === "window" && <WindowRow window={item.window} chips={chips} zone={zone} />}
                {item.kind === "notice" && <NoticeRow notice={item.notice} marks={marks} zone={zone} />}
                {item.kind === "promise" && <PromiseRow promise={item.promise} marks={marks} zone={zone} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className={classes.agendaEnd}>{count(view.windows.length, "window")} in these two months.</p>
    </div>
  );
}

function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("a")];
  const next = rows[rows.indexOf(document.activeElement as HTMLElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function Ground({ ground }: { readonly ground: DayGround | undefined }) {
  return ground === undefined ? null : (
    <span className={`${classes.agendaGround} fw-hatched`} data-ground={ground.kind}>
      {ground.names}
    </span>
  );
}

function WindowRow({
  window,
  chips,
  zone,
}: {
  readonly window: CalendarView["windows"][number];
  readonly chips: ChipFacts;
  readonly zone: ZoneId;
}) {
  const directory = useDirectory();
  const names = window.serviceIds.map((id) => directory?.services.find((service) => service.id === id)?.name ?? "");
  const conflicts = chips.conflicts.get(window.id) ?? [];
  const place = chips.phases.get(window.id);
  return (
    <Link
      href={`/windows/${window.id}`}
      className={classes.agendaRow}
      data-window={window.id}
      data-cancelled={window.outcome === "cancelled" ? "" : undefined}
    >
      <span className={classes.agendaTime}>{spanText(window.startAt, window.endAt, zone).replace(/^[^,]+, /u, "")}</span>
      <span>
        <ImpactMark impact={window.impact} />
      </span>
      <span className={classes.agendaTitle}>
        <ChipMarks window={window} chips={chips} />
        {window.title}
      </span>
      <span className={classes.agendaDetail}>
        {conflicts.length > 0 && (
          <span className={classes.agendaConflict}>{conflicts.map((kind) => conflictWords[kind]).join(", ")} · </span>
        )}
        {place !== undefined && `Phase ${place.number} of ${place.of} · `}
        {names.join(", ")}
      </span>
    </Link>
  );
}

type MarkRowProps = { readonly marks: CalendarMarks | null; readonly zone: ZoneId };

function NoticeRow({ notice, marks, zone }: MarkRowProps & { readonly notice: NoticeMark }) {
  const directory = useDirectory();
  return (
    <Link href={`/notices/${notice.id}`} className={classes.agendaRow} data-kind="notice">
      <span className={classes.agendaTime}>{timeText(notice.dueAt, zone, "clock")}</span>
      <span
        className={`${classes.agendaStage} ${marksClasses.standing}`}
        data-mark={notice.standing}
        title={markWords[notice.standing]}
      >
        <MarkIcon kind={notice.standing} size={13} />
        {stageWords[notice.stage]}
      </span>
      <span className={classes.agendaTitle}>{marks?.windows[notice.windowId]?.title ?? ""}</span>
      <span className={classes.agendaDetail}>
        {directory?.audiences.find(({ id }) => id === notice.audienceId)?.name ?? ""} · {standingWords[notice.standing]}
      </span>
    </Link>
  );
}

function PromiseRow({ promise, marks, zone }: MarkRowProps & { readonly promise: PromiseMark }) {
  const kind = promise.isBroken ? "broken" : "promise";
  return (
    <Link href={`/windows/${promise.windowId}`} className={classes.agendaRow} data-kind="notice">
      <span className={classes.agendaTime}>{timeText(promise.at, zone, "clock")}</span>
      <span className={`${classes.agendaStage} ${marksClasses.standing}`} data-mark={kind}>
        <MarkIcon kind={kind} size={13} />
        {promise.isBroken ? "Promise broken" : "Last chance"}
      </span>
      <span className={classes.agendaTitle}>{marks?.windows[promise.windowId]?.title ?? ""}</span>
      <span className={classes.agendaDetail}>
        {promise.isBroken ? "the promised notice can no longer be kept" : "to announce it with the promised notice"}
      </span>
    </Link>
  );
}

const standingWords: Readonly<Record<NoticeMark["standing"], string>> = {
  due: "due, not approved",
  waiting: "waits for approval",
  approved: "approved",
  sent: "sent",
};

type AgendaItem = { readonly key: string; readonly at: Instant } & (
  | { readonly kind: "window"; readonly window: CalendarView["windows"][number] }
  | { readonly kind: "notice"; readonly notice: NoticeMark }
  | { readonly kind: "promise"; readonly promise: PromiseMark }
);

/** Windows, notices and last chances by the day they begin or are due, in the order of time. */
function groupByDay(
  view: CalendarView,
  marks: CalendarMarks | null,
  zone: ZoneId,
): { readonly date: IsoDate; readonly items: AgendaItem[] }[] {
  const items: AgendaItem[] = [
    ...view.windows.map((window): AgendaItem => ({ kind: "window", key: window.id, at: window.startAt, window })),
    ...(marks?.notices ?? []).map((notice): AgendaItem => ({ kind: "notice", key: notice.id, at: notice.dueAt, notice })),
    ...(marks?.promises ?? []).map(
      (promise): AgendaItem => ({ kind: "promise", key: `${promise.windowId} ${promise.at}`, at: promise.at, promise }),
    ),
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
