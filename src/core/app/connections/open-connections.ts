import { type ConnectionKind, carriesMessages } from "../../domain/connection-kind.ts";
import type { Connection, Connector } from "../../ports/connector.ts";
import type { Keepsake } from "../../ports/sign-in.ts";
import type { ConnectionSettings } from "../../ports/store.ts";
import type { Dependencies } from "../dependencies.ts";
import type { Vigil } from "../sending/vigil.ts";

/** How a system is connected: by a token that was pasted, or by signing in. Never both. */
export type ConnectedBy = "token" | "signIn";

/** Gives a connection to whoever does something with it; null where there is none. */
export type ConnectionFor = (kind: ConnectionKind) => Connection | null;

/** Connections in use, and the secrets they are made from. */
export type OpenConnections = {
  howConnected(kind: ConnectionKind): ConnectedBy | null;
  /** The connection for a kind, the same one while its address, its secrets and its settings are. */
  connectionFor(kind: ConnectionKind): Connection | null;
  /** One to be looked at before anything of it is kept. */
  tryToken(kind: ConnectionKind, token: string, apiUrl: string | null, values: Values): Connection;
  trySignIn(kind: ConnectionKind, keepsake: Keepsake, apiUrl: string | null, values: Values): Connection;
  /** Keeps one way to connect, and gives up the other. `secretValues` are those of the connector's secret fields. */
  keep(kind: ConnectionKind, by: ConnectedBy, secret: string, secretValues: Values): void;
  forget(kind: ConnectionKind): void;
};

type Values = Readonly<Record<string, string>>;
/** `end` makes its keepsake drop what is saved later. */
type OpenConnection = { readonly key: string; readonly connection: Connection; readonly end: () => void };

/** Makes connections when somebody needs them. What only they know of secrets stays here. */
export function createOpenConnections(
  { secrets }: Pick<Dependencies, "secrets">,
  vigil: Pick<Vigil, "heard">,
  connectorOf: (kind: ConnectionKind) => Connector,
  settingsOf: (kind: ConnectionKind) => ConnectionSettings,
  addressOf: (settings: ConnectionSettings) => string | null,
): OpenConnections {
  const open = new Map<ConnectionKind, OpenConnection>();
  /** Only the clocks of those that carry messages are believed: anybody's webhook could stop all sending with a wrong one. */
  const clockOf = (kind: ConnectionKind) => (carriesMessages(kind) ? vigil.heard : () => undefined);
  const secretName = (kind: ConnectionKind, field: string): string => `connection.${kind}.${field}`;
  const secretFields = (kind: ConnectionKind) => connectorOf(kind).fields.filter(({ isSecret }) => isSecret);

  function howConnected(kind: ConnectionKind): ConnectedBy | null {
    if (secrets.get(secretName(kind, "token")) !== null) return "token";
    return connectorOf(kind).signIn !== undefined && secrets.get(secretName(kind, "signIn")) !== null ? "signIn" : null;
  }

  function tryToken(kind: ConnectionKind, token: string, apiUrl: string | null, values: Values): Connection {
    return connectorOf(kind).connect({ apiUrl, token, values, heardTime: clockOf(kind) });
  }

  function trySignIn(kind: ConnectionKind, keepsake: Keepsake, apiUrl: string | null, values: Values): Connection {
    const connector = connectorOf(kind);
    const tokens = connector.signIn?.tokens(keepsake, values);
    if (tokens === undefined) throw new Error(`${kind} has no sign-in`);
    return connector.connect({ apiUrl, token: "", tokens, values, heardTime: clockOf(kind) });
  }

  /** What a sign-in left, among the secrets. After `end` nothing more is saved: it may belong to somebody else by then. */
  function kept(kind: ConnectionKind): { readonly keepsake: Keepsake; readonly end: () => void } {
    const name = secretName(kind, "signIn");
    let isOver = false;
    return {
      keepsake: {
        read: () => (isOver ? null : secrets.get(name)),
        save(next) {
          if (!isOver) secrets.set(name, next);
        },
      },
      end() {
        isOver = true;
      },
    };
  }

  function giveUp(kind: ConnectionKind): void {
    open.get(kind)?.end();
    open.delete(kind);
  }

  return {
    howConnected,
    tryToken,
    trySignIn,
    connectionFor(kind) {
      const by = howConnected(kind);
      if (by === null) return null;
      const settings = settingsOf(kind);
      const values = { ...settings.values };
      for (const { name } of secretFields(kind)) values[name] = secrets.get(secretName(kind, name)) ?? "";
      const apiUrl = addressOf(settings);
      const token = by === "token" ? (secrets.get(secretName(kind, "token")) ?? "") : "";
      const key = JSON.stringify([apiUrl, by, token, values]);
      const known = open.get(kind);
      if (known?.key === key) return known.connection;
      giveUp(kind);
      const { keepsake, end } = kept(kind);
      const connection = by === "token" ? tryToken(kind, token, apiUrl, values) : trySignIn(kind, keepsake, apiUrl, values);
      open.set(kind, { key, connection, end });
      return connection;
    },
    keep(kind, by, secret, secretValues) {
      giveUp(kind);
      secrets.set(secretName(kind, by), secret);
      secrets.remove(secretName(kind, by === "token" ? "signIn" : "token"));
      for (const { name } of secretFields(kind)) secrets.set(secretName(kind, name), secretValues[name] ?? "");
    },
    forget(kind) {
      giveUp(kind);
      for (const name of ["token", "signIn"]) secrets.remove(secretName(kind, name));
      for (const { name } of secretFields(kind)) secrets.remove(secretName(kind, name));
    },
  };
}
