import type { PromiseCount } from "../../../core/app/today/promise-counts.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { IconAlertTriangle, IconCheck } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { nearText } from "../../ui/relative-words.ts";
import classes from "./beside.module.css";

type Props = { readonly promises: readonly PromiseCount[]; readonly now: Instant; readonly zone: ZoneId };

/** Whether this week's windows keep the notice that was promised. */
export function PromisedNotice({ promises, now, zone }: Props) {
  return (
    <Panel title="Promised notice" detail="this week" content="rows">
      {promises.length === 0 && <p className={classes.sideEmpty}>No window of this week carries a promise.</p>}
      {promises.map((promise) => {
        const isKept = promise.broken === 0;
        const Icon = isKept ? IconCheck : IconAlertTriangle;
        return (
          <div key={promise.label} className={classes.sideRow}>
            <div>
              <p>{promise.label}</p>
              <p className={classes.sideDetail}>{standingWords(promise)}</p>
              {promise.atRiskUntil !== null && (
                <p className={classes.sideDetail}>
                  One ends {nearText(promise.atRiskUntil, now, zone)}: <strong className={classes.warning}>approve before</strong>
                </p>
              )}
            </div>
            <strong className={isKept ? classes.kept : classes.broken}>
              <Icon size={14} stroke={2} aria-hidden="true" />
              {/* Nothing is kept before somebody was told. */}
              {promise.kept + promise.inTime} of {promise.total} {promise.inTime === 0 ? "kept" : "on course"}
            </strong>
          </div>
        );
      })}
    </Panel>
  );
}

/** By when they were really told: `3 told in time, 2 still in time`. */
function standingWords({ kept, inTime, broken }: PromiseCount): string {
  const parts = [
    ...(kept === 0 ? [] : [`${kept} told in time`]),
    ...(inTime === 0 ? [] : [`${inTime} to tell, in time`]),
    ...(broken === 0 ? [] : [`${broken} too late`]),
  ];
  return parts.join(", ");
}
