import type { Directory } from "../../domain/directory.ts";
import { missingFacts } from "../../domain/missing-facts.ts";
import { statedShortNotice } from "../../domain/short-notice.ts";
import type { WindowFacts } from "../../domain/window.ts";
import type { WindowDraft } from "../../domain/window-draft.ts";
import { isZone } from "../../domain/zoned-time.ts";
import { type Answer, refuse } from "../answer.ts";
import { resolveInput, type TimeChoice } from "./typed-times.ts";

/** A field that keeps a window from being saved (`error`) or its notices from being complete (`missing`). */
export type FieldProblem = {
  readonly field: keyof WindowDraft;
  readonly gravity: "error" | "missing";
  readonly message: string;
  /** For a wall time that occurs twice: the two instants it could mean. */
  readonly choices: readonly TimeChoice[];
};

/** A draft with its times resolved, or the fields that keep it from being one. `problems` also names what is missing. */
export type ParsedDraft = { readonly facts: WindowFacts | null; readonly problems: readonly FieldProblem[] };

/** Checks a draft of a window field by field and resolves its wall times. Nothing is guessed. */
export function parseWindowDraft(draft: WindowDraft, directory: Directory): ParsedDraft {
  const problems: FieldProblem[] = [];
  const error = (field: keyof WindowDraft, message: string, choices: FieldProblem["choices"] = []): void => {
    problems.push({ field, gravity: "error", message, choices });
  };

  if (draft.title.trim() === "") error("title", "Say in a few words what changes.");
  if (!directory.changeTypes.some(({ id }) => id === draft.changeTypeId)) error("changeTypeId", "Choose the kind of change.");
  if (draft.serviceIds.length === 0) error("serviceIds", "Choose at least one service.");
  const unknownService = draft.serviceIds.find((id) => !directory.services.some((service) => service.id === id));
  if (unknownService !== undefined) error("serviceIds", "A chosen service is no longer in the Directory. Choose again.");
  if (!isZone(draft.zone)) {
    error("zone", `“${draft.zone}” is not a time zone. Write one like Europe/London.`);
    return { facts: null, problems };
  }
  const start = resolveInput(draft.start, draft.zone, "start", error);
  const end = resolveInput(draft.end, draft.zone, "end", error);
  if (start !== null && end !== null && end <= start) error("end", "The end must be after the start.");
  if (
    start !== null &&
    end !== null &&
    draft.expectedDowntimeMinutes !== null &&
    draft.expectedDowntimeMinutes * 60_000 > end - start
  ) {
    error("expectedDowntimeMinutes", "The expected downtime is longer than the window.");
  }
  const by = draft.toDoBy ?? null;
  const toDoBy = by === null ? null : resolveInput(by, draft.zone, "toDoBy", error);
  if (problems.length > 0 || start === null || end === null) return { facts: null, problems };

  const facts: WindowFacts = {
    title: draft.title.trim(),
    changeTypeId: draft.changeTypeId,
    serviceIds: draft.serviceIds,
    start: { at: start, wall: draft.start.wall, zone: draft.zone },
    end: { at: end, wall: draft.end.wall, zone: draft.zone },
    zone: draft.zone,
    impact: draft.impact,
    expectedDowntimeMinutes: draft.expectedDowntimeMinutes,
    customersAffected: draft.customersAffected,
    reason: draft.reason.trim(),
    effect: draft.effect.trim(),
    goesOn: draft.goesOn?.trim() ?? "",
    toDo: draft.toDo.trim(),
    toDoBy: by === null || toDoBy === null ? null : { at: toDoBy, wall: by.wall, zone: draft.zone },
    afterwards: draft.afterwards?.trim() ?? "",
    toDoAfter: draft.toDoAfter?.trim() ?? "",
    progress: draft.progress?.trim() ?? "",
    rollbackPlan: draft.rollbackPlan.trim(),
    lead: draft.lead.trim(),
    engineers: draft.engineers.map((name) => name.trim()).filter((name) => name !== ""),
    communicationOwner: draft.communicationOwner.trim(),
    references: draft.references,
    shortNotice: statedShortNotice(draft.shortNotice),
  };
  const missing = missingFacts(facts).flatMap(({ field, message }): FieldProblem[] =>
    field in draft ? [{ field: field as keyof WindowDraft, gravity: "missing", message, choices: [] }] : [],
  );
  return { facts, problems: missing };
}

/** Refuses a draft, at the first field that keeps it from being saved. */
export function refuseProblems(problems: readonly FieldProblem[]): Answer<never> {
  const first = problems.find(({ gravity }) => gravity === "error");
  return refuse(
    "invalid",
    `${first?.message ?? "The window can't be saved like this."} Nothing was saved.`,
    first?.field ?? null,
  );
}
