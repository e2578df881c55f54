import { useQuery } from "@tanstack/react-query";
import type { WindowInConflict } from "../../../core/app/today/today.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { ConflictText } from "../../ui/conflict-list.tsx";
import { conflictIcons, conflictWords } from "../../ui/conflict-words.ts";
import { MoreButton } from "../../ui/more-button.tsx";
import { Panel, SectionHeading } from "../../ui/panel.tsx";
import { ButtonLink } from "../../ui/plain-button.tsx";
import { SpanText } from "../../ui/time-text.tsx";
import classes from "./row.module.css";
import { Row } from "./row.tsx";
import { useRowsAtFirst } from "./rows-at-first.ts";

const rowsAtFirst = 3;

/** Windows of the next two weeks with something against their time, a line each; nothing when there are none. */
export function InConflict({ zone }: { readonly zone: ZoneId }) {
  const found = useQuery(trpc.today.conflicts.queryOptions());
  return <ConflictRows conflicts={found.data ?? []} zone={zone} />;
}

function ConflictRows({ conflicts, zone }: { readonly conflicts: readonly WindowInConflict[]; readonly zone: ZoneId }) {
  const { holder, shown, showAll } = useRowsAtFirst(conflicts.length, rowsAtFirst, `.${classes.row}`);
  if (conflicts.length === 0) return null;
  return (
    <section ref={holder} aria-label="In conflict">
      <SectionHeading detail={conflicts.length}>In conflict, next two weeks</SectionHeading>
      <Panel content="rows">
        {conflicts.slice(0, shown).map((one) => (
          <ConflictRow key={one.window.id} conflicts={one.conflicts} window={one.window} zone={zone} />
        ))}
        {shown < conflicts.length && <MoreButton onClick={showAll}>Show all {conflicts.length}</MoreButton>}
      </Panel>
    </section>
  );
}

function ConflictRow({ window, conflicts, zone }: WindowInConflict & { readonly zone: ZoneId }) {
  const [first] = conflicts.conflicts;
  if (first === undefined) return null;
  const Icon = conflictIcons[first.kind];
  const others = conflicts.count - 1;
  return (
    <Row
      icon={Icon}
      title={
        <>
          {window.title}, <SpanText from={window.startAt} to={window.endAt} zone={zone} />
        </>
      }
      detail={
        <>
          {conflictWords[first.kind]}: <ConflictText conflict={first} zone={zone} />
          {others > 0 && ` · and ${others} more`}
        </>
      }
      end={
        <ButtonLink size="xs" href={`/windows/${window.id}`}>
          Open
        </ButtonLink>
      }
    />
  );
}
