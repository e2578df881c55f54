import type { Customer, Directory } from "../directory.ts";
import type { Instant } from "../instant.ts";
import type { Impact, Outcome } from "../window.ts";

/** Where a window stands, as the calendar tells them apart: `done` is completed or rolled back. */
export type WindowState = "planned" | "running" | "done" | "cancelled";
export const windowStates = ["planned", "running", "done", "cancelled"] as const satisfies readonly WindowState[];

/** Which windows a calendar shows. An empty list lets everything through; what is chosen in two lists must fit both. */
export type CalendarFilter = {
  readonly serviceIds: readonly string[];
  /** Customers who use a service the window is about. */
  readonly customerIds: readonly string[];
  readonly impacts: readonly Impact[];
  readonly states: readonly WindowState[];
  /** Only windows that contradict another record. */
  readonly conflictsOnly: boolean;
};

export const everything: CalendarFilter = {
  serviceIds: [],
  customerIds: [],
  impacts: [],
  states: [],
  conflictsOnly: false,
};

/** What of a window a filter looks at. */
export type Filtered = {
  readonly serviceIds: readonly string[];
  readonly impact: Impact;
  readonly startAt: Instant;
  readonly outcome: Outcome["kind"];
};

function windowStateOf({ outcome, startAt }: Pick<Filtered, "outcome" | "startAt">, now: Instant): WindowState {
  switch (outcome) {
    case "open":
      return now < startAt ? "planned" : "running";
    case "cancelled":
      return "cancelled";
    case "completed":
    case "rolledBack":
      return "done";
  }
}

/** Whether a customer uses one of these services. One who names none uses all; one who left uses none. */
function usesAny(customer: Customer, serviceIds: readonly string[]): boolean {
  if (customer.active === false) return false;
  return customer.serviceIds.length === 0 || customer.serviceIds.some((id) => serviceIds.includes(id));
}

/** Whether a filter lets everything through. */
export function isEverything(filter: CalendarFilter): boolean {
  const { serviceIds, customerIds, impacts, states: chosen, conflictsOnly } = filter;
  return !conflictsOnly && [serviceIds, customerIds, impacts, chosen].every((list) => list.length === 0);
}

/** Tells of one window after another whether the filter lets it through, conflicts aside: those need all windows at once. */
export function passes(
  filter: CalendarFilter,
  directory: Pick<Directory, "customers">,
  now: Instant,
): (window: Filtered) => boolean {
  const customers = directory.customers.filter(({ id }) => filter.customerIds.includes(id));
  return (window) =>
    isChosen(filter.impacts, window.impact) &&
    isChosen(filter.states, windowStateOf(window, now)) &&
    (filter.serviceIds.length === 0 || filter.serviceIds.some((id) => window.serviceIds.includes(id))) &&
    (filter.customerIds.length === 0 || customers.some((customer) => usesAny(customer, window.serviceIds)));
}

function isChosen<Value>(chosen: readonly Value[], value: Value): boolean {
  return chosen.length === 0 || chosen.includes(value);
}
