import type { WindowView } from "../../../core/app/windows/windows.ts";
import type { AuditEntry } from "../../../core/ports/audit-log.ts";

/** An audit entry as the contract hands it over: what was nothing before is left out. */
export type HistoryEntry = Omit<AuditEntry, "before" | "after"> & { readonly before?: unknown; readonly after?: unknown };

/** Everything on the Window page, as the contract hands it over. */
export type ShownWindow = Omit<WindowView, "history"> & { readonly history: readonly HistoryEntry[] };
