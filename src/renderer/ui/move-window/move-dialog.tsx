import "../../theme/form-styles.ts";
import { Alert, Button, Modal, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import type { OccurrenceAnswer } from "../../../core/domain/recurrence/occurrences.ts";
import { wallInputOf } from "../../../core/domain/wall-input.ts";
import type { ShortNotice, Window } from "../../../core/domain/window.ts";
import { trpc } from "../../api/trpc.ts";
import { useDirectory } from "../../api/use-workspace.ts";
import { useTold } from "../../state/told.ts";
import { ErrorNote } from "../error-note.tsx";
import { Loading } from "../loading.tsx";
import { withAnswer } from "../occurrence-answers.ts";
import { type ChosenScope, ScopeChoice } from "../scope-choice.tsx";
import { SeriesMovePreview, seriesMove } from "../series-move-preview.tsx";
import { ShortNoticeFields } from "../short-notice-fields.tsx";
import { draftedAfter, stepResult } from "../step-result.ts";
import { TimeFields } from "../time-fields.tsx";
import { SpanText } from "../time-text.tsx";
import { CascadeList } from "./cascade-list.tsx";
import { MoveConflicts, MoveConsequences } from "./move-consequences.tsx";
import classes from "./move-window.module.css";
import { inZone, type MadeMove, type ProposedTimes, timesAt, wallTrouble } from "./proposed-move.ts";

type Props = {
  readonly windowId: string;
  /** Where it was taken to, as wall times of `zone`; null to begin with the times it has. */
  readonly proposed: ProposedTimes | null;
  /** The zone the times are stated in. */
  readonly zone: ZoneId;
  readonly onClose: () => void;
  readonly onMoved?: (move: MadeMove) => void;
};

/** How long typing rests before a time is assessed, in milliseconds. */
const rest = 250;

/** Moves a window: old times and new, all that follows from it as a before and after, and why. Nothing happens before it is confirmed. */
export function MoveDialog({ windowId, proposed, zone, onClose, onMoved }: Props) {
  const found = useQuery(trpc.windows.get.queryOptions({ id: windowId }));
  const window = found.data?.window;
  return (
    <Modal opened onClose={onClose} title={window === undefined ? "Move" : `Move “${window.title}”`} size={760}>
      <ErrorNote error={found.error} />
      {window === undefined && found.error === null && <Loading what="Looking at the window" />}
      {window !== undefined && (
        <MoveForm
          window={window}
          initial={proposed ?? timesAt(window.start.at, window.end.at, zone)}
          zone={zone}
          onClose={onClose}
          onMoved={onMoved}
        />
      )}
    </Modal>
  );
}

type FormProps = {
  readonly window: Window;
  readonly initial: ProposedTimes;
  readonly zone: ZoneId;
  readonly onClose: () => void;
  readonly onMoved: ((move: MadeMove) => void) | undefined;
};

function MoveForm({ window, initial, zone, onClose, onMoved }: FormProps) {
  const [times, setTimes] = useState(initial);
  const [why, setWhy] = useState("");
  const [shortNotice, setShortNotice] = useState<ShortNotice | null>(window.shortNotice);
  const directory = useDirectory();
  const [rested] = useDebouncedValue(times, rest);
  const target = inZone(times, zone, window.zone);
  const assessed = inZone(rested, zone, window.zone);
  const query = useQuery(
    trpc.windows.assessMove.queryOptions(
      { id: window.id, ...(assessed ?? timesAt(window.start.at, window.end.at, window.zone)) },
      { enabled: assessed !== null, placeholderData: keepPreviousData, gcTime: 10_000 },
    ),
  );
  const move = useMutation(trpc.windows.move.mutationOptions());
  const [scope, setScope] = useState<ChosenScope>("this");
  const [areLate, setLate] = useState(false);
  const [answers, setAnswers] = useState<readonly OccurrenceAnswer[]>([]);
  const announce = useTold((state) => state.announce);
  const moveSeveral = useMutation(
    trpc.series.move.mutationOptions({
      onSuccess: (step) => {
        announce({ title: `${step.windows} windows of the series are moved`, result: stepResult(step), after: draftedAfter });
        onClose();
      },
    }),
  );
  const before = timesAt(window.start.at, window.end.at, window.zone);
  const isSame = target !== null && target.start.wall === before.start.wall && target.end.wall === before.end.wall;
  const errors = query.data?.problems.filter(({ gravity }) => gravity === "error") ?? [];
  const isLate = query.data?.promises.some(({ standing }) => standing.kind === "broken") === true;
  const isReady = target !== null && !isSame && rested === times && query.isSuccess && !query.isPlaceholderData;

  function confirm(): void {
    if (target === null) return;
    const step = { id: window.id, revision: window.revision, why: why.trim() };
    if (scope !== "this") {
      moveSeveral.mutate({ ...step, scope, move: seriesMove(target), answers: [...answers], shortNotice });
      return;
    }
    move.mutate(
      { ...step, ...target, shortNotice },
      {
        onSuccess: () => {
          const old = { start: wallInputOf(window.start), end: wallInputOf(window.end) };
          const told = query.data?.consequence.peopleToldOldTime ?? 0;
          onMoved?.({ windowId: window.id, title: window.title, revision: window.revision + 1, ...old, told });
          onClose();
        },
      },
    );
  }

  const useStart = (at: Instant): void => setTimes(timesAt(at, at + (window.end.at - window.start.at), zone));
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && errors.length === 0) confirm();
      }}
    >
      <p className={classes.old}>
        {isSame ? (
          <>
            <SpanText from={window.start.at} to={window.end.at} zone={zone} /> is the time it has: choose another below.
          </>
        ) : (
          <>
            <s>
              <SpanText from={window.start.at} to={window.end.at} zone={zone} />
            </s>
            <NewTimes times={times} zone={zone} />
          </>
        )}
      </p>
      <TimeFields
        draft={{ ...times, zone }}
        onChange={(changes) => setTimes((current) => ({ ...current, ...changes }))}
        errors={{ ...named("start", wallTrouble(times.start, zone)), ...named("end", wallTrouble(times.end, zone)) }}
        isShown={() => true}
      />
      {errors.map((problem) => (
        <Alert key={problem.message} color="bad" variant="light">
          {problem.message}
        </Alert>
      ))}
      {window.group?.kind === "series" && <ScopeChoice value={scope} onChange={setScope} />}
      {!isSame && scope !== "this" && target !== null && (
        <SeriesMovePreview
          windowId={window.id}
          scope={scope}
          draft={{ ...target, zone: window.zone }}
          answers={answers}
          onAnswer={(answer) => setAnswers(withAnswer(answers, answer))}
          onLate={setLate}
        />
      )}
      {isSame && query.isSuccess && (
        <div className={classes.after}>
          <MoveConflicts
            assessment={query.data}
            zone={zone}
            windowId={window.id}
            times={target}
            onUseStart={useStart}
            isWhereItLies
          />
        </div>
      )}
      {!isSame && scope === "this" && target !== null && query.data !== undefined && errors.length === 0 && (
        <div className={classes.after} aria-busy={!isReady}>
          <MoveConsequences assessment={query.data} zone={zone} windowId={window.id} times={target} onUseStart={useStart} />
          {query.data.cascade !== null && directory !== null && (
            <CascadeList cascade={query.data.cascade} directory={directory} zone={zone} />
          )}
        </div>
      )}
      <Textarea
        label="Why it moves"
        description="Told to everyone who heard the old time."
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
        rows={2}
        data-autofocus
      />
      {!isSame && (scope === "this" ? isLate : areLate) && <ShortNoticeFields value={shortNotice} onChange={setShortNotice} />}
      <ErrorNote error={query.error ?? (scope === "this" ? move.error : moveSeveral.error)} />
      <div className={classes.end}>
        <Button variant="default" onClick={onClose}>
          Leave it
        </Button>
        <Button type="submit" loading={move.isPending || moveSeveral.isPending} disabled={!isReady || errors.length > 0}>
          {scope === "this" ? "Move the window" : "Move these windows"}
        </Button>
      </div>
    </form>
  );
}

function NewTimes({ times, zone }: { readonly times: ProposedTimes; readonly zone: ZoneId }) {
  const exact = inZone(times, zone, "UTC");
  if (exact === null) return null;
  const [from, to] = [Date.parse(`${exact.start.wall}Z`), Date.parse(`${exact.end.wall}Z`)];
  return (
    <>
      {" → "}
      <strong>
        <SpanText from={from} to={to} zone={zone} />
      </strong>
    </>
  );
}

function named(field: "start" | "end", message: string | null): { readonly start?: string; readonly end?: string } {
  return message === null ? {} : { [field]: message };
}
