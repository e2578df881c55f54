import type { Customer } from "./directory.ts";
import type { Promised } from "./matrix.ts";
import type { PromiseOutcome } from "./notice.ts";
import { type Locality, oncePerLocality, type PlanContext } from "./plan-context.ts";
import { judgePromise } from "./promise.ts";

/** Judges what a rule promises, for one recipient after another. */
export function judgementsFor(promised: Promised | null, context: PlanContext): (customer: Customer | null) => PromiseOutcome {
  if (promised === null) return () => ({ kind: "none" });
  const judge = oncePerLocality(({ zone, region }) =>
    judgePromise({
      promised,
      startAt: context.window.start.at,
      zone,
      region,
      counting: context.workspace.noticeCounting,
      closeOfBusiness: context.workspace.closeOfBusiness,
      holidays: context.holidays,
      now: context.now,
    }),
  );
  return (customer) => judge(promiseLocality(promised, customer, context));
}

/** In whose calendar a promise to this recipient is counted. */
export function promiseLocality(promised: Promised, customer: Customer | null, context: PlanContext): Locality {
  switch (promised.calendar) {
    case "customer":
      return context.localityOf(customer);
    case "service":
      return context.serviceLocality;
    case "coordinator":
      return context.home;
  }
}
