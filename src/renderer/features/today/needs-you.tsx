import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { TodayView, WaitingNotice } from "../../../core/app/today/today.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { useNow } from "../../state/now.ts";
import { Empty } from "../../ui/empty.tsx";
import { IconCircleCheck } from "../../ui/icons.ts";
import { MoreButton } from "../../ui/more-button.tsx";
import { Panel, SectionHeading } from "../../ui/panel.tsx";
import { awayText } from "../../ui/relative-words.ts";
import { count } from "../../ui/words.ts";
import { DecisionRow } from "./decision-row.tsx";
import { apartElsewhere, ElsewhereRow } from "./elsewhere-row.tsx";
import { LapsedRow } from "./lapsed-row.tsx";
import { ProposalRow } from "./proposal-row.tsx";
import classes from "./row.module.css";
import { useRowsAtFirst } from "./rows-at-first.ts";
import { SeriesQuestionRow } from "./series-question-row.tsx";
import { ToDoRow } from "./to-do-row.tsx";
import { WaitingNoticeRow } from "./waiting-notice-row.tsx";

type Props = { readonly view: TodayView; readonly zone: ZoneId };

const aMinute = 60_000;
/** More than this would push what runs out of sight. */
const rowsAtFirst = 5;

/**
 * Everything that waits for a person, the gravest first: doubtful deliveries, other systems that disagree, overdue notices,
 * things to do, due notices, proposals, dates that clocks skip or repeat.
 */
export function NeedsYou({ view, zone }: Props) {
  const now = useNow(aMinute);
  // Asked apart: it is no part of what needs one first.
  const asked = useQuery(trpc.series.asked.queryOptions());
  const elsewhere = apartElsewhere(useQuery(trpc.counterparts.agreement.queryOptions()).data ?? []);
  const overdue = view.notices.filter(({ dueAt }) => dueAt <= now);
  const due = view.notices.filter(({ dueAt }) => dueAt > now);
  const next = view.goingOutNext[0];
  const noticeRow = (notice: WaitingNotice, index: number, isUrgent: boolean): ReactElement => (
    <WaitingNoticeRow
      key={notice.id}
      notice={notice}
      zone={zone}
      now={now}
      isFirst={index === 0 && (isUrgent || overdue.length === 0)}
    />
  );
  const rows = [
    ...(view.lapsed === null ? [] : [<LapsedRow key="lapsed" lapsed={view.lapsed} now={now} zone={zone} />]),
    ...view.decisions.map((delivery) => <DecisionRow key={delivery.id} delivery={delivery} zone={zone} />),
    ...(elsewhere === null ? [] : [<ElsewhereRow key="elsewhere" apart={elsewhere} />]),
    ...overdue.map((notice, index) => noticeRow(notice, index, true)),
    ...view.toDo.map((delivery) => <ToDoRow key={delivery.id} delivery={delivery} zone={zone} />),
    ...due.map((notice, index) => noticeRow(notice, index, false)),
    ...view.proposals.map((proposal) => <ProposalRow key={proposal.id} proposal={proposal} zone={zone} />),
    ...(asked.data ?? []).map((one) => <SeriesQuestionRow key={`${one.windowId} ${one.occurrence}`} asked={one} />),
  ];
  const { holder, shown, showAll } = useRowsAtFirst(rows.length, rowsAtFirst, `.${classes.row}`);
  return (
    <section ref={holder} aria-label="Needs you">
      <SectionHeading detail={rows.length + view.beyond}>Needs you</SectionHeading>
      <Panel content="rows">
        {rows.slice(0, shown)}
        {shown < rows.length && (
          <MoreButton onClick={showAll}>
            {view.beyond === 0 ? `Show all ${rows.length}` : `Show ${rows.length} of ${rows.length + view.beyond}`}
          </MoreButton>
        )}
        {shown === rows.length && view.beyond > 0 && (
          <p className={classes.beyond}>And {count(view.beyond, "more", "more")}. They come up here as these are done.</p>
        )}
        {rows.length === 0 && (
          <Empty icon={IconCircleCheck} title="Nothing needs you now">
            {next === undefined
              ? "No notice is due within a week."
              : `The next notice is due ${awayText(next.at, now)}. It will be listed here a day before.`}
          </Empty>
        )}
      </Panel>
    </section>
  );
}
