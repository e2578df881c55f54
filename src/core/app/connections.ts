import type { Delivery } from "../domain/delivery.ts";
import { type Connection, type ConnectionHealth, type ConnectionKind, connectionKinds } from "../ports/messenger.ts";
import type { ConnectionSettings } from "../ports/store.ts";
import { type Answer, done, refuse } from "./answer.ts";
import { type ChannelReaches, createChannelReaches } from "./channel-reach.ts";
import { connectionOf, type Dependencies } from "./dependencies.ts";
import type { FindMessenger } from "./sending.ts";
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

/** Connections and the way they give out: a delivery finds its messenger here, a channel whoever knows its readers. */
export function createConnections(dependencies: Dependencies): {
  readonly desk: Connections;
  readonly findMessenger: FindMessenger;
  readonly reaches: ChannelReaches;
} {
  const { store, clock, changes, secrets, connectionFactories, environmentUrls, practice } = dependencies;
  const open = new Map<ConnectionKind, { readonly key: string; readonly connection: Connection }>();
  const secretName = (kind: ConnectionKind): string => `connection.${kind}.token`;

  function settingsOf(kind: ConnectionKind): ConnectionSettings {
    const stored = store.read((reading) => reading.connections()).find((settings) => settings.kind === kind);
    return stored ?? { kind, apiUrl: null, account: "", checkedAt: null };
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
    const connection = connectionFactories[kind]({ apiUrl, token });
    open.set(kind, { key, connection });
    return connection;
  }

  const reaches = createChannelReaches(dependencies, connectionFor);

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
      if (settings !== null)
        releaseHeld(kind, writing.deliveriesIn(["held"], 10_000), (delivery) => writing.saveDelivery(delivery));
      const { coordinator } = workspaceIn(writing);
      writing.appendAudit({ at: clock.now(), who: coordinator.name, what, subjectId: kind, before: null, after: settings });
    });
    changes.emit({ topic: "connections" });
    changes.emit({ topic: "deliveries", windowId: null });
  }

  /** What waited only for this connection is in line again; it is looked at once more before it leaves. */
  function releaseHeld(kind: ConnectionKind, held: readonly Delivery[], save: (delivery: Delivery) => void): void {
    for (const delivery of held) {
      if (connectionOf(delivery.carrier) !== kind || delivery.state.kind !== "held" || delivery.state.reason !== "noConnection")
        continue;
      save({ ...delivery, state: { kind: "due", since: clock.now(), attempts: 0, detail: "" } });
    }
  }

  return {
    reaches,
    findMessenger(delivery) {
      const kind = connectionOf(delivery.carrier);
      if (kind === null) return practice;
      return (
        connectionFor(kind) ?? { missing: `${providerNames[kind]} is not connected, so it was not sent. Connect it in Settings.` }
      );
    },
    desk: {
      all: () => connectionKinds.map(viewOf),
      async connect(kind, token, apiUrl) {
        const allowed = mayWrite(store);
        if (!allowed.ok) return allowed;
        const address = apiUrl ?? environmentUrls[kind];
        const health = await connectionFactories[kind]({ apiUrl: address, token }).check();
        if (health.kind !== "works") {
          return refuse("connection", `${health.detail} The token was not kept, and nothing was sent.`, "token");
        }
        secrets.set(secretName(kind), token);
        saveSettings(
          "connections.connect",
          { kind, apiUrl, account: `${health.account}, ${health.place}`, checkedAt: clock.now() },
          kind,
        );
        await reaches.lookUpAll(kind);
        return done(viewOf(kind));
      },
      async check(kind): Promise<ConnectionHealth> {
        const connection = connectionFor(kind);
        if (connection === null) return { kind: "refused", detail: `${providerNames[kind]} is not connected.` };
        const health = await connection.check();
        if (health.kind === "works" && store.readOnly === null) {
          saveSettings(
            "connections.check",
            { ...settingsOf(kind), account: `${health.account}, ${health.place}`, checkedAt: clock.now() },
            kind,
          );
          await reaches.lookUpAll(kind);
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
