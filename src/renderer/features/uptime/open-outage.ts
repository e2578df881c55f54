import type { UnplannedOutage } from "../../../core/domain/uptime/unplanned-outage.ts";

/** What is recorded or changed just now: an outage, or with null a new one of the service. */
export type OpenOutage = { readonly outage: UnplannedOutage | null; readonly serviceId: string };
