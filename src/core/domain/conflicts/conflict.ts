import type { MaintenanceSlot } from "../directory.ts";
import type { Instant, IsoDate, ZoneId } from "../instant.ts";
import type { Outcome } from "../window.ts";

/** A window as conflicts see it: when, on what, by whom. A window's summary is one. */
export type WindowSpan = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly serviceIds: readonly string[];
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly outcome: Outcome["kind"];
  readonly customersAffected: boolean;
  /** The lead and the engineers, by name or role. */
  readonly people: readonly string[];
  /** The change or series it belongs to, or null. */
  readonly groupId: string | null;
};

/** An entry of the directory, as a conflict names it. */
export type Named = { readonly id: string; readonly name: string };

/** The window a conflict is with. */
export type OtherWindow = Pick<WindowSpan, "id" | "reference" | "title" | "startAt" | "endAt">;

/** Why a window should not be at its time, with the record that stands against it. */
export type Conflict =
  | {
      readonly kind: "freeze";
      readonly freeze: {
        readonly id: string;
        readonly name: string;
        readonly reason: string;
        readonly startAt: Instant;
        readonly endAt: Instant;
        readonly zone: ZoneId;
      };
      /** Which of the window's services must not change then, and whose. */
      readonly services: readonly Named[];
      readonly customers: readonly Named[];
    }
  | {
      readonly kind: "outsideSlot";
      readonly service: Named;
      readonly zone: ZoneId;
      readonly slots: readonly MaintenanceSlot[];
      /** The next start at which all of the window fits into agreed time; null when none does within four weeks. */
      readonly nextStart: Instant | null;
    }
  | { readonly kind: "sameService"; readonly other: OtherWindow; readonly services: readonly Named[] }
  | {
      readonly kind: "dependency";
      readonly other: OtherWindow;
      /** From the service that needs to the one that is needed, each depending on the next. */
      readonly path: readonly Named[];
      /** Whether this window's service is the first of the path, or its last. */
      readonly own: "first" | "last";
    }
  | { readonly kind: "samePerson"; readonly other: OtherWindow; readonly people: readonly string[] }
  | {
      readonly kind: "sameCustomerDay";
      readonly other: OtherWindow;
      /** The first of them; `customerCount` says how many there are. */
      readonly customers: readonly Named[];
      readonly customerCount: number;
      /** The first day they share, in the first customer's zone. */
      readonly date: IsoDate;
      readonly zone: ZoneId;
    };

export type ConflictKind = Conflict["kind"];
/** In the order they are told: what forbids a time before what makes it unwise. */
export const conflictKinds = [
  "freeze",
  "outsideSlot",
  "sameService",
  "dependency",
  "samePerson",
  "sameCustomerDay",
] as const satisfies readonly ConflictKind[];

/** A window's conflicts. `count` is of all of them, also of those that were too many to be listed. */
export type WindowConflicts = {
  readonly count: number;
  readonly kinds: readonly ConflictKind[];
  readonly conflicts: readonly Conflict[];
};

/** That a window has conflicts, and of which kinds; for a calendar's mark. */
export type ConflictMark = { readonly windowId: string; readonly kinds: readonly ConflictKind[]; readonly count: number };

export const noConflicts: WindowConflicts = { count: 0, kinds: [], conflicts: [] };
