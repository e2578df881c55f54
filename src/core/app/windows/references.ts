import type { WallTime } from "../../domain/instant.ts";
import type { WriteStore } from "../../ports/store.ts";
import { workspaceIn } from "../workspace-in-use.ts";

/** The next reference of the year a window starts in, as readers quote it: `FW-2026-118`. */
export function nextReference(store: WriteStore, wall: WallTime): string {
  const year = Number(wall.slice(0, 4));
  return `${workspaceIn(store).referencePrefix}-${year}-${String(store.nextReferenceNumber(year)).padStart(3, "0")}`;
}
