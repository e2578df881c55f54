import type { ZoneId } from "./instant.ts";
import { type WallInput, wallInputOf } from "./wall-input.ts";
import type { Impact, Reference, ShortNotice, Window } from "./window.ts";

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
