import type { ConnectionKind } from "../../domain/connection-kind.ts";
import type { Channel, ChannelReaders } from "../../domain/directory.ts";
import { type Instant, minute } from "../../domain/instant.ts";
import { readersAfter } from "../../domain/outside.ts";
import { addressOf } from "../../domain/sending/right-people.ts";
import type { Connection } from "../../ports/connector.ts";
import type { Dependencies } from "../dependencies.ts";
import { workspaceIn } from "../workspace-in-use.ts";

/** How long what a provider said of a channel is good for, before the next message to it. */
const goodFor = 60 * minute;
/** How long a look-up that brought nothing is not repeated. */
const notAgainFor = 5 * minute;
/** Deliveries that leave within this time are looked ahead for: an approval waits ten seconds for its undo. */
const ahead = 12_000;
const atOnce = 500;

/** Finds out, and keeps, whether people outside read along in chat channels. */
export type ReaderLookUps = {
  /** Asks the provider of one channel, when it is connected, and stores what it says. */
  lookUp(channelId: string): Promise<void>;
  /** Asks about every channel of a provider: after it was connected or checked. */
  lookUpAll(kind: ConnectionKind): Promise<void>;
  /** Asks about the channels that messages are about to leave for and nobody asked about lately. */
  lookUpNext(): Promise<void>;
};

export function createReaderLookUps(
  { store, clock, changes }: Pick<Dependencies, "store" | "clock" | "changes">,
  connectionFor: (kind: ConnectionKind) => Connection | null,
): ReaderLookUps {
  /** When each address may be asked about again. In memory: after a start everything is asked once more. */
  const askAgainAt = new Map<string, Instant>();
  /** Rounds that come while a provider is being asked wait for the same answer. */
  let running: Promise<void> | null = null;

  function isFresh(channel: Channel, now: Instant): boolean {
    return (askAgainAt.get(keyOf(channel)) ?? 0) > now;
  }

  async function ask(channel: Channel): Promise<void> {
    const kind = providerOf(channel);
    const connection = kind === null ? null : connectionFor(kind);
    if (kind === null || connection?.lookUpChannel === undefined || !isPlaced(channel)) return;
    const key = keyOf(channel);
    askAgainAt.set(key, clock.now() + notAgainFor);
    const seen = await connection.lookUpChannel(addressOf(channel));
    if (seen.problem !== undefined) keepProblem(channel, seen.problem);
    if (seen.kind !== "seen") return;
    askAgainAt.set(key, clock.now() + goodFor);
    keepReaders(channel, { outside: seen.outside, saidBy: "provider", detail: seen.detail, since: clock.now() });
  }

  /** What stands in the way of posting there, or that nothing does any more. */
  function keepProblem(asked: Channel, detail: string | null): void {
    if ((asked.problem?.detail ?? null) === detail) return;
    const isNews = store.write((writing) => {
      const channel = writing.directory().channels.find(({ id }) => id === asked.id);
      if (channel === undefined || keyOf(channel) !== keyOf(asked)) return false;
      const { problem: before, ...rest } = channel;
      const problem = detail === null ? null : { detail, since: clock.now() };
      writing.saveChannel(problem === null ? rest : { ...rest, problem });
      writing.appendAudit({
        at: clock.now(),
        who: workspaceIn(writing).coordinator.name,
        what: "directory.channelProblem",
        subjectId: channel.id,
        before: before ?? null,
        after: problem,
      });
      return true;
    });
    if (isNews) changes.emit({ topic: "directory" });
  }

  function keepReaders(asked: Channel, said: ChannelReaders): void {
    const isNews = store.write((writing) => {
      const channel = writing.directory().channels.find(({ id }) => id === asked.id);
      // It may have been changed while its provider was asked: what was said is not about where it leads now.
      if (channel === undefined || keyOf(channel) !== keyOf(asked)) return false;
      const readers = readersAfter(channel.readers, said);
      if (readers.outside === channel.readers?.outside && readers.detail === channel.readers.detail) return false;
      writing.saveChannel({ ...channel, readers });
      writing.appendAudit({
        at: clock.now(),
        who: workspaceIn(writing).coordinator.name,
        what: "directory.channelReaders",
        subjectId: channel.id,
        before: channel.readers ?? null,
        after: readers,
      });
      return true;
    });
    if (isNews) changes.emit({ topic: "directory" });
  }

  function channelsOf(wanted: (channel: Channel) => boolean): readonly Channel[] {
    return store.read((reading) => reading.directory()).channels.filter(wanted);
  }

  return {
    async lookUp(channelId) {
      if (store.readOnly !== null) return;
      for (const channel of channelsOf(({ id }) => id === channelId)) await ask(channel);
    },
    async lookUpAll(kind) {
      if (store.readOnly !== null) return;
      for (const channel of channelsOf((candidate) => providerOf(candidate) === kind)) await ask(channel);
    },
    lookUpNext() {
      running ??= askNext().finally(() => {
        running = null;
      });
      return running;
    },
  };

  async function askNext(): Promise<void> {
    const now = clock.now();
    const stale = channelsOf((channel) => {
      const kind = providerOf(channel);
      return kind !== null && isPlaced(channel) && !isFresh(channel, now) && connectionFor(kind)?.lookUpChannel !== undefined;
    });
    if (stale.length === 0) return;
    const next = store.read((reading) => [
      ...reading.deliveriesDue("due", now, atOnce),
      ...reading.deliveriesDue("approved", now + ahead, atOnce),
    ]);
    const wanted = new Set(
      next.filter(({ carrier }) => carrier === "slack" || carrier === "graph").map(({ channelId }) => channelId),
    );
    await Promise.all(stale.filter(({ id }) => wanted.has(id)).map(ask));
  }
}

function providerOf(channel: Channel): ConnectionKind | null {
  if (channel.kind === "slack") return "slack";
  if (channel.kind === "mail") return channel.from === null ? null : "graph";
  return channel.kind === "teamsChannel" || channel.kind === "teamsChat" ? "graph" : null;
}

/** Whether it is known where the channel leads. */
function isPlaced(channel: Channel): boolean {
  switch (channel.kind) {
    case "slack":
      return channel.conversationId !== "";
    case "teamsChannel":
      return channel.teamId !== "" && channel.channelId !== "";
    case "teamsChat":
      return channel.chatId !== "";
    // Whether one may send from that mailbox at all.
    case "mail":
      return channel.from !== null;
    default:
      return false;
  }
}

function keyOf(channel: Channel): string {
  return `${channel.id} ${JSON.stringify(addressOf(channel))}`;
}
