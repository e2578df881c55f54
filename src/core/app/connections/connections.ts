import { type ConnectionKind, connectionNames, messagingKinds } from "../../domain/connection-kind.ts";
import type { ConnectionHealth, Connector } from "../../ports/connector.ts";
import type { Keepsake } from "../../ports/sign-in.ts";
import { type Answer, done, refuse } from "../answer.ts";
import { connectionOf, type Dependencies } from "../dependencies.ts";
import type { Vigil } from "../sending/vigil.ts";
import type { SenderWays } from "../sending/ways.ts";
import { mayWrite } from "../workspace-in-use.ts";
import { createConnectionSettings } from "./connection-settings.ts";
import { type ConnectionView, connectionView } from "./connection-view.ts";
import { type ConnectionFor, createOpenConnections } from "./open-connections.ts";
import { createReaderLookUps, type ReaderLookUps } from "./reader-look-ups.ts";
import { createSignIns, type SignInInput, type SignIns } from "./sign-ins.ts";
import { sendTestMessage } from "./test-message.ts";

/** What a person filled in to connect. */
export type ConnectInput = {
  readonly token: string;
  readonly apiUrl: string | null;
  readonly values: Readonly<Record<string, string>>;
};

export interface Connections {
  all(): readonly ConnectionView[];
  /** Keeps the token and checks it; a refused token is not kept. */
  connect(kind: ConnectionKind, input: ConnectInput): Promise<Answer<ConnectionView>>;
  /** Begins a guided sign-in; resolves when there is something for the person to do, or when it has ended. */
  beginSignIn(kind: ConnectionKind, input: SignInInput): Promise<Answer<ConnectionView>>;
  /** Ends a sign-in that waits, or puts away what is told of one that ended. */
  cancelSignIn(kind: ConnectionKind): Answer<ConnectionView>;
  check(kind: ConnectionKind): Promise<ConnectionHealth>;
  /** Sends a test message to the person who connected it, in practice, too; says where it is to be found. */
  sendTest(kind: ConnectionKind): Promise<Answer<{ readonly where: string }>>;
  disconnect(kind: ConnectionKind): Answer<{ readonly kind: ConnectionKind }>;
}

/** Connections and the ways they give out: a delivery finds its messenger here, a channel whoever knows its readers. */
export function createConnections(
  dependencies: Dependencies,
  vigil: Vigil,
): {
  readonly desk: Connections;
  readonly readerLookUps: ReaderLookUps;
  readonly connectionFor: ConnectionFor;
  /** Nothing goes to this system until somebody signs in again. */
  readonly pauseConnection: (kind: ConnectionKind, why: string) => void;
  /** Why nothing goes to this system just now, in a sentence; null while it works. */
  readonly whyNot: (kind: ConnectionKind) => string | null;
  readonly signIns: Pick<SignIns, "tick" | "halt">;
} & Pick<SenderWays, "findMessenger" | "askTime"> {
  const { store, secrets, connectors, practice } = dependencies;
  const settings = createConnectionSettings(dependencies);

  function connectorOf(kind: ConnectionKind): Connector {
    const connector = connectors.find((each) => each.kind === kind);
    if (connector === undefined) throw new Error(`No connector for ${kind} was handed in`);
    return connector;
  }

  const { howConnected, connectionFor, tryToken, trySignIn, keep, forget } = createOpenConnections(
    dependencies,
    vigil,
    connectorOf,
    settings.of,
    settings.addressOf,
  );

  /** Checks what a sign-in brought before anything of it is kept. */
  async function keepSignIn(
    kind: ConnectionKind,
    { keepsake, values, features }: { readonly keepsake: string } & Omit<SignInInput, "way">,
    isWanted: () => boolean,
  ): Promise<Answer<null>> {
    let latest = keepsake;
    const own: Keepsake = {
      read: () => latest,
      save(next) {
        latest = next;
      },
    };
    const chosen = { ...values, features: features.join(" ") };
    // Where it is follows from what was chosen: an address of an earlier token is not taken over.
    const address = settings.addressOf({ kind, apiUrl: null });
    const health = await trySignIn(kind, own, address, chosen).check();
    if (health.kind !== "works") {
      return refuse("connection", `${health.detail} The sign-in was not kept, and nothing was sent.`);
    }
    if (!isWanted()) return refuse("notPossible", "The sign-in was given up meanwhile. It was not kept.");
    keep(kind, "signIn", latest, {});
    const next = { ...settings.of(kind), apiUrl: null, values: chosen, expiresAt: null };
    settings.save("connections.signIn", settings.checked(next, health), kind);
    await readerLookUps.lookUpAll(kind);
    return done(null);
  }

  const signIns = createSignIns(dependencies, keepSignIn);

  const readerLookUps = createReaderLookUps(dependencies, connectionFor);

  function viewOf(connector: Connector): ConnectionView {
    const { kind } = connector;
    const by = howConnected(kind);
    const kept = settings.of(kind);
    return connectionView(connector, kept, {
      by,
      signIn: signIns.stateOf(kind),
      permissions: by === null ? null : settings.permissionsOf(kind),
      address: settings.addressOf(kept),
      secretsPlace: secrets.place,
      canSendTest: by !== null && connectionFor(kind)?.tellMyself !== undefined,
    });
  }

  function whyNot(kind: ConnectionKind): string | null {
    const { paused } = settings.of(kind);
    if (paused !== null) return `${paused.why} Nothing goes to ${connectionNames[kind]} until then.`;
    return connectionFor(kind) === null ? `${connectionNames[kind]} is not connected. Connect it in Settings.` : null;
  }

  return {
    readerLookUps,
    connectionFor,
    whyNot,
    signIns,
    findMessenger(delivery) {
      const kind = connectionOf(delivery.carrier);
      if (kind === null) return practice;
      const { paused } = settings.of(kind);
      if (paused !== null) return { missing: `${paused.why} Nothing goes to ${connectionNames[kind]} until then.` };
      const connection = connectionFor(kind);
      if (connection?.messages === undefined) {
        return { missing: `${connectionNames[kind]} is not connected, so it was not sent. Connect it in Settings.` };
      }
      return { ...connection.messages, check: connection.check };
    },
    pauseConnection: settings.pause,
    async askTime() {
      for (const kind of messagingKinds) await connectionFor(kind)?.check();
    },
    desk: {
      all: () => connectors.map(viewOf),
      async connect(kind, { token, apiUrl, values }) {
        const allowed = mayWrite(store);
        if (!allowed.ok) return allowed;
        const connector = connectorOf(kind);
        const address = settings.addressOf({ kind, apiUrl });
        if (connector.usualUrl === null && address === null) {
          return refuse("invalid", `Say at which address your ${connectionNames[kind]} is. Nothing was kept.`, "apiUrl");
        }
        const missing = connector.fields.find(({ name, isRequired }) => isRequired && (values[name] ?? "").trim() === "");
        if (missing !== undefined) return refuse("invalid", `Fill in: ${missing.label}. Nothing was kept.`, missing.name);
        const health = await tryToken(kind, token, address, values).check();
        if (health.kind !== "works") {
          return refuse("connection", `${health.detail} The token was not kept, and nothing was sent.`, "token");
        }
        keep(kind, "token", token, values);
        const openFields = connector.fields.filter(({ isSecret }) => !isSecret);
        const openValues = Object.fromEntries(openFields.map(({ name }) => [name, values[name] ?? ""]));
        settings.save(
          "connections.connect",
          settings.checked({ ...settings.of(kind), apiUrl, values: openValues, expiresAt: null }, health),
          kind,
        );
        await readerLookUps.lookUpAll(kind);
        return done(viewOf(connector));
      },
      async beginSignIn(kind, input) {
        const begun = await signIns.begin(kind, input);
        return begun.ok ? done(viewOf(connectorOf(kind))) : begun;
      },
      cancelSignIn(kind) {
        signIns.cancel(kind);
        return done(viewOf(connectorOf(kind)));
      },
      sendTest: (kind) => sendTestMessage(dependencies, connectionFor, kind),
      async check(kind): Promise<ConnectionHealth> {
        const connection = connectionFor(kind);
        if (connection === null) return { kind: "refused", detail: `${connectionNames[kind]} is not connected.` };
        const health = await connection.check();
        if (health.kind === "works" && store.readOnly === null) {
          settings.save("connections.check", settings.checked(settings.of(kind), health), kind);
          await readerLookUps.lookUpAll(kind);
        }
        if (health.kind === "refused" && store.readOnly === null) settings.pause(kind, health.detail);
        return health;
      },
      disconnect(kind) {
        const allowed = mayWrite(store);
        if (!allowed.ok) return allowed;
        forget(kind);
        settings.save("connections.disconnect", null, kind);
        return done({ kind });
      },
    },
  };
}
