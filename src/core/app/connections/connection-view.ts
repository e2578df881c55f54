import type { ConnectionField, ConnectionGuide, Connector, Permissions } from "../../ports/connector.ts";
import type { SignInFeature, SignInField, SignInWay } from "../../ports/sign-in.ts";
import type { ConnectionSettings } from "../../ports/store.ts";
import type { ConnectedBy } from "./open-connections.ts";
import type { SignInState } from "./sign-ins.ts";

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

/** A connector as Settings shows it, with what only the application knows of its connection. */
export function connectionView(
  connector: Connector,
  settings: ConnectionSettings,
  now: Pick<ConnectionView, "by" | "signIn" | "permissions" | "secretsPlace" | "canSendTest"> & {
    readonly address: string | null;
  },
): ConnectionView {
  const { guide, fields, usualUrl, urlFor, keepsCounterparts, signIn } = connector;
  const { address, by, ...rest } = now;
  return {
    ...settings,
    ...rest,
    isConnected: by !== null,
    by,
    effectiveUrl: address ?? (by === "signIn" ? urlFor?.(settings.values) : null) ?? usualUrl ?? "",
    keepsCounterparts,
    needs: { hasOwnAddress: usualUrl === null, guide, fields, signIn: signIn === undefined ? null : needsOf(signIn) },
  };
}

function needsOf({ ways, fields, features, steps }: SignInNeeds): SignInNeeds {
  return { ways, fields, features, steps };
}
