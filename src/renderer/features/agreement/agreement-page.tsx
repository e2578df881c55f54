import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { AgreementView } from "../../../core/app/connections/counterparts.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { useCoordinatorZone } from "../../api/use-workspace.ts";
import { CounterpartRow } from "../../ui/counterpart/counterpart-row.tsx";
import { apartFrom, apartText, disagreementText } from "../../ui/counterpart/counterpart-words.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconCheck, IconPlugConnected } from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SpanText } from "../../ui/time-text.tsx";
import { count } from "../../ui/words.ts";
import classes from "./agreement.module.css";

/** Every window that is kept in other systems, beside what they hold and what its readers were told; what disagrees first. */
export function AgreementPage() {
  const zone = useCoordinatorZone();
  const answer = useQuery(trpc.counterparts.agreement.queryOptions());
  const views = answer.data;
  const apart = apartFrom(views ?? []);
  const apartWords = apartText(apart);
  const first = [...new Set([...apart.disagreeing, ...apart.stuck])];
  const agreeing = views?.filter((view) => !first.includes(view)) ?? [];
  return (
    <Page title="Agreement" detail="Windows beside what other systems hold and what was said">
      <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />
      {views === undefined && answer.error === null && <Loading what="Comparing" />}
      {views?.length === 0 && (
        <Empty
          icon={IconPlugConnected}
          title="No window is kept in another system yet"
          action={<Link href="/settings?part=connections">Connect a system</Link>}
        >
          Connect a system, open a window, and choose where else to keep it. Here you see whether they all say the same.
        </Empty>
      )}
      {views !== undefined && views.length > 0 && (
        <div className={classes.page}>
          <p className={classes.sum} data-tone={apartWords === null ? "good" : "bad"} role="status">
            {apartWords ?? (
              <>
                <IconCheck size={16} stroke={2} aria-hidden="true" />
                All {count(views.length, "window says", "windows say")} the same everywhere, as far as was heard.
              </>
            )}
          </p>
          {[...first, ...agreeing].map((view) => (
            <OneWindow key={view.windowId} view={view} zone={zone} />
          ))}
        </div>
      )}
    </Page>
  );
}

function OneWindow({ view, zone }: { readonly view: AgreementView; readonly zone: ZoneId }) {
  const { windowId, title, reference, startAt, endAt, counterparts, disagreements } = view;
  return (
    <Panel
      title={<Link href={`/windows/${windowId}`}>{title}</Link>}
      detail={
        <>
          {reference} · <SpanText from={startAt} to={endAt} zone={zone} />
        </>
      }
      content="rows"
    >
      {disagreements
        .filter(({ of }) => of.kind === "said")
        .map((disagreement) => (
          <p key={`${disagreement.about} ${disagreement.says}`} className={classes.said}>
            {disagreementText(disagreement, zone)}
          </p>
        ))}
      {counterparts.map((counterpart) => (
        <CounterpartRow
          key={counterpart.id}
          counterpart={counterpart}
          disagreements={disagreements.filter(({ of }) => of.kind === "counterpart" && of.id === counterpart.id)}
          zone={zone}
        />
      ))}
    </Panel>
  );
}
