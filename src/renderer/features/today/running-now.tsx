import type { RunningWindow } from "../../../core/app/today/today.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { useNow } from "../../state/now.ts";
import { IconCircle } from "../../ui/icons.ts";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { Panel, SectionHeading } from "../../ui/panel.tsx";
import { PlaceLink } from "../../ui/place-link.tsx";
import { nearText, stretchText } from "../../ui/relative-words.ts";
import { RunningActions, reachText } from "../../ui/running-actions.tsx";
import { clockText, zoneName } from "../../ui/time-words.ts";
import { count } from "../../ui/words.ts";
import rowClasses from "./row.module.css";
import classes from "./running-now.module.css";

type Props = { readonly windows: readonly RunningWindow[]; readonly zone: ZoneId };

/** Windows under way, each with its three endings in reach. */
export function RunningNow({ windows, zone }: Props) {
  return (
    <section aria-label="Running now">
      <SectionHeading detail={windows.length}>Running now</SectionHeading>
      {windows.length === 0 ? (
        <Panel>
          <p className={classes.quiet}>
            <IconCircle size={14} stroke={1.75} aria-hidden="true" /> No window is running. It appears here by itself when it
            starts.
          </p>
        </Panel>
      ) : (
        <div className={classes.stack}>
          {windows.map((window) => (
            <RunningCard key={window.id} window={window} zone={zone} />
          ))}
        </div>
      )}
    </section>
  );
}

function RunningCard({ window, zone }: { readonly window: RunningWindow; readonly zone: ZoneId }) {
  const now = useNow(10_000);
  const { startAt, endAt, reach } = window;
  const isOver = now > endAt;
  const share = Math.min(1, Math.max(0, (now - startAt) / (endAt - startAt)));
  return (
    <article className={classes.running} aria-label={window.title}>
      <div className={classes.runningHead}>
        <h3 className={classes.runningTitle}>
          <PlaceLink href={`/windows/${window.id}`} className={rowClasses.quietLink}>
            {window.title}
          </PlaceLink>
        </h3>
        <ImpactMark impact={window.impact} />
        <div className={classes.runningActions}>
          <RunningActions window={window} zone={zone} />
        </div>
      </div>
      <div className={classes.runningBar}>
        <span className="fw-tabular">{nearClock(startAt, now, zone)}</span>
        <progress
          value={share}
          max={1}
          data-over={isOver || undefined}
          aria-label={isOver ? "Running over its planned end" : "Share of the planned time gone by"}
        />
        <span className="fw-tabular">
          {nearClock(endAt, now, zone)} {zoneName(endAt, zone)}
        </span>
      </div>
      <div className={classes.runningFoot}>
        <strong className={isOver ? classes.bad : undefined}>
          {isOver ? `Running over by ${stretchText(now - endAt)}` : `${stretchText(endAt - now)} left`}
        </strong>
        {window.nextProgressAt !== null && window.nextProgressAt > now && (
          <span>Next progress notice {nearText(window.nextProgressAt, now, zone)}</span>
        )}
        <span className={classes.reach}>
          {reach.recipients === 0 ? "Nobody has heard of it yet" : `Completed will tell ${reachText(reach)}`}
          {reach.undecided > 0 && (
            <>
              {" · "}
              <PlaceLink href="/outbox">{count(reach.undecided, "recipient")} undecided</PlaceLink>
            </>
          )}
        </span>
      </div>
    </article>
  );
}

/** The time alone on the same day, with the date otherwise; the zone stands at the end of the bar. */
function nearClock(at: number, now: number, zone: ZoneId): string {
  const near = nearText(at, now, zone);
  return near.startsWith("today ") ? clockText(at, zone) : near.replace(` ${zoneName(at, zone)}`, "");
}
