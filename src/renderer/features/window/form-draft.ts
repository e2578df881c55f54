import type { WallInput, WindowDraft } from "../../../core/app/window-draft.ts";
import type { Workspace } from "../../../core/domain/directory.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import type { Window } from "../../../core/domain/window.ts";
import { isWallTime } from "../../../core/domain/zoned-time.ts";
import { wallInputAt, wallInputOf } from "../../ui/wall-input.ts";

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
    goesOn: "",
    toDo: "",
    toDoBy: null,
    afterwards: "",
    toDoAfter: "",
    progress: "",
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

/** The draft as the contract takes it: its schemas know no read-only lists. */
export function asInput(draft: WindowDraft) {
  return {
    ...draft,
    serviceIds: [...draft.serviceIds],
    references: draft.references.map((reference) => ({ ...reference })),
  };
}
