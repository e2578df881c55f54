import { roughly } from "../domain/clock-doubt.ts";
import { dueState } from "../domain/delivery.ts";
import { minute } from "../domain/instant.ts";
import { type Connection, type ConnectionHealth, type ConnectionKind, connectionKinds } from "../ports/messenger.ts";
import type { ConnectionSettings, WriteStore } from "../ports/store.ts";
import { type Answer, done, refuse } from "./answer.ts";
import { connectionOf, type Dependencies } from "./dependencies.ts";
import { createReaderLookUps, type ReaderLookUps } from "./reader-look-ups.ts";
import type { Vigil } from "./vigil.ts";
import type { SenderWays } from "./ways.ts";
import { mayWrite, workspaceIn } from "./workspace-in-use.ts";

export type ConnectionView = ConnectionSettings & {
  readonly isConnected: boolean;
  /** The address in use, after settings and environment. */
  readonly effectiveUrl: string;
  readonly secretsPlace: "system" | "memory";
};

export interface Connections {
  all(): readonly ConnectionView[];
  /** Keeps the token and checks it; a refused token is not kept. */
  connect(kind: ConnectionKind, token: string, apiUrl: string | null): Promise<Answer<ConnectionView>>;
  check(kind: ConnectionKind): Promise<ConnectionHealth>;
  disconnect(kind: ConnectionKind): Answer<{ readonly kind: ConnectionKind }>;
}

const usualUrls: Readonly<Record<ConnectionKind, string>> = {
  slack: "https://slack.com/api/",
  graph: "https://graph.microsoft.com/v1.0",
};
const providerNames: Readonly<Record<ConnectionKind, string>> = { slack: "Slack", graph: "Microsoft 365" };

/** What waited this long for a sign-in is decided by a person: no flush. */
const waitsFor = 30 * minute;

/** Connections and the ways they give out: a delivery finds its messenger here, a channel whoever knows its readers. */
export function createConnections(
  dependencies: Dependencies,
  vigil: Vigil,
): { readonly desk: Connections; readonly readerLookUps: ReaderLookUps } & Pick<
  SenderWays,
  "findMessenger" | "pauseConnection" | "askTime"
> {
  const { store, clock, changes, secrets, connectionFactories, environmentUrls, practice } = dependencies;
  const open = new Map<ConnectionKind, { readonly key: string; readonly connection: Connection }>();
  const secretName = (kind: ConnectionKind): string => `connection.${kind}.token`;

  function settingsOf(kind: ConnectionKind): ConnectionSettings {
    const stored = store.read((reading) => reading.connections()).find((settings) => settings.kind === kind);
    return stored ?? { kind, apiUrl: null, account: "", checkedAt: null, paused: null };
  }

  function addressOf(settings: ConnectionSettings): string | null {
    return settings.apiUrl ?? environmentUrls[settings.kind];
  }

  /** The connection for a kind, kept while its address and token stay the same. */
  function connectionFor(kind: ConnectionKind): Connection | null {
    const token = secrets.get(secretName(kind));
    if (token === null) return null;
    const apiUrl = addressOf(settingsOf(kind));
    const key = `${apiUrl}\n${token}`;
    const known = open.get(kind);
    if (known?.key === key) return known.connection;
    const connection = connectionFactories[kind]({ apiUrl, token, heardTime: vigil.heard });
    open.set(kind, { key, connection });
    return connection;
  }

  const readerLookUps = createReaderLookUps(dependencies, connectionFor);

  function viewOf(kind: ConnectionKind): ConnectionView {
    const settings = settingsOf(kind);
    return {
      ...settings,
      isConnected: secrets.get(secretName(kind)) !== null,
      effectiveUrl: addressOf(settings) ?? usualUrls[kind],
      secretsPlace: secrets.place,
    };
  }

  function saveSettings(what: string, settings: ConnectionSettings | null, kind: ConnectionKind): void {
    store.write((writing) => {
      if (settings === null) writing.removeConnection(kind);
      else writing.saveConnection(settings);
      if (settings !== null) releaseHeld(kind, writing);
      const { coordinator } = workspaceIn(writing);
      writing.appendAudit({ at: clock.now(), who: coordinator.name, what, subjectId: kind, before: null, after: settings });
    });
    changes.emit({ topic: "connections" });
    changes.emit({ topic: "deliveries", windowId: null });
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
    readerLookUps,
    findMessenger(delivery) {
      const kind = connectionOf(delivery.carrier);
      if (kind === null) return practice;
      const { paused } = settingsOf(kind);
      if (paused !== null) return { missing: `${paused.why} Nothing goes to ${providerNames[kind]} until then.` };
      return (
        connectionFor(kind) ?? { missing: `${providerNames[kind]} is not connected, so it was not sent. Connect it in Settings.` }
      );
    },
    pauseConnection(kind, why) {
      const since = clock.now();
      store.write((writing) => {
        const paused = settingsOf(kind).paused ?? { since, why };
        writing.saveConnection({ ...settingsOf(kind), paused });
        const { name } = workspaceIn(writing).coordinator;
        writing.appendAudit({ at: since, who: name, what: "connections.pause", subjectId: kind, before: null, after: paused });
      });
      changes.emit({ topic: "connections" });
    },
    async askTime() {
      for (const kind of connectionKinds) await connectionFor(kind)?.check();
    },
    desk: {
      all: () => connectionKinds.map(viewOf),
      async connect(kind, token, apiUrl) {
        const allowed = mayWrite(store);
        if (!allowed.ok) return allowed;
        const address = apiUrl ?? environmentUrls[kind];
        const health = await connectionFactories[kind]({ apiUrl: address, token, heardTime: vigil.heard }).check();
        if (health.kind !== "works") {
          return refuse("connection", `${health.detail} The token was not kept, and nothing was sent.`, "token");
        }
        secrets.set(secretName(kind), token);
        saveSettings(
          "connections.connect",
          { kind, apiUrl, account: `${health.account}, ${health.place}`, checkedAt: clock.now(), paused: null },
          kind,
        );
        await readerLookUps.lookUpAll(kind);
        return done(viewOf(kind));
      },
      async check(kind): Promise<ConnectionHealth> {
        const connection = connectionFor(kind);
        if (connection === null) return { kind: "refused", detail: `${providerNames[kind]} is not connected.` };
        const health = await connection.check();
        if (health.kind === "works" && store.readOnly === null) {
          saveSettings(
            "connections.check",
            { ...settingsOf(kind), account: `${health.account}, ${health.place}`, checkedAt: clock.now(), paused: null },
            kind,
          );
          await readerLookUps.lookUpAll(kind);
        }
        return health;
      },
      disconnect(kind) {
        const allowed = mayWrite(store);
        if (!allowed.ok) return allowed;
        secrets.remove(secretName(kind));
        open.delete(kind);
        saveSettings("connections.disconnect", null, kind);
        return done({ kind });
      },
    },
  };
}
