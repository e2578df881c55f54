// biome-ignore-all lint/a11y/useSemanticElements: part of an ARIA grid, whose roles go on any element.
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern the cells take the focus, not their rows and headings.
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { clockText, zonePlace } from "../../ui/time-words.ts";
import type { TimelineRows } from "./calendar-address.ts";
import shared from "./timeline.module.css";
import classes from "./timeline-head.module.css";
import type { TimelineScale } from "./timeline-scale.ts";

type Props = {
  readonly scale: TimelineScale;
  readonly zone: ZoneId;
  readonly secondZone: ZoneId | null;
  readonly now: Instant;
  readonly by: TimelineRows;
};

/** Months over days, or days over hours; hours also by the second place's clocks. */
export function TimelineHead({ scale, zone, secondZone, now, by }: Props) {
  const { from, to, heads, ticks } = scale;
  const left = (at: Instant): string => `${((at - from) / (to - from)) * 100}%`;
  const hasSecond = ticks.some(({ second }) => second !== "");
  return (
    <div role="row" aria-rowindex={1} className={classes.head}>
      <div role="columnheader" className={shared.names}>
        <span>{by === "service" ? "Service" : "Customer"}</span>
        <span className={classes.zones}>
          {zonePlace(zone)}
          {hasSecond && secondZone !== null && ` · ${zonePlace(secondZone)}`}
        </span>
      </div>
      <div
        role="columnheader"
        aria-label={heads.map(({ label }) => label).join(", ")}
        className={classes.scale}
        data-second={hasSecond ? "" : undefined}
      >
        {heads.map(({ at, label }, index) => (
          <span
            key={at}
            className={classes.headLabel}
            style={{ left: left(at), width: `${(((heads[index + 1]?.at ?? to) - at) / (to - from)) * 100}%` }}
          >
            {label}
          </span>
        ))}
        {ticks.map(({ at, label, second, isRest }, index) => (
          <span
            key={at}
            className={classes.tickLabel}
            data-rest={isRest ? "" : undefined}
            style={{ left: left(at), width: `${(((ticks[index + 1]?.at ?? to) - at) / (to - from)) * 100}%` }}
          >
            {label}
            {second !== "" && <span className={classes.second}>{second}</span>}
          </span>
        ))}
        {now >= from && now < to && (
          <span className={classes.nowFlag} style={{ left: left(now) }}>
            {clockText(now, zone)}
          </span>
        )}
      </div>
    </div>
  );
}
