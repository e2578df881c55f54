import type { Delivery } from "../../domain/delivery.ts";
import { type Group, groupFrom } from "../../domain/group.ts";
import type { Series } from "../../domain/recurrence/series.ts";
import { lastTold, type Told } from "../../domain/told.ts";
import type { Window } from "../../domain/window.ts";
import type { ReadStore } from "../../ports/store.ts";
import { countingDeliveries } from "../sending/counting-deliveries.ts";

/**
 * The change or series a window is part of, with the window as given: it may not be stored yet. Null for a window by itself.
 * What it tells is read when it is asked for, so it must be used within the transaction it was made in.
 */
export function groupOf(store: ReadStore, window: Window): Group | null {
  if (window.group === null) return null;
  const { kind, id } = window.group;
  const series = kind === "series" ? store.series(id) : null;
  return groupFrom({
    kind,
    series,
    members: [...store.windowsOfGroup(id).filter((member) => member.id !== window.id), window],
    ancestors: ancestorsOf(store, series).map((ancestor) => ({ series: ancestor, members: store.windowsOfGroup(ancestor.id) })),
    deliveriesOf: countingDeliveriesOnce(store),
  });
}

/** The series another one was split from, and those that one was. */
function ancestorsOf(store: ReadStore, series: Series | null): readonly Series[] {
  const ancestors: Series[] = [];
  let next = series?.continues;
  while (next !== undefined && ancestors.length < longestLine) {
    const ancestor = store.series(next);
    if (ancestor === null) break;
    ancestors.push(ancestor);
    next = ancestor.continues;
  }
  return ancestors;
}

/** A series split more often than this has lost those who heard of its beginning. */
const longestLine = 100;

function countingDeliveriesOnce(store: ReadStore): (windowId: string) => readonly Delivery[] {
  const read = new Map<string, readonly Delivery[]>();
  return (windowId) => {
    const known = read.get(windowId) ?? countingDeliveries(store, windowId);
    read.set(windowId, known);
    return known;
  };
}

/** The last word each recipient heard of a window, be it its own or one that spoke of its change or series. */
export function toldOf(store: ReadStore, window: Window, group: Group | null = groupOf(store, window)): readonly Told[] {
  return group === null ? lastTold(countingDeliveries(store, window.id)) : group.toldOf(window.id);
}
