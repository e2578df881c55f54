import type { UptimeMonth, UptimeStanding } from "../../../core/domain/uptime/uptime.ts";
import { describeMonth } from "../../../core/domain/uptime/uptime-month.ts";
import { describeDowntime, describePercent } from "../../../core/domain/uptime/uptime-text.ts";
import classes from "./uptime.module.css";

const standings: Readonly<Record<UptimeStanding, string>> = {
  none: "None promised",
  kept: "Kept",
  wouldBreak: "Would be broken",
  broken: "Broken",
};

/** The same months in numbers, for whoever reads tables better than bars. */
export function MonthTable({ name, months }: { readonly name: string; readonly months: readonly UptimeMonth[] }) {
  return (
    <details className={classes.asTable}>
      <summary>All months as a table</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className={classes.scroll} tabIndex={0} aria-label={`Months of ${name} in numbers`}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Allowed</th>
              <th scope="col">Unplanned</th>
              <th scope="col">Planned</th>
              <th scope="col">Planned ahead</th>
              <th scope="col">Left</th>
              <th scope="col">After what is planned</th>
              <th scope="col">Up so far</th>
              <th scope="col">Promise</th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.month}>
                <th scope="row">{describeMonth(month.month)}</th>
                <td>{describeDowntime(month.allowance ?? 0)}</td>
                <td>{describeDowntime(month.unplanned)}</td>
                <td>{describeDowntime(month.planned)}</td>
                <td>{describeDowntime(month.ahead)}</td>
                <td>{leftText(month.left)}</td>
                <td>{leftText(month.leftAfterAhead)}</td>
                <td>{month.availability === null ? "not yet" : describePercent(month.availability)}</td>
                <td>{standings[month.standing]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function leftText(left: number | null): string {
  if (left === null) return "";
  return left < 0 ? `${describeDowntime(left)} too much` : describeDowntime(left);
}
