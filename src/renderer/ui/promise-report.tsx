import type { ReactNode } from "react";
import type { Instant, ZoneId } from "../../core/domain/instant.ts";
import type { PromiseGroup } from "../../core/domain/promises/promise-groups.ts";
import { describePromised } from "../../core/domain/rule-words.ts";
import { IconAlertTriangle, IconCheck, IconInfoCircle } from "./icons.ts";
import classes from "./promise-report.module.css";
import { stretchText } from "./relative-words.ts";
import { timeText, zonePlace } from "./time-words.ts";
import { count } from "./words.ts";

type Props = {
  readonly promises: readonly PromiseGroup[];
  /** The first start that would keep all of them; null when all are kept. */
  readonly earliestStart: Instant | null;
  /** The zone the window is planned in. */
  readonly zone: ZoneId;
  /** What can be done about it, such as taking that start. */
  readonly children?: ReactNode;
};

/** Names spelled out before the rest is counted. */
const namesShown = 4;

/** Which promises of notice hold, for whom, by whose calendar, until when; and the earliest start that keeps all. */
export function PromiseReport({ promises, earliestStart, zone, children }: Props) {
  if (promises.length === 0) {
    return (
      <div className={classes.report} data-tone="neutral">
        <IconInfoCircle size={16} stroke={1.75} aria-hidden="true" />
        <p>No rule promises a notice for this window.</p>
      </div>
    );
  }
  const broken = peopleIn(promises.filter(({ standing }) => standing.kind === "broken"));
  const all = peopleIn(promises);
  const isKept = broken === 0;
  const Icon = isKept ? IconCheck : IconAlertTriangle;
  return (
    <section className={classes.report} data-tone={isKept ? "good" : "bad"} aria-label="Promised notice">
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      <div className={classes.content}>
        <p>
          <strong>
            {isKept
              ? `The promised notice is kept for ${all === 1 ? "the one recipient" : `all ${all} recipients`}.`
              : `The promised notice is broken for ${broken} of ${count(all, "recipient")}.`}
          </strong>
          {earliestStart !== null && ` Earliest start that keeps all: ${timeText(earliestStart, zone)}.`}
        </p>
        <ul className={classes.groups}>
          {promises.map((group) => (
            <Group key={`${group.calendar} ${group.zone} ${group.standing.kind} ${group.standing.latest}`} group={group} />
          ))}
        </ul>
        {children}
      </div>
    </section>
  );
}

function Group({ group }: { readonly group: PromiseGroup }) {
  const { who, promised, calendar, standing, zone } = group;
  const shown = who.slice(0, namesShown);
  const rest = who.length - shown.length;
  return (
    <li data-broken={standing.kind === "broken" || undefined}>
      <span className={classes.who}>
        {shown.join(", ")}
        {rest > 0 && ` and ${rest} more`}
      </span>
      <span className={classes.how}>
        {describePromised(promised)}
        {calendar !== "" && ` (${calendar})`}, in {zonePlace(zone)}
      </span>
      <span className={classes.until}>{standingWords(group)}</span>
    </li>
  );
}

function standingWords({ standing, zone, earliestStart }: PromiseGroup): string {
  const latest = timeText(standing.latest, zone);
  switch (standing.kind) {
    case "kept":
      return `kept: told ${timeText(standing.acceptedAt, zone)}, ${stretchText(standing.margin)} before the last chance`;
    case "open":
      return `${standing.isAtRisk ? "at risk, last chance" : "kept, if told by"} ${latest}`;
    case "broken":
      return (
        `broken by ${stretchText(standing.by)}: last chance was ${latest}` +
        `${standing.acceptedAt === null ? "" : `, told ${timeText(standing.acceptedAt, zone)}`}; ` +
        `kept by a start from ${timeText(earliestStart, zone)}`
      );
  }
}

function peopleIn(groups: readonly PromiseGroup[]): number {
  return new Set(groups.flatMap(({ who }) => who)).size;
}
