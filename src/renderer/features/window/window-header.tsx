import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { Directory } from "../../../core/domain/directory.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { useNow } from "../../state/now.ts";
import { IconArrowsMove, IconPencil } from "../../ui/icons.ts";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { awayText, stretchText } from "../../ui/relative-words.ts";
import { RunningActions, reachText } from "../../ui/running-actions.tsx";
import { SaveCalendarButton } from "../../ui/save-calendar-button.tsx";
import { PhaseBadge } from "../../ui/state-badge.tsx";
import { SpanText } from "../../ui/time-text.tsx";
import { lengthText, spanText } from "../../ui/time-words.ts";
import { CancelButton } from "./cancel-button.tsx";
import type { ShownWindow } from "./shown-window.ts";
import classes from "./window-page.module.css";

type Props = { readonly view: ShownWindow; readonly directory: Directory; readonly zone: ZoneId; readonly onMove: () => void };

/** What the window is, when it is, and what can be done with it now. */
export function WindowHeader({ view, directory, zone, onMove }: Props) {
  const { window, phase } = view;
  const names = window.serviceIds.map(
    (id) => directory.services.find((service) => service.id === id)?.name ?? "a removed service",
  );
  const former = window.formerTimes.at(-1);
  return (
    <header className={classes.header}>
      <div className={classes.headline}>
        <p className={classes.marks}>
          <ImpactMark impact={window.impact} />
          <PhaseBadge phase={phase} />
          <span className={classes.kind}>
            {directory.changeTypes.find(({ id }) => id === window.changeTypeId)?.name ?? "Removed change type"} ·{" "}
            {names.join(", ")}
          </span>
        </p>
        <p className={classes.when}>
          {former !== undefined && (
            <s className={classes.former} title={`The time until it was ${former.by}`}>
              <SpanText from={former.start.at} to={former.end.at} zone={window.zone} />
            </s>
          )}
          <strong>
            <SpanText from={window.start.at} to={window.end.at} zone={window.zone} />
          </strong>
          {spanText(window.start.at, window.end.at, zone) !== spanText(window.start.at, window.end.at, window.zone) && (
            <span className={classes.second}>
              <SpanText from={window.start.at} to={window.end.at} zone={zone} /> for you
            </span>
          )}
          <Standing view={view} />
        </p>
      </div>
      <Actions view={view} zone={zone} onMove={onMove} />
    </header>
  );
}

/** How far off, how long, or how it ended. */
function Standing({ view }: { readonly view: ShownWindow }) {
  const now = useNow(60_000);
  const { window, phase, reach } = view;
  const length = lengthText((window.end.at - window.start.at) / 60_000);
  switch (phase) {
    case "upcoming":
      return (
        <span className={classes.second}>
          {length}, starts {awayText(window.start.at, now)}
        </span>
      );
    case "running":
      return (
        <span className={now > window.end.at ? classes.over : classes.second}>
          {now > window.end.at
            ? `running over by ${stretchText(now - window.end.at)}`
            : `${stretchText(window.end.at - now)} left`}
          {" · "}
          {reach.recipients === 0 ? "nobody has heard of it yet" : `Completed will tell ${reachText(reach)}`}
        </span>
      );
    default:
      return "note" in window.outcome && window.outcome.note !== "" ? (
        <span className={classes.second}>{window.outcome.note}</span>
      ) : null;
  }
}

function Actions({ view, zone, onMove }: Omit<Props, "directory">) {
  const { window, phase, reach } = view;
  const isOpen = phase === "upcoming" || phase === "running";
  return (
    <div className={classes.actions}>
      {isOpen && (
        <Button
          variant="default"
          component={Link}
          href={`/windows/${window.id}/edit`}
          leftSection={<IconPencil size={16} stroke={1.75} aria-hidden="true" />}
        >
          Edit
        </Button>
      )}
      {phase === "upcoming" && (
        <>
          <Button variant="default" leftSection={<IconArrowsMove size={16} stroke={1.75} aria-hidden="true" />} onClick={onMove}>
            Move…
          </Button>
          <CancelButton view={view} />
        </>
      )}
      <SaveCalendarButton ids={[window.id]} />
      {phase === "running" && (
        <RunningActions window={{ id: window.id, title: window.title, endAt: window.end.at, reach }} zone={zone} />
      )}
    </div>
  );
}
