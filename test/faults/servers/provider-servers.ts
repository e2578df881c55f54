import type { Instant } from "../../../src/core/domain/instant.ts";
import type { Fault, ServerStep, Watcher } from "../../servers/faults.ts";
import { type GraphServer, startGraphServer } from "../../servers/graph-server.ts";
import { type SlackServer, startSlackServer } from "../../servers/slack-server.ts";
import type { Provider } from "../kills/points.ts";
import { type Said, saidByMail, saidInSlack, saidInTeams } from "./ledger.ts";

/** A message as the ledger has it. Teams has no mark of ours: there it is known by what it says, and where. */
export type Accepted = Said & {
  readonly deliveryId: string | null;
  /** When its request had arrived whole. */
  readonly leftAt: Instant;
};

export type Look = (step: ServerStep, request: "send" | "look" | "other") => Promise<void>;

/** One provider, whose ledger is the truth; it lives in the rig's own process and outlives every backend. */
export type ProviderServer = {
  readonly provider: Provider;
  readonly slackUrl: string | null;
  readonly graphUrl: string | null;
  readonly channels: Readonly<Record<string, string>>;
  readonly token: () => string;
  /** From now on only a new token is taken. */
  rotate(): string;
  readonly accepted: () => readonly Accepted[];
  /** Requests the provider would not have understood. */
  readonly refused: () => readonly string[];
  /** The next requests of this kind meet these faults, one each. */
  fault(request: "send" | "look" | "prepare" | "check", ...faults: readonly Fault[]): void;
  /** Takes back the faults that were not met. */
  clearFaults(): void;
  /** Who sees requests at every step; the server waits for it. */
  watch(look: Look | null): void;
  shut(): Promise<void>;
  open(): Promise<void>;
  stop(): Promise<void>;
};

const slackOperations = {
  send: ["chat.postMessage"],
  look: ["conversations.history", "conversations.replies"],
  prepare: ["conversations.info"],
  check: ["auth.test"],
} as const;
const mailOperations = {
  send: ["sendDraft"],
  look: ["getMail", "findMails"],
  prepare: ["createDraft", "createReply", "updateDraft", "listAttachments", "addAttachment"],
  check: ["me"],
} as const;
const teamsOperations = {
  send: ["postMessage"],
  look: ["listMessages"],
  prepare: ["getChannel", "organization"],
  check: ["me"],
} as const;

const operations = { slack: slackOperations, mail: mailOperations, teams: teamsOperations };

function kindOf(provider: Provider, operation: string): "send" | "look" | "other" {
  const { send, look } = operations[provider];
  if (send.some((name) => name === operation)) return "send";
  return look.some((name) => name === operation) ? "look" : "other";
}

/** Starts a provider. `now` is the rig's time: its answers say it, and its ledger is stamped with it. */
export async function startProvider(provider: Provider, now: () => Instant): Promise<ProviderServer> {
  let look: Look | null = null;
  let rotations = 0;
  /** When the requests of each message arrived, in the order of the ledger. */
  const arrivals: Instant[] = [];
  let token = "";
  const watcher: Watcher = {
    date: now,
    async step(step, operation) {
      const kind = kindOf(provider, operation);
      await look?.(step, kind);
    },
  };
  const parts =
    provider === "slack"
      ? slackParts(await startSlackServer({ watcher }))
      : graphParts(await startGraphServer({ watcher }), provider);
  token = parts.token;
  return {
    provider,
    slackUrl: parts.slackUrl,
    graphUrl: parts.graphUrl,
    channels: parts.channels,
    token: () => token,
    rotate() {
      rotations += 1;
      token = `${parts.token.replace("-test-", "-rotated-")}-${rotations}`;
      parts.rotate(token);
      return token;
    },
    accepted() {
      const said = parts.said();
      // What was taken since the last look arrived now: the rig looks before and after every request that sends.
      while (arrivals.length < said.length) arrivals.push(now());
      return said.map((one, index) => ({ ...one, leftAt: arrivals[index] ?? now() }));
    },
    refused: parts.refused,
    fault(request, ...faults) {
      const [operation] = operations[provider][request];
      parts.fault(operation, faults);
    },
    clearFaults: parts.clearFaults,
    watch(next) {
      look = next;
    },
    shut: parts.shut,
    open: parts.open,
    stop: parts.stop,
  };
}

type Parts = {
  readonly slackUrl: string | null;
  readonly graphUrl: string | null;
  readonly channels: Readonly<Record<string, string>>;
  readonly token: string;
  readonly rotate: (token: string) => void;
  readonly said: () => readonly (Said & { readonly deliveryId: string | null })[];
  readonly refused: () => readonly string[];
  readonly fault: (operation: string, faults: readonly Fault[]) => void;
  readonly clearFaults: () => void;
  readonly shut: () => Promise<void>;
  readonly open: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

function slackParts(server: SlackServer): Parts {
  return {
    slackUrl: server.url,
    graphUrl: null,
    channels: server.channels,
    token: server.token,
    rotate: server.rotate,
    said: () =>
      server.ledger.posts.map((post) => ({ deliveryId: post.deliveryId ?? post.clientMessageId, ...saidInSlack(post) })),
    refused: () => server.ledger.refused,
    fault: (operation, faults) => server.fault(operation, ...faults),
    clearFaults: server.clearFaults,
    shut: server.shut,
    open: server.open,
    stop: server.stop,
  };
}

function graphParts(server: GraphServer, provider: "mail" | "teams"): Parts {
  return {
    slackUrl: null,
    graphUrl: server.url,
    channels: {},
    token: server.token,
    rotate: server.rotate,
    said: () =>
      provider === "mail"
        ? server.ledger.mails.map((mail) => ({ deliveryId: mail.deliveryId, ...saidByMail(mail) }))
        : server.ledger.posts.map((post) => ({ deliveryId: null, ...saidInTeams(post) })),
    refused: () => server.ledger.refused,
    fault: (operation, faults) => server.fault(operation as Parameters<GraphServer["fault"]>[0], ...faults),
    clearFaults: server.clearFaults,
    shut: server.shut,
    open: server.open,
    stop: server.stop,
  };
}
