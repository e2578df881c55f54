import { useId } from "react";
import { type UptimeMonth, uptimePartKinds, uptimeParts } from "../../../core/domain/uptime/uptime.ts";
import { describeMonth, type Month, monthName } from "../../../core/domain/uptime/uptime-month.ts";
import { describePercent, describeUptime } from "../../../core/domain/uptime/uptime-text.ts";
import { IconAlertTriangle } from "../../ui/icons.ts";
import barClasses from "../../ui/uptime-bar.module.css";
import { UptimePatterns, uptimeFill } from "../../ui/uptime-patterns.tsx";
import classes from "./uptime.module.css";

type Props = {
  readonly name: string;
  readonly months: readonly UptimeMonth[];
  readonly now: Month;
  readonly chosen: Month;
  readonly onChoose: (month: Month) => void;
};

/** How high a bar is drawn, in pixels; what is beyond twice the allowance is cut off, and said to be too much. */
const height = 56;

/** A bar a month: what was used of the allowance from below, the allowance as its frame. Each is a button for its detail. */
export function MonthBars({ name, months, now, chosen, onChoose }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={classes.scroll} tabIndex={0} aria-label={`Months of ${name}`}>
      <ul className={classes.months}>
        {months.map((month, index) => (
          <li key={month.month}>
            <button
              type="button"
              className={classes.month}
              aria-pressed={month.month === chosen}
              aria-current={month.month === now ? "date" : undefined}
              onClick={() => onChoose(month.month)}
            >
              <span className="fw-unseen">{`${describeMonth(month.month)}: ${describeUptime(month)}`}</span>
              <Bar month={month} />
              <span className={classes.monthName} aria-hidden="true">
                {monthName(month.month).slice(0, 3)}
                {(index === 0 || month.month.endsWith("-01")) && <small> {month.month.slice(0, 4)}</small>}
              </span>
              <span className={classes.monthWord} aria-hidden="true" data-standing={month.standing}>
                <MonthWord month={month} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MonthWord({ month }: { readonly month: UptimeMonth }) {
  if (month.standing === "broken" || month.standing === "wouldBreak") {
    return (
      <>
        <IconAlertTriangle size={12} stroke={2.2} aria-hidden="true" /> {month.standing === "broken" ? "broken" : "too much"}
      </>
    );
  }
  return month.availability === null ? "ahead" : describePercent(month.availability);
}

function Bar({ month }: { readonly month: UptimeMonth }) {
  const id = useId();
  const parts = uptimeParts(month);
  // The frame is the allowance: half the height where more than it was used, so that the rest stands out above.
  const allowance = Math.max(1, month.allowance ?? 0);
  const isOver = (month.leftAfterAhead ?? 0) < 0;
  const frame = isOver ? height / 2 : height;
  let top = height;
  return (
    <svg width="28" height={height} aria-hidden="true" className={classes.column}>
      <UptimePatterns id={id} />
      <rect x="0.5" y={height - frame + 0.5} width="27" height={frame - 1} className={classes.frame} />
      {uptimePartKinds.map((kind) => {
        if (kind === "left" || parts[kind] === 0) return null;
        const part = Math.min(top, Math.max(2, (parts[kind] / allowance) * frame));
        top -= part;
        return (
          <rect key={kind} x="2" width="24" y={top} height={part} className={barClasses[kind]} fill={uptimeFill(id, kind)} />
        );
      })}
      {isOver && <line x1="0" x2="28" y1={height - frame} y2={height - frame} className={barClasses.limit} />}
    </svg>
  );
}
