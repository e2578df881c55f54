import { type Instant, minute } from "../../../src/core/domain/instant.ts";
import { startJiraServer } from "../../servers/jira-server.ts";
import { type PagerDutyWindow, startPagerDutyServer } from "../../servers/pagerduty-server.ts";
import { startServiceNowServer } from "../../servers/service-now-server.ts";
import { type Door, openDoor } from "./door.ts";
import type { Action, FollowedKind } from "./following-points.ts";

/** A system that follows windows; its ledger is the truth, and outlives every backend. */
export type FollowedSystem = {
  readonly kind: FollowedKind;
  readonly door: Door;
  readonly connect: { readonly token: string; readonly apiUrl: string; readonly values: Readonly<Record<string, string>> };
  /** Words that find the place, and what is chosen there. */
  readonly place: { readonly words: string; readonly chosen: Readonly<Record<string, string>> };
  /** The request that does it. */
  readonly does: Readonly<Record<Action, RegExp>>;
  /** What somebody there has to do before a window can end. */
  approve(): void;
  /** How many records there ever were, and how many words on an end. */
  counts(): { readonly records: number; readonly ends: number };
  readonly refused: () => readonly string[];
  stop(): Promise<void>;
};

export async function startFollowedSystem(kind: FollowedKind, now: () => Instant): Promise<FollowedSystem> {
  switch (kind) {
    case "pagerDuty":
      return pagerDuty(now);
    case "serviceNow":
      return serviceNow();
    case "jira":
      return jira();
  }
}

async function pagerDuty(now: () => Instant): Promise<FollowedSystem> {
  const server = await startPagerDutyServer(now);
  const door = await openDoor(server.url);
  return {
    kind: "pagerDuty",
    door,
    connect: { token: server.token, apiUrl: door.origin, values: { from: "coordinator@example.org" } },
    place: { words: "patient", chosen: {} },
    does: {
      make: /^POST .*\/maintenance_windows$/u,
      change: /^PUT .*\/maintenance_windows\//u,
      end: /^(?:PUT|DELETE) .*\/maintenance_windows\//u,
    },
    approve: () => undefined,
    counts: () => ({
      records: server.ledger.made(),
      ends: server.ledger.windows.filter(isEndedEarly).length,
    }),
    refused: () => server.ledger.refused,
    stop: () => Promise.all([door.stop(), server.stop()]).then(() => undefined),
  };
}

/** The rig's windows last an hour, and are completed after minutes. */
function isEndedEarly({ start_time, end_time }: PagerDutyWindow): boolean {
  return Date.parse(end_time) - Date.parse(start_time) < 30 * minute;
}

async function serviceNow(): Promise<FollowedSystem> {
  const server = await startServiceNowServer();
  const door = await openDoor(server.url);
  return {
    kind: "serviceNow",
    door,
    connect: { token: server.user.password, apiUrl: door.origin, values: { user: server.user.name } },
    place: { words: "normal", chosen: {} },
    does: { make: /^POST .*\/change\/normal/u, change: /^PATCH .*\/change\//u, end: /^PATCH .*\/change\// },
    approve() {
      for (const { number = "", state } of server.ledger.changes) {
        if (state === "-5") server.changeByHand(number, { state: "-2", approval: "approved" });
      }
    },
    counts: () => ({
      records: server.ledger.changes.length,
      ends: server.ledger.changes.filter(({ state }) => state === "3").length,
    }),
    refused: () => server.ledger.refused,
    stop: () => Promise.all([door.stop(), server.stop()]).then(() => undefined),
  };
}

async function jira(): Promise<FollowedSystem> {
  const server = await startJiraServer();
  const door = await openDoor(server.url);
  const issue = () => server.ledger.issues[0];
  return {
    kind: "jira",
    door,
    connect: { token: server.token, apiUrl: door.origin, values: { email: server.email } },
    place: { words: "HIE-42", chosen: { comment: "yes" } },
    does: { make: /^POST .*\/remotelink/u, change: /^POST .*\/remotelink/u, end: /^POST .*\/comment/u },
    approve: () => undefined,
    counts: () => ({ records: issue()?.links.length ?? 0, ends: issue()?.comments.length ?? 0 }),
    refused: () => server.ledger.refused,
    stop: () => Promise.all([door.stop(), server.stop()]).then(() => undefined),
  };
}
