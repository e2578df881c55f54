import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { GroupMember, GroupView } from "../../../core/app/groups/group-view.ts";
import type { Window } from "../../../core/domain/window.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconPlus } from "../../ui/icons.ts";
import { OccurrenceQuestions } from "../../ui/occurrence-questions.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SpanText } from "../../ui/time-text.tsx";
import classes from "../../ui/together.module.css";
import { AddPhaseDialog } from "./add-phase-dialog.tsx";

const outcomeWords = { open: "", completed: "completed", rolledBack: "rolled back", cancelled: "cancelled" } as const;
/** How many windows of a series are listed around the one on the page. */
const listed = 8;

/** The other windows of a change or series, what is still to be answered, and a way to add a phase. */
export function GroupPanel({ window, isOpen }: { readonly window: Window; readonly isOpen: boolean }) {
  const [isAdding, setAdding] = useState(false);
  const group = useQuery({ ...trpc.series.ofWindow.queryOptions({ id: window.id }), enabled: window.group !== null });
  const answer = useMutation(trpc.series.answer.mutationOptions());
  const view = group.data ?? null;
  const mayAdd = isOpen && window.group?.kind !== "series";
  if (view === null && !mayAdd) return null;
  return (
    <Panel title={view === null ? "Phases" : titleOf(view, window.id)} detail={view?.kind === "change" ? view.words : ""}>
      {view?.kind === "series" && <p>{sentence(view.words)}</p>}
      {view !== null && (
        <Members members={around(view.members, window.id)} all={view.members.length} currentId={window.id} zone={window.zone} />
      )}
      {view === null && <p className={classes.soft}>This window stands by itself.</p>}
      <div className={classes.foot}>
        <OccurrenceQuestions
          questions={view?.questions ?? []}
          onAnswer={(given) => view !== null && answer.mutate({ id: view.id, answer: given })}
        />
        <ErrorNote error={answer.error ?? group.error} />
        {mayAdd && (
          <div>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
              onClick={() => setAdding(true)}
            >
              Add a phase
            </Button>
          </div>
        )}
      </div>
      {isAdding && <AddPhaseDialog window={window} number={(view?.members.length ?? 1) + 1} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

type MembersProps = {
  readonly members: readonly GroupMember[];
  readonly all: number;
  readonly currentId: string;
  readonly zone: string;
};

function Members({ members, all, currentId, zone }: MembersProps) {
  return (
    <>
      <ol className={classes.members} aria-label="Windows told of together">
        {members.map(({ id, reference, startAt, endAt, outcome }) => (
          <li key={id} data-outcome={outcome} aria-current={id === currentId ? "page" : undefined}>
            <span className={classes.time}>
              <SpanText from={startAt} to={endAt} zone={zone} />
            </span>
            {id === currentId ? <span>{reference}</span> : <Link href={`/windows/${id}`}>{reference}</Link>}
            {outcome !== "open" && <span className={classes.soft}>{outcomeWords[outcome]}</span>}
          </li>
        ))}
      </ol>
      {members.length < all && <p className={classes.soft}>{all - members.length} more, before and after these.</p>}
    </>
  );
}

/** Those next to the window on the page. */
function around(members: readonly GroupMember[], id: string): readonly GroupMember[] {
  const index = members.findIndex((member) => member.id === id);
  const first = Math.max(0, Math.min(index - 1, members.length - listed));
  return members.slice(first, first + listed);
}

function titleOf({ kind, members }: GroupView, id: string): string {
  if (kind === "series") return "Repeats";
  const standing = members.filter(({ outcome }) => outcome !== "cancelled");
  const number = standing.findIndex((member) => member.id === id) + 1;
  return number === 0 ? "Phases" : `Phase ${number} of ${standing.length}`;
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
