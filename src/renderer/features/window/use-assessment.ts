import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { FieldProblem } from "../../../core/app/windows/parse-window-draft.ts";
import type { WindowAssessment } from "../../../core/app/windows/window-assessment.ts";
import type { WindowDraft } from "../../../core/domain/window-draft.ts";
import { isWallTime } from "../../../core/domain/zoned-time.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { asInput } from "./form-draft.ts";

/** How long typing rests before the draft is assessed, in milliseconds. */
const rest = 250;

export type Assessment = {
  /** The last that could be made; it may lag behind what is typed. */
  readonly view: WindowAssessment | null;
  /** Errors by field: what is unfinished, what the contract refuses, what the backend objects to. */
  readonly errors: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
  /** Whether what is typed has not been assessed yet. */
  readonly isPending: boolean;
  /** An error that belongs to no field. */
  readonly error: unknown;
};

/** What saving the draft would bring about, a moment after typing rests. */
export function useAssessment(draft: WindowDraft, windowId: string | null): Assessment {
  const [rested] = useDebouncedValue(draft, rest);
  const unfinished = unfinishedFields(rested);
  const isReady = unfinished.start === undefined && unfinished.end === undefined && unfinished.toDoBy === undefined;
  const query = useQuery(
    trpc.windows.assess.queryOptions(
      { draft: asInput(rested), windowId },
      { enabled: isReady, placeholderData: keepPreviousData, gcTime: 10_000 },
    ),
  );
  const refused = query.error === null ? {} : refusalOf(query.error).fields;
  const problems = isReady && !query.isPlaceholderData ? (query.data?.problems ?? []) : [];
  const objections = Object.fromEntries(
    problems.filter(({ gravity }) => gravity === "error").map(({ field, message }) => [field, message]),
  );
  return {
    view: isReady ? (query.data ?? null) : null,
    errors: { ...objections, ...rootFields(refused), ...refused, ...unfinishedFields(draft) },
    problems,
    isPending: rested !== draft || query.isFetching,
    error: Object.keys(refused).length === 0 ? query.error : null,
  };
}

/** What must be there before anything can be planned. */
function unfinishedFields(draft: WindowDraft): Partial<Record<keyof WindowDraft, string>> {
  const fields: Partial<Record<keyof WindowDraft, string>> = {};
  if (draft.title.trim() === "") fields.title = "Say in a few words what changes.";
  if (draft.changeTypeId === "") fields.changeTypeId = "Choose the kind of change.";
  if (draft.serviceIds.length === 0) fields.serviceIds = "Choose at least one service.";
  if (!isWallTime(draft.start.wall)) fields.start = "Write a date and a time.";
  if (!isWallTime(draft.end.wall)) fields.end = "Write a date and a time.";
  if (draft.toDoBy && !isWallTime(draft.toDoBy.wall)) fields.toDoBy = "Write a date and a time, or leave both empty.";
  return fields;
}

/** `start.wall` is told at `start`. */
function rootFields(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([field, message]) => [field.split(".", 1)[0] ?? field, message]));
}
