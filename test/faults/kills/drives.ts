import type { DeliveryStateKind } from "../../../src/core/domain/delivery.ts";
import { type Instant, minute } from "../../../src/core/domain/instant.ts";
import { type Finding, findingKey } from "../../../src/core/domain/message.ts";
import type { Draft, Notice } from "../../../src/core/domain/notice.ts";
import type { WindowDraft } from "../../../src/core/domain/window-draft.ts";
import { wallOf } from "../../../src/core/domain/zoned-time.ts";
import { type Child, Refused } from "./child.ts";
import { type Desk, handsEmpty, type Life } from "./desk.ts";
import type { Drive } from "./points.ts";
import type { Dice } from "./random.ts";
import { isConnectionPaused, pausesIn, readIdsIn } from "./workspace-file.ts";

const zone = "Europe/London";
/** A little more than the ten seconds in which an approval can be taken back. */
const undoTime = 11_000;

/** Does what brings a backend to its point; throws `Died` when it was reached on the way. */
export async function drive(kind: Drive, desk: Desk, life: Life, dice: Dice): Promise<void> {
  const { child } = life;
  const { server } = desk;
  if (kind !== "migrate") await putInOrder(desk, child);
  switch (kind) {
    case "send":
      await announce(desk, child, 4 * 60, life);
      return passAll(desk, child, [undoTime, 2_000, 2_000]);
    case "reply":
      return reply(desk, life);
    case "lookUp":
      server.fault("send", { kind: "loseResponse" }, { kind: "loseResponse" });
      await announce(desk, child, 4 * 60, life);
      return passAll(desk, child, [undoTime, 2_000, 6_000, 40_000]);
    case "decide":
      server.fault("send", lost, lost);
      await announce(desk, child, 4 * 60, life);
      await passAll(desk, child, [undoTime, 2_000]);
      for (const id of idsIn(desk, "unknown")) await child.call("outbox.decide", id, "sendAgain", "Nobody saw it");
      return passAll(desk, child, [2_000, 2_000]);
    case "rotate": {
      const token = server.rotate();
      desk.everySecret.add(token);
      await announce(desk, child, 4 * 60, life);
      await passAll(desk, child, [undoTime, 2_000]);
      await child.call("connections.connect", connectionOf(desk), { token: token, apiUrl: null, values: {} });
      return passAll(desk, child, [2_000, 2_000]);
    }
    case "cancel": {
      await announce(desk, child, 4 * 60, life);
      const [id = ""] = idsIn(desk, "approved");
      const milliseconds = undoTime;
      desk.now += milliseconds;
      const when = dice.chance(0.5) ? "claimed" : "sameTurn";
      await child.order({ do: "race", milliseconds, when, calls: [["outbox.cancel", [id, "Not needed"]]] });
      return passAll(desk, child, [2_000]);
    }
    case "checkpoint":
      await announce(desk, child, 4 * 60, life);
      await passAll(desk, child, [undoTime]);
      return void (await child.order({ do: "checkpoint" }));
    case "backUp":
      await announce(desk, child, 4 * 60, life);
      return void (await child.call("backups.make"));
    case "restore": {
      await announce(desk, child, 4 * 60, life);
      const { name } = (await child.call("backups.make")) as { readonly name: string };
      return void (await child.call("backups.restore", name));
    }
    case "migrate":
      return passAll(desk, child, [1_000]);
    case "anything":
      return anything(desk, life, dice);
  }
}

/**
 * As a person does who sees that nothing goes out: a life before this one may have died while a token was changed, or
 * restored a backup.
 */
export async function putInOrder(desk: Desk, child: Child): Promise<void> {
  for (const pause of pausesIn(desk.file)) await child.call("outbox.resume", pause, "Looked at the outbox");
  const token = desk.server.token();
  const isOld = !new Set(desk.secrets.values()).has(token);
  if (isOld || isConnectionPaused(desk.file))
    await child.call("connections.connect", connectionOf(desk), { token: token, apiUrl: null, values: {} });
}

const lost = { kind: "serverError", status: 500, taken: false } as const;

async function reply(desk: Desk, life: Life): Promise<void> {
  const { child } = life;
  const windowId = await announce(desk, child, 2, null);
  await passAll(desk, child, [undoTime]);
  await drain(desk, child);
  await passAll(desk, child, [2 * minute]);
  life.arm();
  await child.call("windows.conclude", windowId, "completed", "");
  await passAll(desk, child, [undoTime]);
  return drain(desk, child);
}

/** A channel takes a message a second, a mailbox thirty a minute: whatever is in line gets its turn. */
export async function drain(desk: Desk, child: Child): Promise<void> {
  const step = desk.provider === "mail" ? 70_000 : 1_200;
  for (let round = 0; round < 200; round += 1) {
    await passAll(desk, child, [step]);
    if (idsIn(desk, "due").length === 0 && idsIn(desk, "approved").length === 0) return;
  }
}

/** One thing after another that coordinators do, for kills at no particular moment. */
async function anything(desk: Desk, life: Life, dice: Dice): Promise<void> {
  const { child } = life;
  const windows = [await announce(desk, child, 2, life)];
  for (let step = 0; step < 12; step += 1) {
    await passAll(desk, child, [dice.pick([2_000, 6_000, undoTime, 45_000, 2 * minute])]);
    await tolerant(async () => {
      switch (dice.below(6)) {
        case 0:
          windows.push(await announce(desk, child, dice.pick([2, 30, 240]), null));
          return;
        case 1:
          return void (await child.call("windows.conclude", dice.pick(windows), "completed", ""));
        case 2:
          return void (await child.call("windows.extend", dice.pick(windows), 30, "The nodes start slowly"));
        case 3:
          for (const id of idsIn(desk, "approved").slice(0, 1)) await child.call("outbox.cancel", id, "Not needed");
          return;
        case 4:
          return void (await child.call("backups.make"));
        default:
          for (const id of idsIn(desk, "unknown").slice(0, 1)) await child.call("outbox.lookAgain", id);
      }
    });
  }
}

/** What a person may not do just now is refused, in words; that is no fault. */
export async function tolerant(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

export async function passAll(desk: Desk, child: Child, steps: readonly number[]): Promise<void> {
  for (const milliseconds of steps) {
    if (milliseconds >= 15_000) await handsEmpty(desk);
    desk.now += milliseconds;
    await child.order({ do: "pass", milliseconds });
  }
}

function idsIn(desk: Desk, state: DeliveryStateKind): readonly string[] {
  return readIdsIn(desk.file, state);
}

export function connectionOf({ provider }: Desk): "slack" | "graph" {
  return provider === "slack" ? "slack" : "graph";
}

/** Makes a window that starts in so many minutes, and approves its announcement to leave now. */
export async function announce(desk: Announcer, child: Child, minutes: number, life: Life | null): Promise<string> {
  desk.windows += 1;
  const created = await child.call("windows.create", draftOf(desk, desk.now + minutes * minute));
  const { id } = created as { readonly id: string };
  const view = (await child.call("windows.get", id)) as { readonly notices: readonly Notice[] };
  life?.arm();
  for (const notice of view.notices.filter(({ stage }) => stage === "announce")) {
    const { draft } = (await child.call("notices.compose", notice.id)) as { readonly draft: Draft };
    const { findings } = (await child.call("notices.preview", notice.id, draft, null)) as {
      readonly findings: readonly Finding[];
    };
    await child.call("notices.approve", notice.id, draft, "now", findings.map(findingKey));
  }
  return id;
}

/** Who has windows announced: the rig's time, and how many there were. */
export type Announcer = { readonly now: Instant; readonly provider: string; windows: number };

/** A window that starts then, and lasts an hour. */
export function draftOf(desk: Pick<Announcer, "windows" | "provider">, startAt: Instant): WindowDraft {
  return {
    title: `Change ${desk.windows} on ${desk.provider}`,
    changeTypeId: "change-type-2",
    serviceIds: ["platform"],
    zone,
    start: { wall: wallOf(startAt, zone), occurrence: null },
    end: { wall: wallOf(startAt + 60 * minute, zone), occurrence: null },
    impact: "outage",
    expectedDowntimeMinutes: 10,
    customersAffected: true,
    reason: "The nodes need more memory for the winter's load",
    effect: "The platform is down for up to 10 minutes. Saved data is safe.",
    toDo: "",
    rollbackPlan: "We go back to the old nodes within 20 minutes.",
    lead: "DevOps engineer",
    engineers: [],
    communicationOwner: "Release coordinator",
    references: [],
    shortNotice: { reason: "the nodes run out of memory this week", approver: "Head of operations" },
  };
}
