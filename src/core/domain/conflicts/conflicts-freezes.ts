import type { Customer, Service } from "../directory.ts";
import type { Freeze } from "./freeze.ts";

/** A freeze with what must not change in it. */
export type FreezeScope = {
  readonly freeze: Freeze;
  /** The services named, and those of the customers named; null means every service. */
  readonly serviceIds: ReadonlySet<string> | null;
  readonly customers: readonly Customer[];
};

/**
 * What a freeze covers: the services it names and the services its customers use; with neither, everything. A customer
 * who left is frozen for no longer, and one who uses all services freezes all of them.
 */
export function scopeOf(freeze: Freeze, services: readonly Service[], customers: readonly Customer[]): FreezeScope {
  const named = customers.filter(({ id, active }) => active !== false && freeze.customerIds.includes(id));
  if (freeze.serviceIds.length === 0 && freeze.customerIds.length === 0) return { freeze, serviceIds: null, customers: named };
  const covered = new Set(freeze.serviceIds);
  for (const { serviceIds } of named) {
    for (const id of serviceIds.length === 0 ? services.map((service) => service.id) : serviceIds) covered.add(id);
  }
  return { freeze, serviceIds: covered, customers: named };
}

/** Which of these services must not change in the freeze. */
export function frozenOf({ serviceIds: covered }: FreezeScope, serviceIds: readonly string[]): readonly string[] {
  return covered === null ? serviceIds : serviceIds.filter((id) => covered.has(id));
}
