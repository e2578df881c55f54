import type { Directory } from "../domain/directory.ts";
import type { Instant, WallTime, ZonedTime, ZoneId } from "../domain/instant.ts";
import { missingFacts } from "../domain/missing-facts.ts";
import { statedShortNotice } from "../domain/short-notice.ts";
import { describeTime } from "../domain/time-text.ts";
import type { Impact, Reference, ShortNotice, Window, WindowFacts } from "../domain/window.ts";
import { isWallTime, isZone, resolveWall, wallOf } from "../domain/zoned-time.ts";
import { type Answer, refuse } from "./answer.ts";

/** A wall-clock time as typed; `occurrence` answers the question when a clock shows that time twice. */
export type WallInput = { readonly wall: WallTime; readonly occurrence: "earlier" | "later" | null };

/** A window as the form holds it, before anything is checked. */
export type WindowDraft = {
  readonly title: string;
  readonly changeTypeId: string;
  readonly serviceIds: readonly string[];
  readonly zone: ZoneId;
  readonly start: WallInput;
  readonly end: WallInput;
  readonly impact: Impact;
  readonly expectedDowntimeMinutes: number | null;
  readonly customersAffected: boolean;
  readonly reason: string;
  readonly effect: string;
  /** Facts a draft from before does not know; unsaid is as good as empty. */
  readonly goesOn?: string;
  readonly toDo: string;
  readonly toDoBy?: WallInput | null;
  readonly afterwards?: string;
  readonly toDoAfter?: string;
  readonly progress?: string;
  readonly rollbackPlan: string;
  readonly lead: string;
  readonly engineers: readonly string[];
  readonly communicationOwner: string;
  readonly references: readonly Reference[];
  /** Asked for only where a promise of notice would be broken. */
  readonly shortNotice: ShortNotice | null;
};

/** A field that keeps a window from being saved (`error`) or its notices from being complete (`missing`). */
export type FieldProblem = {
  readonly field: keyof WindowDraft;
  readonly gravity: "error" | "missing";
  readonly message: string;
  /** For a wall time that occurs twice: the two instants it could mean. */
  readonly choices: readonly { readonly occurrence: "earlier" | "later"; readonly label: string }[];
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

/** The instant a typed wall time means; what keeps it from meaning one is told at its field, by `error`. */
export function resolveInput<Field extends "start" | "end" | "toDoBy">(
  input: WallInput,
  zone: ZoneId,
  field: Field,
  error: (field: Field, message: string, choices?: FieldProblem["choices"]) => void,
): Instant | null {
  if (!isWallTime(input.wall)) {
    error(field, "Write a date and a time that exist.");
    return null;
  }
  const resolved = resolveWall(input.wall, zone);
  switch (resolved.kind) {
    case "exact":
      return resolved.at;
    case "skipped":
      error(
        field,
        `The clocks go forward that night: ${input.wall.slice(11)} does not exist in ${zone}. ` +
          `Choose ${wallOf(resolved.before, zone).slice(11)} or earlier, or ${wallOf(resolved.after, zone).slice(11)} or later.`,
      );
      return null;
    case "repeated": {
      if (input.occurrence !== null) return resolved[input.occurrence];
      error(field, `The clocks go back that night: ${input.wall.slice(11)} occurs twice in ${zone}. Which one?`, [
        { occurrence: "earlier", label: `First: ${describeTime(resolved.earlier, zone)}` },
        { occurrence: "later", label: `Second: ${describeTime(resolved.later, zone)}` },
      ]);
      return null;
    }
  }
}

/** The draft a stored window would be edited as. */
export function draftOf(window: Window): WindowDraft {
  return {
    title: window.title,
    changeTypeId: window.changeTypeId,
    serviceIds: window.serviceIds,
    zone: window.zone,
    start: wallInputOf(window.start),
    end: wallInputOf(window.end),
    impact: window.impact,
    expectedDowntimeMinutes: window.expectedDowntimeMinutes,
    customersAffected: window.customersAffected,
    reason: window.reason,
    effect: window.effect,
    goesOn: window.goesOn ?? "",
    toDo: window.toDo,
    toDoBy: window.toDoBy ? wallInputOf(window.toDoBy) : null,
    afterwards: window.afterwards ?? "",
    toDoAfter: window.toDoAfter ?? "",
    progress: window.progress ?? "",
    rollbackPlan: window.rollbackPlan,
    lead: window.lead,
    engineers: window.engineers,
    communicationOwner: window.communicationOwner,
    references: window.references,
    shortNotice: window.shortNotice,
  };
}

function wallInputOf(time: ZonedTime): WallInput {
  const resolved = resolveWall(time.wall, time.zone);
  if (resolved.kind !== "repeated") return { wall: time.wall, occurrence: null };
  return { wall: time.wall, occurrence: time.at === resolved.later ? "later" : "earlier" };
}
