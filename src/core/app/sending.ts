import { type Delivery, type DeliveryLine, dueState, type Receipt } from "../domain/delivery.ts";
import { type Instant, minute } from "../domain/instant.ts";
import type { SendOutcome } from "../ports/messenger.ts";
import { StorageTrouble } from "../ports/storage-trouble.ts";
import type { ReadStore, WriteStore } from "../ports/store.ts";
import { afterAttempt } from "./attempts.ts";
import { createDeliveryLog } from "./delivery-log.ts";
import { connectionOf, type Dependencies } from "./dependencies.ts";
import { createLookUps } from "./look-ups.ts";
import { type Obstacle, obstacleOfTime, obstacleTo } from "./obstacles.ts";
import { replyOf } from "./threads.ts";
import { createTraffic } from "./traffic.ts";
import type { SenderWays, Way } from "./ways.ts";

/** What one look takes up, so that the screen waits for less than a tenth of a second; the next look takes up the rest. */
const atOnce = 40;

/**
 * How long a claim, and then an attempt, holds. A mail needs up to seven calls of half a minute at most; whoever comes
 * back later than this finds that the attempt counts as unknown.
 */
const lease = 4 * minute;

/** Moves deliveries from approved to accepted. One for each open workspace. */
export type Sender = {
  /** After a start: what was on its way when the process ended may or may not have been sent. */
  recover(): void;
  /** Makes approved deliveries due whose time has come and sends what is due. Resolves when all of it has an outcome. */
  tick(): Promise<void>;
  /** Why the workspace's file can't be written just now, or null. Nothing is sent meanwhile. */
  trouble(): string | null;
  /** Something else of this round failed: where the file or its disk is why, nothing is sent either. */
  heed(error: unknown): void;
  /** Nothing can be sent for a reason outside of the outbox, which is told until the next round. */
  cannotSend(why: string): void;
  /** Takes up nothing more. Resolves when what is on its way has its outcome. */
  halt(): Promise<void>;
  /** Takes up again what is due. */
  goOn(): void;
};

type SenderDependencies = Pick<Dependencies, "store" | "clock" | "ids" | "changes" | "log">;

export function createSender(dependencies: SenderDependencies, ways: SenderWays): Sender {
  const { store, clock, ids, changes, log } = dependencies;
  const { findMessenger, vigil } = ways;
  const traffic = createTraffic(() => clock.elapsed());
  const deliveryLog = createDeliveryLog(dependencies);
  const lookUps = createLookUps(dependencies, findMessenger, tellIfOvertaken);
  const onTheirWay = new Map<string, Promise<void>>();
  /** Outcomes that are known and could not be written: kept until they can be. */
  const unwritten: { readonly id: string; readonly fence: number; readonly outcome: SendOutcome }[] = [];
  let queue: DeliveryLine[] = [];
  let trouble: string | null = null;
  /** Damage stays, even where the next read does not meet it. */
  let damage: StorageTrouble | null = null;
  let isHalted = false;
  let confirming: Promise<void> | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;

  const isPaused = (reading: ReadStore): boolean => reading.sendingPauses().length > 0;

  function holdIn(writing: WriteStore, delivery: Delivery, obstacle: Obstacle): void {
    const { reason, detail, until } = obstacle;
    deliveryLog.record(writing, delivery, {
      ...delivery,
      state: { kind: "held", since: clock.now(), reason, detail, until },
    });
  }

  /** One listed as waiting that reads as unknown was changed by something else: from now on it is listed where a person decides. */
  function keepDoubt(writing: WriteStore, delivery: Delivery): void {
    deliveryLog.record(writing, delivery, delivery);
  }

  /** Approved deliveries whose time has come are next in line, unless something speaks against them or their hour. Says how many came. */
  function makeDue(now: Instant): number {
    const lines = store.read((reading) => [
      ...reading.deliveriesDue("approved", now, atOnce),
      ...reading.deliveriesHeldUntil(now, atOnce),
    ]);
    if (lines.length === 0) return 0;
    store.write((writing) => {
      for (const { id } of lines) {
        const delivery = writing.delivery(id);
        if (delivery?.state.kind === "unknown") keepDoubt(writing, delivery);
        if (delivery?.state.kind !== "approved" && delivery?.state.kind !== "held") continue;
        if (now < delivery.notBefore) continue;
        const wasHeld = delivery.state.kind === "held";
        const obstacle =
          obstacleTo(writing, ids, delivery, now) ??
          // What a person ticks off waits for that person, at whatever hour.
          (delivery.carrier === "manual"
            ? null
            : obstacleOfTime(writing, delivery, wasHeld ? now : delivery.sendAt, vigil.awakeSince(), now));
        if (obstacle !== null) holdIn(writing, delivery, obstacle);
        else deliveryLog.record(writing, delivery, { ...delivery, state: dueState(now) });
      }
    });
    announce(lines);
    return lines.length;
  }

  /** What nobody did by hand while it was of use is held like any other stale delivery, and shown. */
  function holdStaleToDo(now: Instant): void {
    const stale = store.read((reading) => reading.deliveriesToDo(atOnce)).filter(({ notAfter }) => now > notAfter);
    if (stale.length === 0) return;
    store.write((writing) => {
      for (const { id } of stale) {
        const delivery = writing.delivery(id);
        if (delivery?.state.kind !== "due") continue;
        const detail = "Its latest useful time has passed, and nobody ticked it off.";
        holdIn(writing, delivery, { reason: "stale", detail, until: null });
      }
    });
    announce(stale);
  }

  /** An attempt that did not come back in time counts as unknown, whatever it does later. */
  function expireAttempts(now: Instant): void {
    for (const id of store.read((reading) => reading.deliveryIdsIn("sending", atOnce))) {
      const delivery = store.read((reading) => reading.delivery(id));
      if (delivery?.state.kind !== "sending" || delivery.state.leaseUntil > now) continue;
      record(id, delivery.fence, { kind: "unknown", detail: "The attempt did not come back in time." });
    }
  }

  function announce(lines: readonly Pick<Delivery, "windowId">[]): void {
    for (const windowId of new Set(lines.map((line) => line.windowId))) changes.emit({ topic: "deliveries", windowId });
  }

  /** Takes up what may go now; called again whenever something has its outcome. */
  function pump(): void {
    // A round may have begun before the computer slept: what is claimed now must know of it.
    vigil.observe();
    if (isHalted || store.read(isPaused)) {
      queue = [];
      return;
    }
    const chosen: { readonly line: DeliveryLine; readonly end: () => void }[] = [];
    queue = queue.filter((line) => {
      if (onTheirWay.has(line.id) || !traffic.mayBegin(line)) return true;
      chosen.push({ line, end: traffic.begin(line) });
      return false;
    });
    if (chosen.length === 0) return;
    let claimed: ReadonlyMap<string, Delivery>;
    try {
      claimed = claim(chosen.map(({ line }) => line));
    } catch (error) {
      for (const { end } of chosen) end();
      throw error;
    }
    for (const { line, end } of chosen) {
      const delivery = claimed.get(line.id);
      if (delivery === undefined) end();
      else launch(delivery, end);
    }
  }

  function launch(delivery: Delivery, end: () => void): void {
    const going = carry(delivery)
      .catch(note)
      .finally(() => {
        onTheirWay.delete(delivery.id);
        end();
        try {
          deliveryLog.reportProgress(delivery.batchId);
          pump();
        } catch (error) {
          note(error);
        }
      });
    onTheirWay.set(delivery.id, going);
  }

  /** Leases deliveries to this process under a new fencing number, those that may go; the others are held. */
  function claim(lines: readonly DeliveryLine[]): ReadonlyMap<string, Delivery> {
    const now = clock.now();
    const claimed = new Map<string, Delivery>();
    store.write((writing) => {
      for (const { id } of lines) {
        const delivery = writing.delivery(id);
        if (delivery?.state.kind === "unknown") keepDoubt(writing, delivery);
        if (delivery?.state.kind !== "due" || (delivery.state.leaseUntil ?? 0) > now) continue;
        if (cameTooEarly(delivery, delivery.state, now)) {
          writing.saveDelivery(waitingForItsTime(delivery));
          continue;
        }
        const obstacle = obstacleTo(writing, ids, delivery, now) ?? waitObstacle(writing, delivery, delivery.state, now);
        const way = findMessenger(delivery);
        if (obstacle !== null) holdIn(writing, delivery, obstacle);
        else if ("missing" in way) {
          holdIn(writing, delivery, { reason: "noConnection", detail: way.missing, until: null });
        } else {
          const leased = {
            ...delivery,
            fence: delivery.fence + 1,
            state: { ...delivery.state, leaseUntil: now + lease },
          };
          writing.saveDelivery(leased);
          claimed.set(id, leased);
        }
      }
    });
    announce(lines.filter(({ id }) => !claimed.has(id)));
    return claimed;
  }

  /** What waited too long because nothing could be sent; or came into quiet hours, unless a person said "now". */
  function waitObstacle(
    writing: WriteStore,
    delivery: Delivery,
    state: Extract<Delivery["state"], { kind: "due" }>,
    now: Instant,
  ): Obstacle | null {
    const couldNotBeSent = state.attempts > 0 || traffic.isInTrouble(delivery.carrier);
    const obstacle = obstacleOfTime(writing, delivery, state.since, couldNotBeSent ? now : vigil.awakeSince(), now);
    return state.byPerson && obstacle?.reason === "quietHours" ? null : obstacle;
  }

  async function carry(claimed: Delivery): Promise<void> {
    const way = findMessenger(claimed);
    if ("missing" in way) return release(claimed, way.missing);
    const doubt = await doubtOfTime(claimed, way);
    if (doubt !== null) return release(claimed, doubt);
    // Intent before effect: `sending` is on disk before the first byte leaves (DESIGN.md §5, Delivery).
    const begun = begin(claimed);
    if (begun === null) return;
    const { delivery, replyTo } = begun;
    record(delivery.id, delivery.fence, await attempt(way, delivery, replyTo));
  }

  /** Before the first message since a start, a sleep or a step of the clock, the provider is asked what time it is. */
  async function doubtOfTime(delivery: Delivery, way: Way): Promise<string | null> {
    const kind = connectionOf(delivery.carrier);
    const { check } = way;
    if (kind === null || check === undefined || vigil.isConfirmed()) return null;
    let doubt: string | null = null;
    confirming ??= check()
      .then((health) => {
        if (health.kind === "works" && !store.read(isPaused)) vigil.confirmSilently();
        else if (health.kind === "refused") ways.pauseConnection(kind, health.detail);
        else if (health.kind === "unreachable") {
          traffic.trouble(delivery.carrier, null);
          doubt = health.detail;
        }
      })
      .finally(() => {
        confirming = null;
      });
    await confirming;
    return vigil.isConfirmed() ? null : (doubt ?? "It waits until the time is certain.");
  }

  /** Gives a claim back: nothing was tried. */
  function release(claimed: Delivery, detail: string): void {
    store.write((writing) => {
      const current = writing.delivery(claimed.id);
      if (current?.state.kind !== "due" || current.fence !== claimed.fence) return;
      writing.saveDelivery({ ...current, state: { ...current.state, detail, leaseUntil: null } });
    });
  }

  /** The commit before the first byte. Null when the claim no longer holds or something speaks against sending by now. */
  function begin(claimed: Delivery): { readonly delivery: Delivery; readonly replyTo: Receipt | null } | null {
    const now = clock.now();
    return store.write((writing) => {
      const current = writing.delivery(claimed.id);
      if (current?.state.kind !== "due" || current.fence !== claimed.fence) return null;
      if ((current.state.leaseUntil ?? 0) <= now || isHalted || isPaused(writing)) {
        writing.saveDelivery({ ...current, state: { ...current.state, leaseUntil: null } });
        return null;
      }
      if (cameTooEarly(current, current.state, now)) {
        writing.saveDelivery(waitingForItsTime(current));
        return null;
      }
      const obstacle = obstacleTo(writing, ids, current, now);
      if (obstacle !== null) {
        holdIn(writing, current, obstacle);
        return null;
      }
      const delivery: Delivery = {
        ...current,
        state: {
          kind: "sending",
          since: now,
          attempt: current.state.attempts + 1,
          leaseUntil: now + lease,
          dueSince: current.state.since,
          byPerson: current.state.byPerson,
        },
      };
      deliveryLog.record(writing, current, delivery);
      return { delivery, replyTo: replyOf(writing, delivery) };
    });
  }

  async function attempt(way: Way, delivery: Delivery, replyTo: Receipt | null): Promise<SendOutcome> {
    const awakeSince = vigil.awakeSince();
    try {
      return await way.send(
        { delivery, replyTo },
        { remember: (handle) => remember(delivery, handle), mayLeave: () => isSteadySince(awakeSince) && mayLeave(delivery) },
      );
    } catch (error) {
      // An adapter that throws is a bug, and what it had sent by then is not known.
      log.error(
        { delivery: delivery.id, carrier: delivery.carrier, error: error instanceof Error ? error.name : "unknown" },
        "A messenger threw",
      );
      return { kind: "unknown", detail: "Forewarn failed while sending. Look whether the message arrived." };
    }
  }

  function remember(delivery: Delivery, handle: string): void {
    store.write((writing) => {
      const current = writing.delivery(delivery.id);
      if (current?.fence !== delivery.fence) throw new Error("The claim on this delivery is over");
      writing.saveDelivery({ ...current, handle });
    });
  }

  /** Whether time went on as it should since then: a mail is prepared first, and a clock set back meanwhile makes its lease last. */
  function isSteadySince(awakeSince: Instant): boolean {
    try {
      vigil.observe();
    } catch (error) {
      // The doubt can't be written down, and holds all the same.
      note(error);
      return false;
    }
    return vigil.awakeSince() === awakeSince;
  }

  /** The last look, right before the request that sends: is the claim still ours, and is the message still right? */
  function mayLeave(delivery: Delivery): boolean {
    const now = clock.now();
    const may = store.read((reading) => {
      const current = reading.delivery(delivery.id);
      if (current?.state.kind !== "sending" || current.fence !== delivery.fence || current.state.leaseUntil <= now) return false;
      return !isPaused(reading) && obstacleTo(reading, ids, current, now) === null;
    });
    if (may) traffic.leaves(delivery);
    return may;
  }

  /** Writes what came of an attempt, under the number it was claimed with; what can't be written is kept and tried again. */
  function record(id: string, fence: number, outcome: SendOutcome): void {
    try {
      const done = store.write((writing) => recordIn(writing, id, fence, outcome));
      if (done === null) return;
      changes.emit({ topic: "deliveries", windowId: done.windowId });
      heed(done, outcome);
    } catch (error) {
      unwritten.push({ id, fence, outcome });
      throw error;
    }
  }

  function recordIn(writing: WriteStore, id: string, fence: number, outcome: SendOutcome): Delivery | null {
    const current = writing.delivery(id);
    if (current === null) return null;
    const now = clock.now();
    const isOurs = current.fence === fence;
    if (isOurs && current.state.kind === "sending") {
      const withheld = outcome.kind === "withheld" ? obstacleTo(writing, ids, current, now) : null;
      const updated = { ...current, ...afterAttempt(current, outcome, withheld, now) };
      deliveryLog.record(writing, current, updated);
      return updated;
    }
    if (outcome.kind !== "accepted") return null;
    if (isOurs && (current.state.kind === "unknown" || isToGoAgain(current))) {
      // The answer came after all, later than the claim held: it proves that the message arrived. Somebody may have decided
      // meanwhile to send it again, not knowing that; nobody needs it twice.
      const updated: Delivery = { ...current, state: { kind: "accepted", receipt: outcome.receipt } };
      deliveryLog.record(writing, current, updated);
      return updated;
    }
    log.warn({ delivery: id }, "A message was accepted after its attempt was given up");
    deliveryLog.recordLate(writing, current, outcome.receipt);
    return null;
  }

  function heed(delivery: Delivery, outcome: SendOutcome): void {
    const { carrier } = delivery;
    if (outcome.kind === "unsent" && outcome.concernsAll) {
      traffic.trouble(carrier, outcome.retryAt === null ? null : Math.max(0, outcome.retryAt - clock.now()));
    } else if (outcome.kind === "accepted" || outcome.kind === "refused") traffic.allWell(carrier);
    if (outcome.kind === "signInNeeded") {
      const kind = connectionOf(carrier);
      if (kind !== null) ways.pauseConnection(kind, outcome.detail);
    }
    if (outcome.kind === "accepted") tellIfOvertaken(delivery);
  }

  /** A message that arrives after its window changed leaves somebody with the old word: they are owed the new one. */
  function tellIfOvertaken(delivery: Pick<Delivery, "windowId" | "windowRevision">): void {
    const window = store.read((reading) => reading.window(delivery.windowId));
    if (window !== null && window.revision !== delivery.windowRevision) ways.onHeard(delivery.windowId);
  }

  function note(error: unknown): void {
    if (error instanceof StorageTrouble) {
      if (error.kind === "damaged") damage = error;
      setTrouble(error.message);
    }
    log.error({ error: error instanceof Error ? (error.stack ?? error.message) : "unknown" }, "A step of the outbox failed");
  }

  /** Writes what could not be written before. Throws while it still can't: then nothing is sent. */
  function catchUp(): void {
    // One by one: what can't be written is kept by `record`, and those behind it are still in the list.
    for (let next = unwritten.shift(); next !== undefined; next = unwritten.shift()) record(next.id, next.fence, next.outcome);
  }

  /** True when it took up as much as one round does, so that there may be more. */
  function round(now: Instant): boolean {
    vigil.observe();
    // What is the matter with the disk is over when it takes a page again, and not before.
    if (trouble !== null) store.probe();
    if (damage !== null) throw damage;
    catchUp();
    expireAttempts(now);
    holdStaleToDo(now);
    const pauses = store.read((reading) => reading.sendingPauses());
    if (pauses.some(({ kind }) => kind === "clock")) hearTheTime();
    let taken = 0;
    if (pauses.length === 0 && !isHalted) {
      const made = makeDue(now);
      const full = traffic.fullChannels();
      queue = [...store.read((reading) => reading.deliveriesDue("due", now, atOnce, full))];
      taken = Math.max(made, queue.length);
      pump();
    }
    lookUps.begin(now);
    return taken >= atOnce;
  }

  /** While the clock is in doubt a provider is asked every minute, so that a clock put right is noticed by itself. */
  function hearTheTime(): void {
    if (clock.elapsed() - askedAt < minute) return;
    askedAt = clock.elapsed();
    ways.askTime().catch(note);
  }

  function setTrouble(next: string | null): void {
    if (next === trouble) return;
    trouble = next;
    changes.emit({ topic: "workspace" });
  }

  return {
    recover() {
      const now = clock.now();
      store.write((writing) => {
        for (const id of writing.deliveryIdsIn("sending", 100_000)) {
          const delivery = writing.delivery(id);
          if (delivery === null) continue;
          const outcome: SendOutcome = { kind: "unknown", detail: "Forewarn stopped while this was being sent." };
          deliveryLog.record(writing, delivery, { ...delivery, ...afterAttempt(delivery, outcome, null, now) });
        }
        // Claims of a process that is gone hold nothing: this one is the only writer.
        for (const id of writing.leasedDeliveryIds(100_000)) {
          const delivery = writing.delivery(id);
          if (delivery?.state.kind === "due") {
            writing.saveDelivery({ ...delivery, state: { ...delivery.state, leaseUntil: null } });
          }
        }
      });
    },
    async tick() {
      let isFull = false;
      // A large batch goes on at once; what is left in the queue waits for its lane, and for the next tick.
      do {
        isFull = false;
        try {
          isFull = round(clock.now());
          setTrouble(null);
        } catch (error) {
          note(error);
          setTrouble(error instanceof Error ? error.message : "The workspace's file can't be used just now.");
        }
        do await Promise.all([...onTheirWay.values(), lookUps.going()]);
        while (onTheirWay.size > 0);
      } while (isFull && queue.length === 0);
      deliveryLog.flushProgress();
    },
    trouble: () => trouble,
    heed: note,
    cannotSend: setTrouble,
    async halt() {
      isHalted = true;
      queue = [];
      while (onTheirWay.size > 0) await Promise.all(onTheirWay.values());
    },
    goOn() {
      isHalted = false;
    },
  };
}

/** A person decided to send it again, and nothing of that has left. */
function isToGoAgain({ state }: Delivery): boolean {
  return state.kind === "due" && state.byPerson && state.attempts === 0;
}

/** It came due by a clock that was ahead and has been put right since: its time is still to come. */
function cameTooEarly(delivery: Delivery, state: Extract<Delivery["state"], { kind: "due" }>, now: Instant): boolean {
  return !state.byPerson && state.attempts === 0 && now < delivery.notBefore;
}

function waitingForItsTime(delivery: Delivery): Delivery {
  return { ...delivery, sendAt: delivery.notBefore, state: { kind: "approved" } };
}
