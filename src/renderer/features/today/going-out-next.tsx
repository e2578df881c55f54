import type { TodayView } from "../../../core/app/today/today.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { Panel } from "../../ui/panel.tsx";
import { PlaceLink } from "../../ui/place-link.tsx";
import { NoticeBadge } from "../../ui/state-badge.tsx";
import { clockText, dateText } from "../../ui/time-words.ts";
import { stageWords } from "../../ui/words.ts";
import classes from "./beside.module.css";

type Props = { readonly items: TodayView["goingOutNext"]; readonly now: Instant; readonly zone: ZoneId };

/** The next notices by time, approved or still drafts. */
export function GoingOutNext({ items, now, zone }: Props) {
  return (
    <Panel title="Going out next" content="rows">
      {items.length === 0 && <p className={classes.sideEmpty}>No notice is due within seven days.</p>}
      {items.map((item) => (
        <PlaceLink key={item.noticeId} href={`/notices/${item.noticeId}`} className={classes.next}>
          <span className={classes.nextText}>
            <span className={classes.nextTitle}>
              <strong className="fw-tabular">{whenText(item.at, now, zone)}</strong> {stageWords[item.stage]}
            </span>
            <span className={classes.sideDetail}>
              <ImpactMark impact={item.impact} compact /> {item.windowTitle} · {item.audienceName}
            </span>
          </span>
          <NoticeBadge state={item.state} />
        </PlaceLink>
      ))}
    </Panel>
  );
}

/** `15:30` today, `Sat 09:00` within the week. */
function whenText(at: Instant, now: Instant, zone: ZoneId): string {
  const clock = clockText(at, zone);
  return dateText(at, zone) === dateText(now, zone) ? clock : `${dateText(at, zone).split(" ", 1)[0] ?? ""} ${clock}`;
}
