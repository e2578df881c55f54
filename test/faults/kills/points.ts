import type { ServerStep } from "../../servers/faults.ts";

export const providers = ["slack", "mail", "teams"] as const;
export type Provider = (typeof providers)[number];

/** A request's way through the child's own client (Node's `undici:*` diagnostics channels). */
export type ClientEvent = "beforeConnect" | "connected" | "sendHeaders" | "bodySent" | "headers" | "trailers";

/** Requests that matter: the one that sends, and the one that looks whether a message is there. */
type RequestKind = "send" | "look";

/** The moment at which a child kills itself. */
export type Trigger =
  /** A transaction that did `mark`: an audit entry's command, or `claim`, `remember`, `look`. */
  | { readonly at: "commit"; readonly side: "before" | "after"; readonly mark: string }
  /** Inside a transaction, at the insertion of this audit entry. */
  | { readonly at: "audit"; readonly side: "before" | "after"; readonly what: string }
  | { readonly at: "client"; readonly event: ClientEvent; readonly provider: Provider; readonly request: RequestKind }
  /** The answer was read and understood; what came of it is about to be written. */
  | { readonly at: "parsed"; readonly provider: Provider; readonly request: RequestKind }
  | { readonly at: "secret"; readonly side: "before" | "after" }
  /** A file gets its final name. */
  | { readonly at: "rename"; readonly side: "before" | "after"; readonly to: "backup" | "workspace" }
  | { readonly at: "checkpoint"; readonly side: "before" | "after" }
  /** The copy is about to be migrated. */
  | { readonly at: "migrationBegins" }
  /** A step from one version to the next: before its first statement, after it, after the last, after it is counted. */
  | { readonly at: "migrationStep"; readonly version: number; readonly side: "before" | "inside" | "done" | "counted" };

/** What a life does so that its point is reached. */
export type Drive =
  | "send"
  | "reply"
  | "lookUp"
  | "decide"
  | "rotate"
  | "cancel"
  | "checkpoint"
  | "backUp"
  | "migrate"
  | "restore"
  | "anything";

/** A named moment at which the backend dies. */
export type Point = {
  readonly name: string;
  readonly drive: Drive | Readonly<Record<Provider, Drive>>;
  readonly kill:
    | { readonly by: "child"; readonly trigger: (provider: Provider) => Trigger }
    | { readonly by: "server"; readonly step: ServerStep; readonly request: RequestKind }
    /** So many milliseconds, at random up to this, after the child began. */
    | { readonly by: "time"; readonly within: number }
    | { readonly by: "checkpoint"; readonly within: number };
  /** Why it can't be tried yet; shown by the tests. */
  readonly pending?: string;
};

const sides = ["before", "after"] as const;

function commit(name: string, mark: string, drive: Point["drive"]): readonly Point[] {
  return sides.map((side) => ({
    name: `${name}, ${side} its commit`,
    drive,
    kill: { by: "child", trigger: () => ({ at: "commit", side, mark }) },
  }));
}

function client(name: string, event: ClientEvent, request: RequestKind = "send"): Point {
  return {
    name,
    drive: request === "send" ? "send" : "lookUp",
    kill: { by: "child", trigger: (provider) => ({ at: "client", event, provider, request }) },
  };
}

function server(name: string, step: ServerStep, request: RequestKind = "send"): Point {
  return { name, drive: request === "send" ? "send" : "lookUp", kill: { by: "server", step, request } };
}

function migrationSteps(newest: number): readonly Point[] {
  const steps = Array.from({ length: newest - 1 }, (_, index) => index + 2);
  const step = { before: "before it", inside: "inside it", done: "after it", counted: "after its number" } as const;
  return steps.flatMap((version) =>
    (["before", "inside", "done", "counted"] as const).map(
      (side): Point => ({
        name: `migration step ${version}, ${step[side]}`,
        drive: "migrate",
        kill: { by: "child", trigger: () => ({ at: "migrationStep", version, side }) },
      }),
    ),
  );
}

function rename(name: string, to: "backup" | "workspace", drive: Drive): readonly Point[] {
  return sides.map((side) => ({
    name: `${name}, ${side} the rename`,
    drive,
    kill: { by: "child", trigger: () => ({ at: "rename", side, to }) },
  }));
}

/** Every point at which the backend is killed. `newestVersion` is that of the workspace's file. */
export function pointsFor(newestVersion: number): readonly Point[] {
  return [
    ...commit("approve", "notices.approve", "send"),
    ...commit("claim", "claim", "send"),
    ...commit("sending", "delivery.sending", "send"),
    ...sides.map(
      (side): Point => ({
        name: `audit append, ${side} the entry`,
        drive: "send",
        kill: { by: "child", trigger: () => ({ at: "audit", side, what: "delivery.sending" }) },
      }),
    ),
    client("before connecting", "beforeConnect"),
    client("connected", "connected"),
    client("request's headers written", "sendHeaders"),
    server("first byte at the server", "firstByte"),
    client("last byte written", "bodySent"),
    server("last byte at the server, not taken", "read"),
    server("taken, before the answer", "taken"),
    server("answer's headers sent", "begun"),
    client("answer's headers received", "headers"),
    server("answer sent", "answered"),
    client("answer received, not parsed", "trailers"),
    {
      name: "answer parsed",
      drive: "send",
      kill: { by: "child", trigger: (provider) => ({ at: "parsed", provider, request: "send" }) },
    },
    ...commit("accepted", "delivery.accepted", "send"),
    // A mail's draft has an id to keep; in Slack and Teams it is the thread a reply joins.
    ...commit("draft or thread made, its id", "remember", { slack: "reply", mail: "send", teams: "reply" }),
    ...commit("conclusion", "windows.completed", "reply"),
    server("reconcile: look-up at the server", "read", "look"),
    server("reconcile: look-up read, before its answer", "taken", "look"),
    client("reconcile: answer received", "trailers", "look"),
    ...commit("reconcile: verdict", "look", "lookUp"),
    ...commit("a person's decision", "outbox.sendAgain", "decide"),
    ...sides.map(
      (side): Point => ({
        name: `token rotation, ${side} the secret is kept`,
        drive: "rotate",
        kill: { by: "child", trigger: () => ({ at: "secret", side }) },
      }),
    ),
    ...commit("token rotation, the settings", "connections.connect", "rotate"),
    ...commit("sign-in refused, the pause", "connections.pause", "rotate"),
    ...commit("cancel racing claim, the cancellation", "outbox.cancel", "cancel"),
    ...commit("cancel racing claim, the claim", "claim", "cancel"),
    ...sides.map(
      (side): Point => ({
        name: `checkpoint, ${side} it`,
        drive: "checkpoint",
        kill: { by: "child", trigger: () => ({ at: "checkpoint", side }) },
      }),
    ),
    { name: "checkpoint, during it", drive: "checkpoint", kill: { by: "checkpoint", within: 3 } },
    ...rename("backup", "backup", "backUp"),
    ...rename("backup before a migration", "backup", "migrate"),
    { name: "migration, the copy made", drive: "migrate", kill: { by: "child", trigger: () => ({ at: "migrationBegins" }) } },
    ...migrationSteps(newestVersion),
    ...rename("migration's swap", "workspace", "migrate"),
    ...rename("restore's swap", "workspace", "restore"),
    { name: "any moment", drive: "anything", kill: { by: "time", within: 700 } },
  ];
}

export function driveOf(point: Point, provider: Provider): Drive {
  return typeof point.drive === "string" ? point.drive : point.drive[provider];
}
