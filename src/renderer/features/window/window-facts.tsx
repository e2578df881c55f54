import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Directory } from "../../../core/domain/directory.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { missingFacts } from "../../../core/domain/missing-facts.ts";
import { reasonAsClause } from "../../../core/domain/short-notice.ts";
import type { Window } from "../../../core/domain/window.ts";
import { Badge } from "../../ui/badge.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { impactWords } from "../../ui/impact-mark.tsx";
import { OpenExternal } from "../../ui/open-external.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SpanText, TimeText } from "../../ui/time-text.tsx";
import { lengthText } from "../../ui/time-words.ts";
import classes from "./window-page.module.css";

type Props = { readonly window: Window; readonly directory: Directory; readonly zone: ZoneId };

/** What the coordinator stated about the window; what every notice needs and is not stated says so. */
export function WindowFacts({ window, directory, zone }: Props) {
  const missing = new Set<string>(missingFacts(window).map(({ field }) => field));
  const stated = (field: string, words: ReactNode, unsaid = "Not stated"): ReactNode => {
    if (words !== "" && words !== null) return words;
    if (!missing.has(field)) return <span className={classes.none}>{unsaid}</span>;
    return (
      <Link href={`/windows/${window.id}/edit`}>
        <Badge tone="warning">Missing: every notice needs it</Badge>
      </Link>
    );
  };
  const downtime = window.expectedDowntimeMinutes;
  return (
    <Panel title="Facts">
      <FactList
        facts={[
          ["Impact", impactWords[window.impact]],
          ["Downtime", downtime === null ? stated("expectedDowntimeMinutes", "", "None") : `up to ${lengthText(downtime)}`],
          ["Customers", window.customersAffected ? "Affected" : "Not affected"],
          ["Services", serviceNames(window, directory)],
          ["Reason", stated("reason", window.reason)],
          ["Readers notice", stated("effect", window.effect)],
          ...told("Goes on", window.goesOn),
          ["Readers do", window.toDo === "" ? "Nothing" : window.toDo],
          ...(window.toDoBy ? [["By", <TimeText key="by" at={window.toDoBy.at} zone={zone} />] as const] : []),
          ...told("Done and left", window.progress),
          ...told("Afterwards", window.afterwards),
          ...told("Then they do", window.toDoAfter),
          ["Rollback plan", stated("rollbackPlan", window.rollbackPlan)],
          ["Lead", stated("lead", window.lead)],
          [
            "Engineers",
            window.engineers.length === 0 ? (
              <span key="engineers" className={classes.none}>
                None named
              </span>
            ) : (
              window.engineers.join(", ")
            ),
          ],
          ["Comms owner", stated("communicationOwner", window.communicationOwner)],
          ...(window.shortNotice === null
            ? []
            : [
                ["Shorter notice", `because ${reasonAsClause(window.shortNotice)}`] as const,
                ["Agreed by", window.shortNotice.approver === "" ? "Not stated" : window.shortNotice.approver] as const,
              ]),
          ["References", <References key="references" window={window} />],
          ["Planned in", window.zone.replaceAll("_", " ")],
          ["Created", <TimeText key="created" at={window.createdAt} zone={zone} />],
        ]}
      />
      {window.formerTimes.length > 0 && (
        <>
          <h3 className={classes.subtitle}>Former times</h3>
          <ul className={classes.formerTimes}>
            {window.formerTimes.map((former) => (
              <li key={former.replacedAt}>
                <s>
                  <SpanText from={former.start.at} to={former.end.at} zone={window.zone} />
                </s>
                <span>
                  {former.by} <TimeText at={former.replacedAt} zone={zone} />
                  {former.why === "" ? "" : `: ${former.why}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

/** A line for what was stated; what was not is told as “none”, and needs no line. */
function told(label: string, words: string | undefined): readonly (readonly [string, ReactNode])[] {
  return words === undefined || words === "" ? [] : [[label, words]];
}

function serviceNames(window: Window, directory: Directory): string {
  return window.serviceIds
    .map((id) => {
      const service = directory.services.find((candidate) => candidate.id === id);
      if (service === undefined) return "a removed service";
      return service.environment === "" ? service.name : `${service.name} (${service.environment})`;
    })
    .join(", ");
}

function References({ window }: { readonly window: Window }) {
  if (window.references.length === 0) return <span className={classes.none}>None</span>;
  return (
    <ul className={classes.references}>
      {window.references.map(({ label, url }) => (
        <li key={`${label} ${url}`}>{url === null ? label : <OpenExternal url={url}>{label}</OpenExternal>}</li>
      ))}
    </ul>
  );
}
