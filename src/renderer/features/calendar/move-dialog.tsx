import { Alert, Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { WallInput } from "../../../core/app/windows.ts";
import type { Instant, WallTime, ZoneId } from "../../../core/domain/instant.ts";
import { resolveWall, wallOf } from "../../../core/domain/zoned-time.ts";
import { trpc } from "../../api/trpc.ts";
import { ConflictList } from "../../ui/conflict-list.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { SpanText, TimeText } from "../../ui/time-text.tsx";
import { count } from "../../ui/words.ts";
import classes from "./calendar.module.css";

/** A window taken to another time on the calendar: wall times in the calendar's zone. */
export type ProposedMove = { readonly windowId: string; readonly start: WallTime; readonly end: WallTime };

/** A move that was made, with what puts the window back: the times it had, as wall times of its own zone. */
export type MadeMove = {
  readonly windowId: string;
  readonly title: string;
  readonly revision: number;
  readonly start: WallInput;
  readonly end: WallInput;
};

type Props = {
  readonly proposed: ProposedMove;
  readonly zone: ZoneId;
  readonly onClose: () => void;
  readonly onMoved: (move: MadeMove) => void;
};

/** Says what a move would bring about before it is made: promises, overlaps, and who heard the old time. */
export function MoveDialog({ proposed, zone, onClose, onMoved }: Props) {
  const [why, setWhy] = useState("");
  const found = useQuery(trpc.windows.get.queryOptions({ id: proposed.windowId }));
  const move = useMutation(trpc.windows.move.mutationOptions());
  const window = found.data?.window;
  const target = window === undefined ? null : inZone(proposed, zone, window.zone);
  const assessment = useQuery({
    ...trpc.windows.assessMove.queryOptions({
      id: proposed.windowId,
      ...(target ?? { start: { wall: proposed.start, occurrence: null }, end: { wall: proposed.end, occurrence: null } }),
    }),
    enabled: target !== null,
  });
  const failure = found.error ?? assessment.error ?? move.error;
  const problems = assessment.data?.problems.filter(({ gravity }) => gravity === "error") ?? [];

  function confirm(): void {
    if (window === undefined || target === null) return;
    move.mutate(
      { id: window.id, revision: window.revision, ...target, why },
      {
        onSuccess: () => {
          onMoved({
            windowId: window.id,
            title: window.title,
            revision: window.revision + 1,
            start: { wall: window.start.wall, occurrence: null },
            end: { wall: window.end.wall, occurrence: null },
          });
          onClose();
        },
      },
    );
  }

  const startAt = exactInstant(proposed.start, zone);
  const endAt = exactInstant(proposed.end, zone);
  return (
    <Modal opened onClose={onClose} title={window === undefined ? "Move" : `Move “${window.title}”?`} size="lg">
      <Stack gap="sm">
        {window !== undefined && (
          <dl className={classes.moveTimes}>
            <dt>From</dt>
            <dd>
              <s>
                <SpanText from={window.start.at} to={window.end.at} zone={zone} />
              </s>
            </dd>
            <dt>To</dt>
            <dd>{startAt !== null && endAt !== null && <SpanText from={startAt} to={endAt} zone={zone} />}</dd>
          </dl>
        )}
        {problems.map((problem) => (
          <Alert key={problem.message} color="bad" variant="light">
            {problem.message}
          </Alert>
        ))}
        {assessment.data !== undefined && problems.length === 0 && (
          <ul className={classes.consequences}>
            <li>{consequenceText(assessment.data.consequence)}</li>
            <li>
              {assessment.data.earliestStart === null ? (
                "Every promised notice is kept."
              ) : (
                <>
                  A promised notice would not be kept. The earliest start that keeps it:{" "}
                  <TimeText at={assessment.data.earliestStart} zone={zone} />
                </>
              )}
            </li>
          </ul>
        )}
        {assessment.data !== undefined && assessment.data.conflicts.count > 0 && (
          <ConflictList conflicts={assessment.data.conflicts} zone={zone} />
        )}
        <TextInput
          label="Why it moves"
          description="Told to those who heard the old time."
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          data-autofocus
        />
        <ErrorNote error={failure} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Leave it
          </Button>
          <Button onClick={confirm} loading={move.isPending} disabled={assessment.data === undefined || problems.length > 0}>
            Move
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** The same instants as wall times of the window's own zone. A time the clocks skip or repeat is left for the backend to ask about. */
function inZone({ start, end }: ProposedMove, from: ZoneId, to: ZoneId) {
  const wall = (time: WallTime): WallTime => {
    const at = exactInstant(time, from);
    return from === to || at === null ? time : wallOf(at, to);
  };
  return { start: { wall: wall(start), occurrence: null }, end: { wall: wall(end), occurrence: null } };
}

function exactInstant(wall: WallTime, zone: ZoneId): Instant | null {
  const resolved = resolveWall(wall, zone);
  return resolved.kind === "exact" ? resolved.at : null;
}

function consequenceText({
  peopleToldOldTime,
  unsentNotices,
  approvedSuperseded,
}: {
  readonly peopleToldOldTime: number;
  readonly unsentNotices: number;
  readonly approvedSuperseded: number;
}): string {
  const parts = [`Plans ${count(unsentNotices, "unsent notice")} anew.`];
  if (approvedSuperseded > 0)
    parts.push(`${count(approvedSuperseded, "approved message")} will be taken back and must be approved again.`);
  parts.push(
    peopleToldOldTime === 0
      ? "Nobody has heard the old time."
      : `${count(peopleToldOldTime, "recipient")} heard the old time: a correction is drafted for exactly those.`,
  );
  return parts.join(" ");
}
