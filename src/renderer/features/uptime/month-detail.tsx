import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { DowntimePart } from "../../../core/app/uptime/uptime.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import type { UptimeMonth } from "../../../core/domain/uptime/uptime.ts";
import { describeMonth } from "../../../core/domain/uptime/uptime-month.ts";
import { describeDowntime, describePercent, describeUptime } from "../../../core/domain/uptime/uptime-text.ts";
import { trpc } from "../../api/trpc.ts";
import { Badge } from "../../ui/badge.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconAlertTriangle } from "../../ui/icons.ts";
import { SpanText } from "../../ui/time-text.tsx";
import { UptimeBar } from "../../ui/uptime-bar.tsx";
import type { OpenOutage } from "./open-outage.ts";
import classes from "./uptime.module.css";

type Props = {
  readonly month: UptimeMonth;
  readonly serviceId: string;
  readonly name: string;
  readonly onOpen: (open: OpenOutage) => void;
};

/** One month in full: where it stands, and every window and outage that took the service down. */
export function MonthDetail({ month, serviceId, name, onOpen }: Props) {
  const answer = useQuery(
    trpc.uptime.month.queryOptions({ serviceId, month: month.month }, { placeholderData: keepPreviousData }),
  );
  const detail = answer.data?.month.month === month.month ? answer.data : undefined;
  const isOver = month.standing === "broken" || month.standing === "wouldBreak";
  return (
    <section className={classes.detail} aria-label={`${describeMonth(month.month)}, ${name}`}>
      <div className={classes.detailHead}>
        <h3 className={classes.detailTitle}>{describeMonth(month.month)}</h3>
        <Button className={classes.noPrint ?? ""} size="xs" variant="default" onClick={() => onOpen({ outage: null, serviceId })}>
          Record an outage
        </Button>
      </div>
      <p className={isOver ? classes.over : undefined} aria-live="polite">
        {isOver && <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />}
        <span>
          {describeUptime(month)}
          {month.availability !== null && ` ${describePercent(month.availability)} up so far.`}
        </span>
      </p>
      <UptimeBar month={month} />
      <ErrorNote error={answer.error} />
      {detail !== undefined &&
        (detail.parts.length === 0 ? (
          <p className={classes.rule}>No outage of it is recorded or planned in this month.</p>
        ) : (
          <Parts parts={detail.parts} zone={detail.service.zone} serviceId={serviceId} onOpen={onOpen} />
        ))}
    </section>
  );
}

function Parts({
  parts,
  zone,
  serviceId,
  onOpen,
}: {
  readonly parts: readonly DowntimePart[];
  readonly zone: ZoneId;
  readonly serviceId: string;
  readonly onOpen: Props["onOpen"];
}) {
  return (
    <ul className={classes.parts} aria-label="What took it down">
      {parts.map((part) => (
        <li key={part.kind === "planned" ? part.windowId : part.outage.id} className={classes.part}>
          <span className={classes.partKind}>
            <Badge tone={part.kind === "planned" ? "accent" : "bad"}>{part.kind === "planned" ? "Planned" : "Unplanned"}</Badge>
          </span>
          <span className={classes.partText}>
            {part.kind === "planned" ? (
              <Link href={`/windows/${part.windowId}`}>{part.title}</Link>
            ) : (
              <span>{part.outage.note === "" ? "No note" : part.outage.note}</span>
            )}
            <span className={classes.partWhen}>
              <SpanText from={part.from} to={part.to} zone={zone} />
              {part.kind === "planned" && ` · ${part.reference}`}
            </span>
          </span>
          <strong className={classes.partLength}>{describeDowntime(part.to - part.from)}</strong>
          {part.kind === "unplanned" && (
            <Button
              className={classes.noPrint ?? ""}
              size="xs"
              variant="default"
              aria-label={`Edit the outage: ${part.outage.note}`}
              onClick={() => onOpen({ outage: part.outage, serviceId })}
            >
              Edit
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
