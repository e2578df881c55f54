import type { ConnectionKind } from "../domain/connection-kind.ts";
import type { CounterpartWish, HeldRecord, Place } from "../domain/counterpart.ts";
import type { ChannelAddress } from "../domain/directory.ts";
import type { Instant } from "../domain/instant.ts";
import type { Messenger } from "./messenger.ts";
import type { GuidedSignIn, TokenSource } from "./sign-in.ts";

/** What a connection's own check says. */
export type ConnectionHealth =
  | {
      readonly kind: "works";
      readonly account: string;
      readonly place: string;
      /** What it may do, and what it may not, in words for the person. Absent where the system does not say. */
      readonly permissions?: Permissions;
      /** Until when the sign-in holds; null where it has no end, absent where the system does not say. */
      readonly expiresAt?: Instant | null;
    }
  | { readonly kind: "refused"; readonly detail: string }
  | { readonly kind: "unreachable"; readonly detail: string };

/** Rights a sign-in has, and those that are missing with what each is for. */
export type Permissions = {
  readonly granted: readonly string[];
  readonly missing: readonly { readonly name: string; readonly isFor: string }[];
};

/** Whether people of other organisations read along in a channel, as its provider sees it. */
export type ChannelLookUp =
  | {
      readonly kind: "seen";
      readonly outside: boolean;
      readonly detail: string;
      /** Why nothing can be posted there, with the next step; null when it can, absent where the provider does not say. */
      readonly problem?: string | null;
    }
  /** Not there, not allowed, not reached: nothing is known, but maybe why nothing can be posted there. */
  | { readonly kind: "cannotTell"; readonly detail: string; readonly problem?: string | null };

/** What comes of asking a system for something. */
export type Asked<T> =
  | { readonly kind: "answered"; readonly value: T }
  | { readonly kind: "refused"; readonly detail: string }
  | { readonly kind: "signInNeeded"; readonly detail: string }
  | { readonly kind: "unreachable"; readonly detail: string };

/** What a person picks from instead of pasting ids. */
export type Listed = {
  readonly what: ListedKind;
  readonly id: string;
  readonly name: string;
  /** What tells it from others of its name: a team, a mail address. */
  readonly detail: string;
  /** Why it can't be used as it is: `The app is not in this channel`. */
  readonly problem: string | null;
};
export const listedKinds = ["channel", "chat", "person", "group", "team"] as const;
export type ListedKind = (typeof listedKinds)[number];

/** Lists what there is at a provider. */
export interface Lists {
  /** Kinds of which there is too much to list: they are searched for. All others are listed whole, whatever the search. */
  readonly searched?: readonly ListedKind[];
  /**
   * Everything of a kind, every page of it, or of a search where there is too much to list; within one team where that is
   * needed. Stops between pages once nobody waits any more.
   */
  list(what: ListedKind, search: string, within: string | null, isGivenUp?: () => boolean): Promise<Asked<readonly Listed[]>>;
}

/** What came of making or changing a counterpart. */
export type KeepOutcome =
  | { readonly kind: "kept"; readonly record: HeldRecord }
  /** Provably not done: may be tried again, not before `retryAt` where the system names one. */
  | { readonly kind: "unsent"; readonly detail: string; readonly retryAt: Instant | null }
  /** Provably not done, and would not be next time: a person must act. */
  | { readonly kind: "refused"; readonly detail: string }
  | { readonly kind: "signInNeeded"; readonly detail: string }
  /** May or may not have been done. */
  | { readonly kind: "unknown"; readonly detail: string };

/** What a look for a counterpart brings. */
export type FindOutcome =
  | { readonly kind: "found"; readonly record: HeldRecord }
  | { readonly kind: "absent" }
  | { readonly kind: "cannotTell"; readonly detail: string };

/**
 * Keeps records of windows in another system. An adapter translates and does nothing else: no retries, no waiting.
 * `mayLeave` is asked right before the request that changes something; false means that nothing may be sent.
 */
export interface CounterpartKeeper {
  /** Places a window can be kept in, for these words; a key or an address of a record there gives that record. */
  places(words: string): Promise<Asked<readonly Place[]>>;
  /** Finds what was made before by its mark. */
  find(wish: CounterpartWish, place: Place): Promise<FindOutcome>;
  make(wish: CounterpartWish, place: Place, mayLeave: () => boolean): Promise<KeepOutcome>;
  /** Moves, ends or takes back, whatever the wish says. Doing it twice comes to the same. */
  change(record: HeldRecord, wish: CounterpartWish, place: Place, mayLeave: () => boolean): Promise<KeepOutcome>;
  /** What the system holds now of what was wished; `absent` when it was removed there. */
  read(record: HeldRecord, place: Place, wish: CounterpartWish): Promise<FindOutcome>;
}

/** Who is on call for a place, and what is wrong there now. */
export interface Duty {
  onCall(place: Place, from: Instant, to: Instant): Promise<Asked<readonly OnCall[]>>;
  openIncidents(place: Place): Promise<Asked<readonly Incident[]>>;
}
export type OnCall = {
  readonly name: string;
  readonly email: string | null;
  readonly role: string;
  readonly until: Instant | null;
};
export type Incident = { readonly id: string; readonly title: string; readonly url: string | null; readonly since: Instant };

/** What a test message says. */
export type TestWords = { readonly subject: string; readonly text: string };

/** A connected system. What it can do is what it has; screens and use cases ask for that, never for a name. */
export interface Connection {
  check(): Promise<ConnectionHealth>;
  /** Sends, keeps threads and looks up. */
  readonly messages?: Messenger;
  /** Asks the provider who reads along in a chat channel. Never throws. */
  lookUpChannel?(address: ChannelAddress): Promise<ChannelLookUp>;
  /**
   * Sends these words to the person who connects it, and to nobody else: once, without another try. `email` is where an app,
   * which is nobody itself, finds that person. Never throws.
   */
  tellMyself?(words: TestWords, email: string): Promise<Asked<{ readonly where: string }>>;
  readonly lists?: Lists;
  readonly counterparts?: CounterpartKeeper;
  readonly duty?: Duty;
}

/** Something a person fills in to connect. */
export type ConnectionField = {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** Kept with the system's secrets, and never shown again. */
  readonly isSecret: boolean;
  readonly isRequired: boolean;
};

/** What a connection is made from. */
export type ConnectionParts = {
  /** Another address of the API than the usual one. */
  readonly apiUrl: string | null;
  /** A token that was pasted; empty where somebody signed in. */
  readonly token: string;
  /** Where somebody signed in: asked for a token before every call. */
  readonly tokens?: TokenSource;
  /** What else was filled in, by the names of the connector's fields; secrets among them. */
  readonly values: Readonly<Record<string, string>>;
  /** Told what the provider's clock said in an answer (its `Date`, whole seconds). */
  readonly heardTime: (at: Instant) => void;
};

/** How a person connects a system, in the system's own words. */
export type ConnectionGuide = {
  /** What it is good for: `Slack channels and direct messages`. */
  readonly carries: string;
  /** How one comes by a token, step by step. */
  readonly steps: readonly string[];
  /** The rights the token needs, as they are called there. */
  readonly permissions: string;
  /** What is pasted as the token, where it is called otherwise: `ServiceNow password or token`. */
  readonly tokenLabel?: string;
  /** How a token begins. */
  readonly tokenHint: string;
  /** What an administrator hands in there to have everything set up at once: an app's manifest. */
  readonly manifest?: { readonly label: string; readonly text: string };
  /** When another address is needed, and which. */
  readonly addressHelp: string;
};

/** One system Forewarn can be connected to: one folder of adapters gives one of these. */
export type Connector = {
  readonly kind: ConnectionKind;
  /** The usual address of its API; null where everyone has an address of their own. */
  readonly usualUrl: string | null;
  /** The usual address for what was chosen at a sign-in, where that decides it. */
  readonly urlFor?: (values: Readonly<Record<string, string>>) => string;
  readonly guide: ConnectionGuide;
  /** Whether its connections keep records of windows: screens ask before there is a connection. */
  readonly keepsCounterparts: boolean;
  /** What it needs beside a token and an address. */
  readonly fields: readonly ConnectionField[];
  /** Signing in instead of pasting a token, where the system offers it. */
  readonly signIn?: GuidedSignIn;
  connect(parts: ConnectionParts): Connection;
};

/** What the connections that carry messages are made from: a token is all they need. */
export type MessagingParts = Omit<ConnectionParts, "values">;

/** A connection that carries messages. */
export type MessagingConnection = Connection & { readonly messages: Messenger };
