import { useId } from "react";
import { type UptimeMonth, type UptimePartKind, uptimePartKinds, uptimeParts } from "../../core/domain/uptime/uptime.ts";
import { describeMonth } from "../../core/domain/uptime/uptime-month.ts";
import { describeDowntime, describeUptime } from "../../core/domain/uptime/uptime-text.ts";
import { IconAlertTriangle } from "./icons.ts";
import classes from "./uptime-bar.module.css";
import { UptimePatterns, uptimeFill } from "./uptime-patterns.tsx";

const words: Readonly<Record<UptimePartKind, string>> = {
  unplanned: "Unplanned",
  planned: "Planned, used",
  ahead: "Planned ahead",
  left: "Left",
};

/** One month's allowance as a bar, and beneath it what each part of it is, with its pattern, its word and its amount. */
export function UptimeBar({ month }: { readonly month: UptimeMonth }) {
  const id = useId();
  const { allowance, leftAfterAhead } = month;
  if (allowance === null || leftAfterAhead === null) return null;
  const parts = uptimeParts(month);
  const whole = Math.max(1, allowance, parts.unplanned + parts.planned + parts.ahead);
  let begin = 0;
  return (
    <figure className={classes.figure}>
      <svg className={classes.bar} role="img" aria-label={`${describeMonth(month.month)}: ${describeUptime(month)}`}>
        <UptimePatterns id={id} />
        {uptimePartKinds.map((kind) => {
          const from = begin;
          begin += parts[kind];
          return parts[kind] === 0 ? null : (
            <rect
              key={kind}
              x={`${(100 * from) / whole}%`}
              width={`${(100 * parts[kind]) / whole}%`}
              y="0"
              height="100%"
              className={classes[kind]}
              fill={uptimeFill(id, kind)}
            />
          );
        })}
        {leftAfterAhead < 0 && (
          <line
            className={classes.limit}
            x1={`${(100 * allowance) / whole}%`}
            x2={`${(100 * allowance) / whole}%`}
            y1="0"
            y2="100%"
          />
        )}
      </svg>
      <figcaption>
        <ul className={classes.legend}>
          {uptimePartKinds
            .filter((kind) => kind === "left" || parts[kind] > 0)
            .map((kind) => (
              <li key={kind}>
                <svg className={classes.swatch} width="12" height="12" aria-hidden="true">
                  <UptimePatterns id={`${id}-${kind}`} />
                  <rect width="12" height="12" className={classes[kind]} fill={uptimeFill(`${id}-${kind}`, kind)} />
                </svg>
                {words[kind]} <strong>{describeDowntime(parts[kind])}</strong>
              </li>
            ))}
          {leftAfterAhead < 0 && (
            <li className={classes.over}>
              <IconAlertTriangle size={14} stroke={2} aria-hidden="true" />
              Too much by <strong>{describeDowntime(leftAfterAhead)}</strong>
            </li>
          )}
        </ul>
      </figcaption>
    </figure>
  );
}
