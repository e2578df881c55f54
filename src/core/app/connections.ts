import { roughly } from "../domain/clock-doubt.ts";
import { type ConnectionKind, connectionNames, messagingKinds } from "../domain/connection-kind.ts";
import { dueState } from "../domain/delivery.ts";
import { minute } from "../domain/instant.ts";
import type {
  Connection,
  ConnectionField,
  ConnectionGuide,
  ConnectionHealth,
  Connector,
  Permissions,
} from "../ports/connector.ts";
import type { Keepsake, SignInFeature, SignInField, SignInWay } from "../ports/sign-in.ts";
import type { ConnectionSettings, WriteStore } from "../ports/store.ts";
import { type Answer, done, refuse } from "./answer.ts";
import { connectionOf, type Dependencies } from "./dependencies.ts";
import { type ConnectedBy, createOpenConnections } from "./open-connections.ts";
import { createReaderLookUps, type ReaderLookUps } from "./reader-look-ups.ts";
import { createSignIns, type SignInInput, type SignInState, type SignIns } from "./sign-ins.ts";
import type { Vigil } from "./vigil.ts";
import type { SenderWays } from "./ways.ts";
import { mayWrite, workspaceIn } from "./workspace-in-use.ts";

export type ConnectionView = ConnectionSettings & {
  readonly isConnected: boolean;
  /** How it was connected: by a token that was pasted, or by signing in; null when it is not. */
  readonly by: ConnectedBy | null;
  /** A sign-in under way, or how the last one ended. */
  readonly signIn: SignInState | null;
  /** What it may do and what it lacks, by its last check since the start; null where nobody asked or the system does not say. */
  readonly permissions: Permissions | null;
  /** The address in use, after settings and environment; empty where everyone has an address of their own and none was given. */
  readonly effectiveUrl: string;
  readonly secretsPlace: "system" | "memory";
  readonly keepsCounterparts: boolean;
  /** Whether it can send a test message to the person who connected it. */
  readonly canSendTest: boolean;
  /** What is to be filled in to connect. */
  readonly needs: {
    readonly hasOwnAddress: boolean;
    readonly guide: ConnectionGuide;
    readonly fields: readonly ConnectionField[];
    /** What signing in asks for; null where only a token can be pasted. */
    readonly signIn: SignInNeeds | null;
  };
};

/** What a person chooses before signing in. */
export type SignInNeeds = {
  readonly ways: readonly SignInWay[];
  readonly fields: readonly SignInField[];
  readonly features: readonly SignInFeature[];
  readonly steps: readonly string[];
};

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

/** Gives a connection to whoever does something with it; null where there is none. */
export type ConnectionFor = (kind: ConnectionKind) => Connection | null;

/** What waited this long for a sign-in is decided by a person: no flush. */
const waitsFor = 30 * minute;

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
  const { store, clock, changes, secrets, connectors, environmentUrls, practice } = dependencies;
  const permissions = new Map<ConnectionKind, Permissions>();

  function connectorOf(kind: ConnectionKind): Connector {
    const connector = connectors.find((each) => each.kind === kind);
    if (connector === undefined) throw new Error(`No connector for ${kind} was handed in`);
    return connector;
  }

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

  function addressOf(settings: Pick<ConnectionSettings, "kind" | "apiUrl">): string | null {
    return settings.apiUrl ?? environmentUrls[settings.kind] ?? null;
  }

  const { howConnected, connectionFor, tryToken, trySignIn, keep, forget } = createOpenConnections(
    dependencies,
    vigil,
    connectorOf,
    settingsOf,
    addressOf,
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
    const settings = { ...values, features: features.join(" ") };
    // Where it is follows from what was chosen: an address of an earlier token is not taken over.
    const address = addressOf({ kind, apiUrl: null });
    const health = await trySignIn(kind, own, address, settings).check();
    if (health.kind !== "works") {
      return refuse("connection", `${health.detail} The sign-in was not kept, and nothing was sent.`);
    }
    if (!isWanted()) return refuse("notPossible", "The sign-in was given up meanwhile. It was not kept.");
    keep(kind, "signIn", latest, {});
    const next = { ...settingsOf(kind), apiUrl: null, values: settings, expiresAt: null };
    saveSettings("connections.signIn", checked(next, health), kind);
    await readerLookUps.lookUpAll(kind);
    return done(null);
  }

  const signIns = createSignIns(dependencies, keepSignIn);

  const readerLookUps = createReaderLookUps(dependencies, connectionFor);

  function viewOf({ kind, guide, fields, usualUrl, urlFor, keepsCounterparts, signIn }: Connector): ConnectionView {
    const settings = settingsOf(kind);
    const by = howConnected(kind);
    return {
      ...settings,
      isConnected: by !== null,
      by,
      signIn: signIns.stateOf(kind),
      permissions: by === null ? null : (permissions.get(kind) ?? null),
      effectiveUrl: addressOf(settings) ?? (by === "signIn" ? urlFor?.(settings.values) : null) ?? usualUrl ?? "",
      secretsPlace: secrets.place,
      keepsCounterparts,
      canSendTest: by !== null && connectionFor(kind)?.tellMyself !== undefined,
      needs: { hasOwnAddress: usualUrl === null, guide, fields, signIn: signIn === undefined ? null : needsOf(signIn) },
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

  /** What a health that works leaves in the settings. */
  function checked(settings: ConnectionSettings, health: Extract<ConnectionHealth, { kind: "works" }>): ConnectionSettings {
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
  }

  function pauseConnection(kind: ConnectionKind, why: string): void {
    const since = clock.now();
    store.write((writing) => {
      const paused = settingsOf(kind).paused ?? { since, why };
      writing.saveConnection({ ...settingsOf(kind), paused });
      const { name } = workspaceIn(writing).coordinator;
      writing.appendAudit({ at: since, who: name, what: "connections.pause", subjectId: kind, before: null, after: paused });
    });
    changes.emit({ topic: "connections" });
  }

  function whyNot(kind: ConnectionKind): string | null {
    const { paused } = settingsOf(kind);
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
      const { paused } = settingsOf(kind);
      if (paused !== null) return { missing: `${paused.why} Nothing goes to ${connectionNames[kind]} until then.` };
      const connection = connectionFor(kind);
      if (connection?.messages === undefined) {
        return { missing: `${connectionNames[kind]} is not connected, so it was not sent. Connect it in Settings.` };
      }
      return { ...connection.messages, check: connection.check };
    },
    pauseConnection,
    async askTime() {
      for (const kind of messagingKinds) await connectionFor(kind)?.check();
    },
    desk: {
      all: () => connectors.map(viewOf),
      async connect(kind, { token, apiUrl, values }) {
        const allowed = mayWrite(store);
        if (!allowed.ok) return allowed;
        const connector = connectorOf(kind);
        const address = addressOf({ kind, apiUrl });
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
        saveSettings(
          "connections.connect",
          checked({ ...settingsOf(kind), apiUrl, values: openValues, expiresAt: null }, health),
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
      async sendTest(kind) {
        const allowed = mayWrite(store);
        if (!allowed.ok) return allowed;
        const { name, coordinator } = store.read(workspaceIn);
        const connection = connectionFor(kind);
        if (connection?.tellMyself === undefined) {
          return refuse("notPossible", `${connectionNames[kind]} is not connected, or carries no messages. Nothing was sent.`);
        }
        const words = {
          subject: `Test from Forewarn: ${name}`,
          text: `This is a test from Forewarn, workspace ${name}. It went to you alone, and means that messages can leave this way.`,
        };
        const asked = await connection.tellMyself(words, coordinator.email);
        const told = asked.kind === "answered" ? asked.value : null;
        store.write((writing) => {
          if (told !== null) writing.connectionWorked(kind, clock.now());
          writing.appendAudit({
            at: clock.now(),
            who: coordinator.name,
            what: "connections.sendTest",
            subjectId: kind,
            before: null,
            after: told ?? { failed: asked.kind },
          });
        });
        if (told !== null) changes.emit({ topic: "connections" });
        if (asked.kind !== "answered") {
          const left = asked.kind === "unreachable" ? "The test may or may not have left." : "No test was sent.";
          return refuse("connection", `${asked.detail} ${left}`);
        }
        return done(asked.value);
      },
      async check(kind): Promise<ConnectionHealth> {
        const connection = connectionFor(kind);
        if (connection === null) return { kind: "refused", detail: `${connectionNames[kind]} is not connected.` };
        const health = await connection.check();
        if (health.kind === "works" && store.readOnly === null) {
          saveSettings("connections.check", checked(settingsOf(kind), health), kind);
          await readerLookUps.lookUpAll(kind);
        }
        if (health.kind === "refused" && store.readOnly === null) pauseConnection(kind, health.detail);
        return health;
      },
      disconnect(kind) {
        const allowed = mayWrite(store);
        if (!allowed.ok) return allowed;
        forget(kind);
        saveSettings("connections.disconnect", null, kind);
        return done({ kind });
      },
    },
  };
}

function needsOf({ ways, fields, features, steps }: SignInNeeds): SignInNeeds {
  return { ways, fields, features, steps };
}
