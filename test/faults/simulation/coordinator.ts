import type { Answer } from "../../../src/core/app/answer.ts";
import type { Forewarn } from "../../../src/core/app/forewarn.ts";
import type { DeliveryLine, DeliveryStateKind } from "../../../src/core/domain/delivery.ts";
import { minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import { wallOf } from "../../../src/core/domain/zoned-time.ts";
import type { Store } from "../../../src/core/ports/store.ts";
import type { Departures } from "./departures.ts";
import type { Random } from "./random.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** What people do to the outbox and around it, the likelier the heavier. */
export const commands = {
  approveNow: 14,
  approveWhenDue: 6,
  retry: 5,
  decideUnknown: 5,
  lookAgain: 2,
  decideLapsed: 3,
  cancelDelivery: 2,
  reopen: 1.5,
  skip: 0.5,
  move: 2.5,
  extend: 2,
  conclude: 1.5,
  cancelWindow: 0.6,
  undo: 2,
  changeContact: 2,
  changeAudience: 1,
  quietHours: 1.5,
  pause: 1,
  resume: 2.5,
  disconnect: 0.8,
  connect: 3,
  check: 1,
  markDone: 0.7,
} as const;
export type Command = keyof typeof commands;

/** Where a person sits: one application, its file as it is, and dice for the choices. */
export type Desk = {
  readonly app: Forewarn;
  readonly file: Store;
  readonly time: VirtualTime;
  readonly random: Random;
  readonly departures: Departures;
  /** Steps that may still be undone. */
  readonly batches: string[];
};

const nothing = "nothing to do";

/** Does one thing, and says in a word what came of it. */
export async function command(desk: Desk, name: Command): Promise<string> {
  const { app, random, time, departures, batches } = desk;
  switch (name) {
    case "approveNow":
    case "approveWhenDue":
      return approve(desk, name === "approveNow" ? "now" : "whenDue");
    case "retry": {
      const delivery = oneOf(desk, "failed", "held", "approved", "due");
      return delivery === null ? nothing : sayNow(desk, delivery.id, () => app.outbox.retry(delivery.id));
    }
    case "decideUnknown": {
      const delivery = oneOf(desk, "unknown");
      if (delivery === null) return nothing;
      const decision = random.weighted({ itWasSent: 1, sendAgain: 2, giveUp: 1 });
      const decide = () => app.outbox.decide(delivery.id, decision, "Somebody asked");
      return `${decision} ${decision === "sendAgain" ? sayNow(desk, delivery.id, decide) : said(delivery.id, decide())}`;
    }
    case "lookAgain": {
      const delivery = oneOf(desk, "unknown");
      return delivery === null ? nothing : said(delivery.id, await app.outbox.lookAgain(delivery.id));
    }
    case "decideLapsed": {
      const ids = deliveriesIn(desk, "held").map(({ id }) => id);
      if (ids.length === 0) return nothing;
      const decision = random.chance(0.7) ? "sendNow" : "cancel";
      if (decision === "sendNow") for (const id of ids) departures.personSaid(id);
      return `${decision} ${said("", app.outbox.decideLapsed(ids, decision, "After the night"))}`;
    }
    case "cancelDelivery": {
      const delivery = oneOf(desk, "approved", "due", "held", "failed", "sending");
      return delivery === null ? nothing : said(delivery.id, app.outbox.cancel(delivery.id, "Not needed"));
    }
    case "markDone": {
      const delivery = random.pick(desk.file.read((reading) => reading.deliveriesToDo(20)));
      return delivery === undefined ? nothing : said(delivery.id, app.outbox.markDone(delivery.id, "Done"));
    }
    case "reopen":
    case "skip": {
      const id = oneNotice(desk, name === "skip" ? "open" : "approved");
      if (id === null) return nothing;
      return said(id, name === "skip" ? app.notices.skip(id, "Not needed") : app.notices.reopen(id));
    }
    case "move":
    case "extend":
    case "conclude":
    case "cancelWindow":
      return changeWindow(desk, name);
    case "undo": {
      const batch = random.chance(0.7) ? batches.at(-1) : random.pick(batches);
      return batch === undefined ? nothing : said(batch, await app.windows.undo(batch));
    }
    case "changeContact":
    case "changeAudience":
    case "quietHours":
      return changeDirectory(desk, name);
    case "pause":
      return said("", app.outbox.pause("Wait"));
    case "resume": {
      const pause = random.pick(desk.file.read((reading) => reading.sendingPauses()));
      if (pause === undefined) return nothing;
      // A person looks at another clock before vouching for this one, and sets it.
      if (pause.kind === "clock") time.setBy(-time.error());
      return said(pause.kind, app.outbox.resume(pause.kind, "All is well"));
    }
    case "disconnect":
      return said("", app.connections.disconnect(random.chance(0.5) ? "slack" : "graph"));
    case "connect": {
      const kind = random.chance(0.5) ? "slack" : "graph";
      return said(kind, await app.connections.connect(kind, { token: "token", apiUrl: null, values: {} }));
    }
    case "check":
      return (await app.connections.check(random.chance(0.5) ? "slack" : "graph")).kind;
  }
}

/** Approves an open notice as it is, acknowledging whatever the checker warns of. */
async function approve(desk: Desk, send: "now" | "whenDue"): Promise<string> {
  const { app, batches } = desk;
  const id = oneNotice(desk, "open");
  if (id === null) return nothing;
  const composed = app.notices.compose(id);
  if (!composed.ok) return composed.refusal.code;
  const { draft } = composed.value;
  let answer = await app.notices.approve(id, draft, send, acknowledged);
  if (!answer.ok && answer.refusal.code === "blockedByFindings") {
    const preview = await app.notices.preview(id, draft, null);
    if (preview.ok) acknowledged.push(...preview.value.findings.map(findingKey).filter((key) => !acknowledged.includes(key)));
    answer = await app.notices.approve(id, draft, send, acknowledged);
  }
  if (answer.ok) batches.push(answer.value.batchId);
  return said(id, answer);
}

/** Every warning that was ever acknowledged. It only saves asking again: what is approved does not depend on it. */
const acknowledged: string[] = [];

async function changeWindow(desk: Desk, name: "move" | "extend" | "conclude" | "cancelWindow"): Promise<string> {
  const { app, file, random, batches } = desk;
  const window = file.read((reading) => reading.window(`window-${random.whole(1, 3)}`));
  if (window === null) return nothing;
  const { id, revision, zone } = window;
  switch (name) {
    case "move": {
      const by = random.whole(-6, 12) * 15 * minute;
      const at = (instant: number) => ({ wall: wallOf(instant + by, zone), occurrence: null });
      return said(id, await app.windows.move(id, revision, at(window.start.at), at(window.end.at), "It moved"));
    }
    case "cancelWindow":
      return said(id, await app.windows.cancel(id, revision, "Not this week"));
    default: {
      const answer =
        name === "extend"
          ? await app.windows.extend(id, 30, "It takes longer")
          : await app.windows.conclude(id, random.chance(0.7) ? "completed" : "rolledBack", "");
      if (answer.ok) batches.push(answer.value.batchId);
      return said(id, answer);
    }
  }
}

async function changeDirectory(desk: Desk, name: "changeContact" | "changeAudience" | "quietHours"): Promise<string> {
  const { app, file, random, departures } = desk;
  const { contacts, audiences } = file.read((reading) => reading.directory());
  if (name === "changeContact") {
    const contact = random.pick(contacts);
    if (contact === undefined) return nothing;
    const entry = random.chance(0.6)
      ? { ...contact, active: !contact.active }
      : { ...contact, email: `${contact.id}-${random.whole(1, 3)}@example.org` };
    return said(contact.id, await app.directory.save({ kind: "contact", entry }));
  }
  if (name === "changeAudience") {
    const audience = audiences.find(({ id }) => id === "customers");
    if (audience === undefined) return nothing;
    const customerIds = random.pick([["north", "south"], ["north", "south"], ["south"]]) ?? [];
    return said(audience.id, await app.directory.save({ kind: "audience", entry: { ...audience, customerIds } }));
  }
  const audience = random.pick(audiences);
  if (audience === undefined) return nothing;
  const quietHours =
    random.pick([null, { from: "20:00", to: "21:00" }, { from: "22:00", to: "07:00" }, { from: "14:30", to: "16:00" }]) ?? null;
  departures.quietHoursChanged();
  return said(audience.id, await app.directory.save({ kind: "audience", entry: { ...audience, quietHours } }));
}

export function deliveriesIn({ file }: Pick<Desk, "file">, ...states: readonly DeliveryStateKind[]): readonly DeliveryLine[] {
  return file.read((reading) => reading.deliveriesIn(states, 200));
}

function oneOf(desk: Desk, ...states: readonly DeliveryStateKind[]): DeliveryLine | null {
  return desk.random.pick(deliveriesIn(desk, ...states)) ?? null;
}

function oneNotice({ file, random }: Desk, state: "open" | "approved"): string | null {
  return random.pick(file.read((reading) => reading.noticesDue(0, Number.MAX_SAFE_INTEGER, state, 50)))?.id ?? null;
}

/** A word that fails may have been stored all the same: the process may have ended after the commit. */
function sayNow({ departures }: Desk, id: string, say: () => Answer<unknown>): string {
  let answer: Answer<unknown> | null = null;
  try {
    answer = say();
    return said(id, answer);
  } finally {
    if (answer?.ok !== false) departures.personSaid(id);
  }
}

function said(id: string, answer: Answer<unknown>): string {
  return `${id} ${answer.ok ? "done" : answer.refusal.code}`;
}
