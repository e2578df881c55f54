import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "../../../src/core/domain/instant.ts";
import { approvedAs, type Said } from "../servers/ledger.ts";
import { type ProviderServer, startProvider } from "../servers/provider-servers.ts";
import { type Child, startChild } from "./child.ts";
import { type ChildParts, childBundle, workplace } from "./child-bundle.ts";
import type { Point, Provider, Trigger } from "./points.ts";
import { type OnItsWay, readOnTheirWay, type readWorkspaceFile } from "./workspace-file.ts";

/** A workspace that one backend after another is killed on, with its provider. It outlives them all. */
export type Desk = {
  readonly provider: Provider;
  /** What of the backend its children are. */
  readonly parts: ChildParts;
  readonly folder: string;
  readonly file: string;
  readonly server: ProviderServer;
  now: Instant;
  /** What the system's store of secrets holds, and every secret there ever was. */
  readonly secrets: Map<string, string>;
  readonly everySecret: Set<string>;
  /** What each delivery was approved to say, as first seen in the file. */
  readonly approved: Map<string, Said>;
  /** What the file said of each delivery when its request arrived at the provider. */
  readonly arrivals: Map<string, OnItsWay & { readonly at: Instant }>;
  /** Sends the provider has read and not taken yet, and when (`performance.now`) it read the last one. */
  readonly inHands: { count: number; readAt: number };
  /** The last audit entry a child said it had committed. */
  lastCommitted: { readonly sequence: number; readonly hash: string } | null;
  /** All that the children of this workspace wrote. */
  said: string;
  windows: number;
};

/** One evening of the rig's own time, far enough from now that no provider's clock is before it. */
const beginning: Instant = Date.UTC(2026, 9, 5, 9);

/** The slowest that a provider here is, in milliseconds of this computer. */
const slowest = 900;

/**
 * Waits until the provider is done with what it read, or has lost it. Exchange settles within two minutes; minutes of the rig's
 * own time must not be over sooner than a slow request is.
 */
export async function handsEmpty({ inHands }: Desk): Promise<void> {
  const rest = slowest - (performance.now() - inHands.readAt);
  if (inHands.count > 0 && rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
  inHands.count = 0;
}

/** A folder of its own, from a template's file when there is one. */
export async function openDesk(
  provider: Provider,
  template: string | null,
  secrets: Readonly<Record<string, string>>,
  parts: ChildParts = "all",
): Promise<Desk> {
  const parent = join(workplace, "workspaces");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, `${provider}-`));
  const file = join(folder, "workspace.forewarn");
  if (template !== null) copyFileSync(template, file);
  const desk: { now: Instant } = { now: beginning };
  const server = await startProvider(provider, () => desk.now);
  return Object.assign(desk, {
    provider,
    parts,
    folder,
    file,
    server,
    secrets: new Map(Object.entries(secrets)),
    everySecret: new Set([...Object.values(secrets), server.token()]),
    approved: new Map<string, Said>(),
    arrivals: new Map<string, OnItsWay & { readonly at: Instant }>(),
    inHands: { count: 0, readAt: 0 },
    lastCommitted: null,
    said: "",
    windows: 0,
  });
}

export async function closeDesk(desk: Desk, keep = false): Promise<void> {
  await desk.server.stop();
  if (!keep) rmSync(desk.folder, { recursive: true, force: true });
}

export type Life = {
  readonly child: Child;
  /** Whether the point was reached. */
  readonly wasReached: () => boolean;
  /** Lets a kill by the server happen from now on. */
  arm(): void;
  /** After the child is gone: nobody watches any more. */
  end(): void;
};

export type Deaths = {
  readonly point: Point | null;
  readonly chance: (probability: number) => boolean;
  readonly within: number;
  /** Whether an answer comes later than a client waits. */
  readonly isLate?: boolean;
};

/** Starts a backend on a desk's file, to be killed at a point, or not at all. */
export async function begin(desk: Desk, { point, chance, within, isLate = false }: Deaths): Promise<Life> {
  const bundle = await childBundle(desk.parts);
  let wasReached = false;
  let armed = false;
  let timer: NodeJS.Timeout | null = null;
  const { server } = desk;
  const trigger: Trigger | null = point?.kill.by === "child" ? point.kill.trigger(desk.provider) : null;
  const child = startChild(
    bundle,
    {
      folder: desk.folder,
      file: desk.file,
      now: desk.now,
      slackUrl: server.slackUrl,
      graphUrl: server.graphUrl,
      secrets: Object.fromEntries(desk.secrets),
      trigger,
      hurry: isLate ? 60 : 4,
    },
    {
      committed(sequence, hash) {
        desk.lastCommitted = { sequence, hash };
      },
      secret(name, secret) {
        if (secret === null) desk.secrets.delete(name);
        else {
          desk.secrets.set(name, secret);
          desk.everySecret.add(secret);
        }
      },
      dying() {
        wasReached = true;
      },
      checkpointing() {
        if (point?.kill.by !== "checkpoint") return;
        wasReached = true;
        setTimeout(() => void child.kill(), within);
      },
    },
  );
  if (point?.kill.by === "time") {
    wasReached = true;
    timer = setTimeout(() => void child.kill(), within);
  }
  server.watch(async (step, request) => {
    if (request === "send" && step === "read") {
      noteArrivals(desk);
      desk.inHands.count += 1;
      desk.inHands.readAt = performance.now();
    }
    const { kill } = point ?? {};
    if (armed && kill?.by === "server" && !wasReached && kill.step === step && kill.request === request) {
      wasReached = true;
      await child.kill();
      // Whoever is dead has its request in the network all the same: it may be taken afterwards.
      if ((step === "firstByte" || step === "read") && chance(0.5)) throw new Error("The request is lost");
    }
    if (request === "send" && step === "taken") {
      desk.inHands.count -= 1;
      server.accepted();
    }
  });
  return {
    child,
    wasReached: () => wasReached,
    arm() {
      armed = true;
    },
    end() {
      if (timer !== null) clearTimeout(timer);
      server.clearFaults();
      desk.said += child.said();
    },
  };
}

/**
 * What a backend that is dead had committed as on its way: its request may still be in the network, and be read by the
 * provider when the next backend has called it unknown already.
 */
export function noteInTheNetwork(desk: Desk): void {
  for (const delivery of readOnTheirWay(desk.file)) {
    if (!desk.arrivals.has(delivery.id)) desk.arrivals.set(delivery.id, { ...delivery, at: desk.now });
  }
}

/** What is committed as on its way at this moment, when a request that sends has arrived whole. */
function noteArrivals(desk: Desk): void {
  for (const delivery of readOnTheirWay(desk.file)) desk.arrivals.set(delivery.id, { ...delivery, at: desk.now });
}

/** Keeps what was approved since the last look: what a delivery says must never change after. */
export function noteApprovals(desk: Desk, deliveries: ReturnType<typeof readWorkspaceFile>["deliveries"]): void {
  for (const delivery of deliveries) {
    if (!desk.approved.has(delivery.id)) desk.approved.set(delivery.id, approvedAs(delivery));
  }
}
