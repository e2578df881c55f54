import { IconCircleCheck } from "@tabler/icons-react";
import type { TodayView } from "../../../core/app/today.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { useNow } from "../../state/now.ts";
import { Empty } from "../../ui/empty.tsx";
import { Panel, SectionHeading } from "../../ui/panel.tsx";
import { awayText } from "../../ui/relative-words.ts";
import { DecisionRow } from "./decision-row.tsx";
import { ToDoRow } from "./to-do-row.tsx";
import { WaitingNoticeRow } from "./waiting-notice-row.tsx";

type Props = { readonly view: TodayView; readonly zone: ZoneId };

const aMinute = 60_000;

/** Everything that waits for a person, the gravest first: doubtful deliveries, overdue notices, things to do, due notices. */
export function NeedsYou({ view, zone }: Props) {
  const now = useNow(aMinute);
  const overdue = view.notices.filter(({ dueAt }) => dueAt <= now);
  const due = view.notices.filter(({ dueAt }) => dueAt > now);
  const total = view.decisions.length + view.toDo.length + view.notices.length;
  const next = view.goingOutNext[0];
  return (
    <section aria-label="Needs you">
      <SectionHeading detail={total}>Needs you</SectionHeading>
      <Panel content="rows">
        {view.decisions.map((delivery) => (
          <DecisionRow key={delivery.id} delivery={delivery} zone={zone} />
        ))}
        {overdue.map((notice, index) => (
          <WaitingNoticeRow key={notice.id} notice={notice} zone={zone} now={now} isFirst={index === 0} />
        ))}
        {view.toDo.map((delivery) => (
          <ToDoRow key={delivery.id} delivery={delivery} zone={zone} />
        ))}
        {due.map((notice, index) => (
          <WaitingNoticeRow key={notice.id} notice={notice} zone={zone} now={now} isFirst={index === 0 && overdue.length === 0} />
        ))}
        {total === 0 && (
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
