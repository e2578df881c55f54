import type { ConnectionKind } from "../../domain/connection-kind.ts";
import { dueState } from "../../domain/delivery.ts";
import { minute } from "../../domain/instant.ts";
import { roughly } from "../../domain/sending/clock-doubt.ts";
import type { ConnectionHealth, Permissions } from "../../ports/connector.ts";
import type { ConnectionSettings, WriteStore } from "../../ports/store.ts";
import { connectionOf, type Dependencies } from "../dependencies.ts";
import { workspaceIn } from "../workspace-in-use.ts";

/** What waited this long for a sign-in is decided by a person: no flush. */
const waitsFor = 30 * minute;

/** What is kept of each connection in the workspace's file; secrets are elsewhere (`open-connections.ts`). */
export type SettingsOfConnections = {
  /** The settings of one that was never connected are empty. */
  of(kind: ConnectionKind): ConnectionSettings;
  /** The address that is set, else the environment's; null where the connector's usual one holds. */
  addressOf(settings: Pick<ConnectionSettings, "kind" | "apiUrl">): string | null;
  /** Keeps settings with an audit entry, or forgets them when null. What waited for the connection is in line again. */
  save(what: string, settings: ConnectionSettings | null, kind: ConnectionKind): void;
  /** What a health that works leaves in the settings. */
  checked(settings: ConnectionSettings, health: Extract<ConnectionHealth, { kind: "works" }>): ConnectionSettings;
  /** Nothing goes to this system until somebody signs in again. */
  pause(kind: ConnectionKind, why: string): void;
  /** What it may do, by its last check since the start; null where nobody asked or the system does not say. */
  permissionsOf(kind: ConnectionKind): Permissions | null;
};

export function createConnectionSettings({
  store,
  clock,
  changes,
  environmentUrls,
}: Pick<Dependencies, "store" | "clock" | "changes" | "environmentUrls">): SettingsOfConnections {
  const permissions = new Map<ConnectionKind, Permissions>();

  function settingsOf(kind: ConnectionKind): ConnectionSettings {
    const stored = store.read((reading) => reading.connections()).find((settings) => settings.kind === kind);
    return (
      stored ?? {
        kind,
        apiUrl: null,
        account: "",
        checkedAt: null,
        values: {},
        lastSuccessAt: null,
        expiresAt: null,
        paused: null,
      }
    );
  }

  /**
   * What waited only for this connection is in line again, and is looked at once more before it leaves.
   * What waited for long is left to a person, in one decision for all of it.
   */
  function releaseHeld(kind: ConnectionKind, writing: WriteStore): void {
    const now = clock.now();
    for (const line of writing.deliveriesIn(["held"], 10_000)) {
      if (connectionOf(line.carrier) !== kind) continue;
      const delivery = writing.delivery(line.id);
      if (delivery?.state.kind !== "held" || delivery.state.reason !== "noConnection") continue;
      const waited = now - delivery.state.since;
      const detail = `It waited ${roughly(waited)} for the sign-in. It was not sent: decide whether it is still of use.`;
      writing.saveDelivery({
        ...delivery,
        state: waited <= waitsFor ? dueState(now) : { ...delivery.state, reason: "lapsed", detail },
      });
    }
  }

  return {
    of: settingsOf,
    permissionsOf: (kind) => permissions.get(kind) ?? null,
    addressOf: (settings) => settings.apiUrl ?? environmentUrls[settings.kind] ?? null,
    save(what, settings, kind) {
      store.write((writing) => {
        if (settings === null) writing.removeConnection(kind);
        else writing.saveConnection(settings);
        if (settings !== null) releaseHeld(kind, writing);
        const { coordinator } = workspaceIn(writing);
        writing.appendAudit({ at: clock.now(), who: coordinator.name, what, subjectId: kind, before: null, after: settings });
      });
      changes.emit({ topic: "connections" });
      changes.emit({ topic: "deliveries", windowId: null });
    },
    checked(settings, health) {
      if (health.permissions === undefined) permissions.delete(settings.kind);
      else permissions.set(settings.kind, health.permissions);
      const now = clock.now();
      return {
        ...settings,
        account: `${health.account}, ${health.place}`,
        checkedAt: now,
        lastSuccessAt: now,
        expiresAt: health.expiresAt ?? settings.expiresAt,
        paused: null,
      };
    },
    pause(kind, why) {
      const since = clock.now();
      store.write((writing) => {
        const paused = settingsOf(kind).paused ?? { since, why };
        writing.saveConnection({ ...settingsOf(kind), paused });
        const { name } = workspaceIn(writing).coordinator;
        writing.appendAudit({ at: since, who: name, what: "connections.pause", subjectId: kind, before: null, after: paused });
      });
      changes.emit({ topic: "connections" });
    },
  };
}
