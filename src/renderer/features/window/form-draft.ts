import type { Workspace } from "../../../core/domain/directory.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { type WallInput, wallInputAt } from "../../../core/domain/wall-input.ts";
import type { Reference } from "../../../core/domain/window.ts";
import type { WindowDraft } from "../../../core/domain/window-draft.ts";
import { isWallTime } from "../../../core/domain/zoned-time.ts";

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

/** Whether anything is said in a line of references; one just added is no reference yet. */
export function isStated({ label, url }: Reference): boolean {
  return label.trim() !== "" || url !== null;
}

/** References with those of a typed line, in place of what the line named before; what was added by hand stays. */
export function withTyped(
  references: readonly Reference[],
  typed: readonly Reference[],
  before: readonly Reference[],
): readonly Reference[] {
  const ofLine = new Set(before.map(({ label }) => label));
  const byHand = references.filter(({ label, url }) => url !== null || !ofLine.has(label));
  return [...byHand, ...typed.filter(({ label }) => !byHand.some((other) => other.label === label))];
}

/** The draft as the contract takes it: its schemas know no read-only lists, and lines left empty say nothing. */
export function asInput(draft: WindowDraft) {
  return {
    ...draft,
    serviceIds: [...draft.serviceIds],
    references: draft.references.filter(isStated).map((reference) => ({ ...reference })),
  };
}
