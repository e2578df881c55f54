import type { CalendarFilter, WindowState } from "../../../core/domain/calendar/calendar-filter.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import { impactWords } from "../../ui/impact-mark.tsx";

export const windowStateWords: Readonly<Record<WindowState, string>> = {
  planned: "Planned",
  running: "Running",
  done: "Done",
  cancelled: "Cancelled",
};

/** One condition of a filter in words, and the filter without it. */
export type Condition = { readonly kind: string; readonly words: string; readonly without: CalendarFilter };

/** Every condition of a filter, in the order of the menu. What the directory no longer knows is named so. */
export function conditionsOf(filter: CalendarFilter, directory: Directory | null): readonly Condition[] {
  const { impacts, states, serviceIds, customerIds, conflictsOnly } = filter;
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[] | undefined, id: string): string =>
    list?.find((entry) => entry.id === id)?.name ?? "removed";
  return [
    ...impacts.map((impact) => ({
      kind: "Impact",
      words: impactWords[impact],
      without: { ...filter, impacts: impacts.filter((each) => each !== impact) },
    })),
    ...states.map((state) => ({
      kind: "State",
      words: windowStateWords[state],
      without: { ...filter, states: states.filter((each) => each !== state) },
    })),
    ...(conflictsOnly ? [{ kind: "Only", words: "in conflict", without: { ...filter, conflictsOnly: false } }] : []),
    ...serviceIds.map((id) => ({
      kind: "Service",
      words: nameIn(directory?.services, id),
      without: { ...filter, serviceIds: serviceIds.filter((each) => each !== id) },
    })),
    ...customerIds.map((id) => ({
      kind: "Customer",
      words: nameIn(directory?.customers, id),
      without: { ...filter, customerIds: customerIds.filter((each) => each !== id) },
    })),
  ];
}
