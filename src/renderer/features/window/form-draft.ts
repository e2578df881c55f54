import type { WallInput, WindowDraft } from "../../../core/app/windows.ts";
import type { Workspace } from "../../../core/domain/directory.ts";
import type { Instant, WallTime, ZonedTime, ZoneId } from "../../../core/domain/instant.ts";
import type { Window } from "../../../core/domain/window.ts";
import { isWallTime, resolveWall, wallOf } from "../../../core/domain/zoned-time.ts";

/** The empty form of a workspace: only what is its own is filled in. */
export function blankDraft(workspace: Workspace): WindowDraft {
  const empty: WallInput = { wall: "", occurrence: null };
  return {
    title: "",
    changeTypeId: "",
    serviceIds: [],
    zone: workspace.zone,
    start: empty,
    end: empty,
    impact: "none",
    expectedDowntimeMinutes: null,
    customersAffected: false,
    reason: "",
    effect: "",
    toDo: "",
    rollbackPlan: "",
    lead: "",
    engineers: [],
    communicationOwner: workspace.coordinator.name,
    references: [],
    shortNotice: null,
  };
}

/** The form of a stored window. */
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
    toDo: window.toDo,
    rollbackPlan: window.rollbackPlan,
    lead: window.lead,
    engineers: window.engineers,
    communicationOwner: window.communicationOwner,
    references: window.references,
    shortNotice: window.shortNotice,
  };
}

/** What the address asks for: `?start=…&end=…` as instants or wall times, and `?service=…`. */
export function draftFromAddress(blank: WindowDraft, search: URLSearchParams): WindowDraft {
  const start = wallFromAddress(search.get("start"), blank.zone);
  const end = wallFromAddress(search.get("end"), blank.zone);
  const serviceIds = search.getAll("service");
  return { ...blank, ...(start && { start }), ...(end && { end }), ...(serviceIds.length > 0 && { serviceIds }) };
}

function wallFromAddress(given: string | null, zone: ZoneId): WallInput | null {
  if (given === null) return null;
  if (/^\d{10,15}$/u.test(given)) return wallInputAt(Number(given), zone);
  return isWallTime(given) ? { wall: given, occurrence: null } : null;
}

/** An instant as the form holds it. */
export function wallInputAt(at: Instant, zone: ZoneId): WallInput {
  return wallInputOf({ at, wall: wallOf(at, zone), zone });
}

function wallInputOf(time: ZonedTime): WallInput {
  const resolved = resolveWall(time.wall, time.zone);
  if (resolved.kind !== "repeated") return { wall: time.wall, occurrence: null };
  return { wall: time.wall, occurrence: time.at === resolved.later ? "later" : "earlier" };
}

/** The instant a wall time means, or null while it is unfinished, skipped or twofold without a choice. */
export function instantOf({ wall, occurrence }: WallInput, zone: ZoneId): Instant | null {
  if (!isWallTime(wall)) return null;
  const resolved = resolveWall(wall, zone);
  if (resolved.kind === "exact") return resolved.at;
  return resolved.kind === "repeated" && occurrence !== null ? resolved[occurrence] : null;
}

/** The wall time later by as much as `from` came before `to`: a moved start takes its end along. */
export function followedBy(oldStart: WallTime, oldEnd: WallTime, newStart: WallTime): WallTime | null {
  if (!isWallTime(oldStart) || !isWallTime(oldEnd) || !isWallTime(newStart)) return null;
  const length = Date.parse(`${oldEnd}Z`) - Date.parse(`${oldStart}Z`);
  return length <= 0 ? null : new Date(Date.parse(`${newStart}Z`) + length).toISOString().slice(0, 16);
}

/** The draft as the contract takes it: its schemas know no read-only lists. */
export function asInput(draft: WindowDraft) {
  return {
    ...draft,
    serviceIds: [...draft.serviceIds],
    references: draft.references.map((reference) => ({ ...reference })),
  };
}
