import type { Instant } from "../domain/instant.ts";

/** How a person signs in: in the system's browser, which comes back to this computer, or with a code typed anywhere. */
export const signInWays = ["browser", "deviceCode"] as const;
export type SignInWay = (typeof signInWays)[number];

/** Something a person fills in, or chooses, before signing in. Never a secret. */
export type SignInField = {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly isRequired: boolean;
  /** What it is when nothing was said. */
  readonly usual: string;
  /** What there is to choose from; empty where it is typed. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

/** What a person may use the sign-in for; its rights are asked for with it, and not before. */
export type SignInFeature = {
  readonly name: string;
  readonly label: string;
  /** What its rights are for, in a sentence without a full stop. */
  readonly isFor: string;
  /** The rights it needs, as they are called there. */
  readonly permissions: readonly string[];
  /** Asked for with every sign-in. */
  readonly isBase: boolean;
  readonly needsAdministrator: boolean;
};

/** What a person is shown while a sign-in waits for them. */
export type SignInPrompt =
  /** A page to open on this computer. */
  | { readonly kind: "page"; readonly url: string }
  /** A code to type at an address, on any computer. */
  | { readonly kind: "code"; readonly code: string; readonly url: string };

/** Why a sign-in came to nothing. Each has a sentence of its own with the next step. */
export type SignInTrouble =
  | "cancelled"
  | "timeLimit"
  /** The person, or a policy for them, did not agree. */
  | "consentRefused"
  | "administratorNeeded"
  | "wrongTenant"
  | "wrongCloud"
  /** The app is not registered as Forewarn needs it: its id, its kind, its redirect address. */
  | "wrongRegistration"
  | "expired"
  | "revoked"
  | "clockWrong"
  | "proxyPassword"
  | "captivePortal"
  | "unreachable"
  /** An answer that is not of this sign-in, or not to be believed. */
  | "notGenuine"
  | "other";

export type SignInOutcome =
  | {
      readonly kind: "signedIn";
      /** What is kept among the secrets, in the adapter's own form; it alone reads it again. */
      readonly keepsake: string;
    }
  | { readonly kind: "failed"; readonly trouble: SignInTrouble; readonly detail: string };

/** What a sign-in is begun with. */
export type SignInStart = {
  readonly way: SignInWay;
  /** What was filled in, by the names of the fields. */
  readonly values: Readonly<Record<string, string>>;
  /** The names of the features wanted beside the base ones. */
  readonly features: readonly string[];
  /** Told once there is something for the person to do. */
  readonly show: (prompt: SignInPrompt) => void;
  /** When the person cancels or the time is over, whatever listens or asks must end. */
  readonly end: SignInEnd;
};

/** Says that a sign-in is over, from outside of it. */
export interface SignInEnd {
  isOver(): boolean;
  /** Calls once it is over; at once where it is already. */
  whenOver(then: () => void): void;
}

/** Where what a sign-in left is kept. Only for as long as its connection is: later saves are dropped. */
export interface Keepsake {
  read(): string | null;
  /** Keeps what replaces it, before the old one is given up. Throws when it can't be kept. */
  save(next: string): void;
}

export type FreshToken =
  | { readonly kind: "token"; readonly token: string }
  /** Expired, revoked, refused: a person must sign in again. */
  | { readonly kind: "signInNeeded"; readonly detail: string }
  /** No token could be had just now; nothing was sent. */
  | { readonly kind: "unreachable"; readonly detail: string };

/** Gives an access token that is good for now. A connection asks anew for every call. */
export interface TokenSource {
  /** Never throws. */
  fresh(): Promise<FreshToken>;
  /** The rights the sign-in has, as far as they are known; null before the first token and where the system does not say. */
  granted(): readonly string[] | null;
  /** Until when the sign-in holds, where that is known: not one token, which is replaced by itself. */
  endsAt(): Instant | null;
}

/** Guided sign-in, as a connector offers it. What it knows of its provider stays in it. */
export type GuidedSignIn = {
  readonly ways: readonly SignInWay[];
  readonly fields: readonly SignInField[];
  readonly features: readonly SignInFeature[];
  /** What must be there before, step by step: an app registration. */
  readonly steps: readonly string[];
  /** Runs one sign-in to its end. Expected failures are values; what it began ends when its `end` says so. */
  run(start: SignInStart): Promise<SignInOutcome>;
  /** The tokens of a sign-in that was kept, with what was filled in for it; `features` are in it as words. */
  tokens(keepsake: Keepsake, values: Readonly<Record<string, string>>): TokenSource;
};
