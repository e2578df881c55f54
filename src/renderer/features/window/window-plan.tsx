import { Fragment, useState } from "react";
import { Link } from "wouter";
import { wasHeard } from "../../../core/domain/delivery.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import type { Notice } from "../../../core/domain/notice.ts";
import { useNow } from "../../state/now.ts";
import { Empty } from "../../ui/empty.tsx";
import { MoreButton } from "../../ui/more-button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SpanText } from "../../ui/time-text.tsx";
import { count } from "../../ui/words.ts";
import classes from "./plan.module.css";
import { PlanRow } from "./plan-row.tsx";
import type { ShownWindow } from "./shown-window.ts";

type Props = { readonly view: ShownWindow; readonly directory: Directory; readonly zone: ZoneId };

/** Every notice that is owed, in the order of time, with the window itself among them. */
export function WindowPlan({ view, directory, zone }: Props) {
  const now = useNow(60_000);
  const { window, deliveries } = view;
  const [isWhole, setWhole] = useState(false);
  const overtaken = view.notices.filter((notice) => isOvertaken(notice, deliveries)).length;
  const notices = view.notices
    .filter((notice) => isWhole || !isOvertaken(notice, deliveries))
    .toSorted((one, other) => one.dueAt - other.dueAt);
  const open = notices.filter(({ state }) => state.kind === "open").length;
  const firstAfterStart = notices.findIndex(({ dueAt }) => dueAt >= window.start.at);
  const markAt = firstAfterStart === -1 ? notices.length : firstAfterStart;
  return (
    <Panel title="Plan" detail={detail(notices, open)} content="rows">
      {view.notices.length === 0 ? (
        <Empty title="No rule of the matrix asks for a notice" action={<Link href="/matrix">Open the matrix</Link>}>
          Nobody will be told of this window. Add a rule for its change type, or check the conditions of those there are.
        </Empty>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.plan}>
            <thead>
              <tr>
                <th scope="col">Notice</th>
                <th scope="col">Due, and the promised notice</th>
                <th scope="col">State</th>
                <th scope="col" className={classes.end}>
                  <span className="fw-unseen">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {notices.map((notice, index) => (
                <Fragment key={notice.id}>
                  {index === markAt && <WindowMark window={window} />}
                  <PlanRow
                    notice={notice}
                    deliveries={deliveries.filter(({ noticeId }) => noticeId === notice.id)}
                    directory={directory}
                    zone={zone}
                    now={now}
                  />
                </Fragment>
              ))}
              {markAt === notices.length && <WindowMark window={window} />}
            </tbody>
          </table>
        </div>
      )}
      {overtaken > 0 && (
        <MoreButton aria-expanded={isWhole} onClick={() => setWhole((is) => !is)}>
          {isWhole ? "Hide" : "Show"} {count(overtaken, "notice")} overtaken by a change
        </MoreButton>
      )}
    </Panel>
  );
}

function WindowMark({ window }: { readonly window: ShownWindow["window"] }) {
  return (
    <tr className={classes.mark}>
      <td colSpan={4}>
        The window: <SpanText from={window.start.at} to={window.end.at} zone={window.zone} />
      </td>
    </tr>
  );
}

/** Put aside by a change of the window before anything of it left: kept, and out of the way. */
function isOvertaken(notice: Notice, deliveries: ShownWindow["deliveries"]): boolean {
  return (
    notice.state.kind === "superseded" && !deliveries.some((delivery) => delivery.noticeId === notice.id && wasHeard(delivery))
  );
}

function detail(notices: readonly Notice[], open: number): string {
  if (notices.length === 0) return "";
  return open === 0 ? count(notices.length, "notice") : `${count(notices.length, "notice")}, ${open} to review`;
}
