import { DatabaseSync } from "node:sqlite";
import { checkChain } from "../../../src/adapters/sqlite/audit-chain.ts";
import { connect } from "../../../src/adapters/sqlite/connection.ts";
import { sqliteStore } from "../../../src/adapters/sqlite/sqlite-store.ts";
import { isSettled } from "../../../src/core/domain/delivery.ts";
import { minute } from "../../../src/core/domain/instant.ts";
import { StorageTrouble } from "../../../src/core/ports/storage-trouble.ts";
import type { Store } from "../../../src/core/ports/store.ts";
import { unsettledIn, type Violation, violationsIn } from "../invariants.ts";
import { command, commands, type Desk, deliveriesIn } from "./coordinator.ts";
import { createDepartures, type Known, messageText, recipientsText, windowText } from "./departures.ts";
import { makeExampleFile, simulationStart } from "./example-file.ts";
import { ProcessEnded, type WriteFault } from "./faulty-store.ts";
import { createRandom } from "./random.ts";
import { type RunningProcess, startProcess } from "./running-process.ts";
import { createSimulatedProviders } from "./simulated-providers.ts";
import { createVirtualTime } from "./virtual-time.ts";

export type ScheduleResult = {
  readonly violations: readonly Violation[];
  readonly trace: readonly string[];
  /** How much happened: messages taken, crashes, attempts of unknown outcome. */
  readonly counts: Readonly<Record<"messages" | "deliveries" | "crashes" | "unknown", number>>;
};

const steps = 30;
/** What happens around the application while it runs. */
const happenings = {
  round: 55,
  command: 34,
  crash: 1.6,
  /** What was under way goes on behind the back of the next process, as after a hang: claims must keep it out. */
  abandonment: 1.2,
  failingWrite: 2.5,
  sleep: 1.5,
  setClock: 1.5,
  putClockRight: 1,
  networkChange: 2,
} as const;

/** Seconds between the rounds that must be enough: an attempt that hangs, a pause asked for, and then whatever waits in line. */
const calmRounds: readonly number[] = [1, 1, 1, 1, 1, 5, 60, 300, 5, 5, 1_800, 1_800, ...Array.from({ length: 25 }, () => 5)];

const unfinished = ["unknown", "held", "failed", "approved", "due", "sending"] as const;

let exampleFile: Uint8Array | null = null;

/** Plays one schedule to its calm end. The same seed and index give the same trace, line by line. */
export async function runSchedule(seed: number, index: number): Promise<ScheduleResult> {
  exampleFile ??= makeExampleFile();
  const database = new DatabaseSync(":memory:");
  database.deserialize(exampleFile);
  database.exec("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;");
  try {
    return await play(database, seed, index);
  } finally {
    database.close();
  }
}

async function play(database: DatabaseSync, seed: number, index: number): Promise<ScheduleResult> {
  const random = createRandom(seed, index);
  const time = createVirtualTime(simulationStart);
  const trace: string[] = [];
  const note = (line: string): void => void trace.push(`${(time.elapsed() / 1000).toFixed(3)} ${line}`);
  const file = sqliteStore({
    database,
    location: ":memory:",
    readOnly: null,
    release: () => undefined,
  });
  const known = new Map<string, Known>();
  const departures = createDepartures(file, time, known);
  const providers = createSimulatedProviders(time, random, departures, note);
  const unexpected: Violation[] = [];
  const batches: string[] = [];
  const happeningsNow = { ...random.varied(happenings), round: happenings.round };
  const commandsNow = { ...random.varied(commands), approveNow: commands.approveNow };
  const counts = { messages: 0, deliveries: 0, crashes: 0, unknown: 0 };
  let isAbandoned = false;
  let armed: WriteFault | null = null;
  let process: RunningProcess = start();

  function start(): RunningProcess {
    return startProcess(file, time, providers, takeFault, end, counts.crashes);
  }

  function takeFault(): WriteFault | null {
    const fault = armed;
    armed = null;
    if (fault !== null) note(`  write: ${fault}`);
    return fault;
  }

  function end(): void {
    process.process.isAlive = false;
    counts.crashes += 1;
  }

  /** What was committed in this step is what was approved in it. */
  function lookAtApprovals(): void {
    file.read((reading) => {
      for (const [id] of connection.rows<[id: string]>("SELECT id FROM delivery WHERE position > ?", known.size)) {
        const delivery = reading.delivery(id);
        if (delivery === null) continue;
        const body = messageText(delivery);
        known.set(id, {
          recipients: recipientsText(delivery),
          body,
          window: windowText(reading, delivery.windowId),
          approvedAt: time.trueNow(),
        });
      }
    });
  }
  const connection = connect(database);

  function desk(): Desk {
    return { app: process.app, file, time, random, departures, batches };
  }

  async function settle(): Promise<void> {
    await time.quiet();
    // A process that ended within this step is followed by a new one over the same file.
    while (!process.process.isAlive || isAbandoned) {
      note(`process ${process.process.number} ended`);
      isAbandoned = false;
      try {
        process = start();
        await time.quiet();
      } catch (error) {
        // It met a fault while starting, and is started once more.
        if (!(error instanceof ProcessEnded || error instanceof StorageTrouble)) throw error;
      }
    }
    lookAtApprovals();
  }

  function attempt(name: string, work: () => Promise<string>): void {
    const by = process.process;
    work().then(
      (answer) => note(`${name}: ${answer}`),
      (error: unknown) => {
        note(`${name} failed: ${error instanceof Error ? error.message : "?"}`);
        const isExpected = error instanceof ProcessEnded || error instanceof StorageTrouble || !by.isAlive;
        if (!isExpected)
          unexpected.push({ rule: "nothing throws but for a reason", deliveryId: "", detail: `${name}: ${String(error)}` });
      },
    );
  }

  async function step(): Promise<void> {
    await time.pass(
      random.chance(0.5)
        ? random.whole(100, 2_000)
        : random.chance(0.8)
          ? random.whole(2_000, 40_000)
          : random.whole(40_000, 8 * minute),
    );
    const happening = random.weighted(happeningsNow);
    switch (happening) {
      case "round":
        note("round");
        attempt("round", process.round);
        break;
      case "command": {
        const name = random.weighted(commandsNow);
        attempt(name, () => command(desk(), name));
        break;
      }
      case "crash":
        note("crash");
        end();
        break;
      case "abandonment":
        note("abandoned");
        counts.crashes += 1;
        isAbandoned = true;
        await settle();
        // Somebody impatient decides at once, while the other process may still be waiting for its answer.
        for (let times = 0; times < 3; times += 1) attempt("decideUnknown", () => command(desk(), "decideUnknown"));
        attempt("round", process.round);
        break;
      case "failingWrite":
        armed = random.weighted({ diskFull: 2, endsBeforeCommit: 1, endsAfterCommit: 1.5 });
        break;
      case "sleep": {
        const minutes = random.chance(0.5) ? random.whole(1, 20) : random.whole(30, 400);
        note(`sleep ${minutes}`);
        time.sleep(minutes * minute);
        break;
      }
      case "setClock": {
        const minutes = random.whole(-300, 300);
        note(`clock set by ${minutes}`);
        time.setBy(minutes * minute);
        break;
      }
      case "putClockRight":
        note("clock put right");
        time.setBy(-time.error());
        break;
      case "networkChange": {
        const reachable = random.chance(0.6);
        note(`network ${reachable}`);
        providers.setReachable(reachable);
        break;
      }
    }
    await settle();
  }

  async function round(milliseconds: number): Promise<void> {
    await time.pass(milliseconds);
    attempt("round", process.round);
    await settle();
  }

  /** Faults are off, the clock is right, everything is connected; rounds alone must bring everything to rest. */
  async function calmDown(): Promise<void> {
    note("calm");
    const calmAt = time.elapsed();
    armed = null;
    providers.calm();
    time.setBy(-time.error());
    await settle();
    for (const kind of ["slack", "graph"] as const)
      attempt(
        "connect",
        async () => `${(await process.app.connections.connect(kind, { token: "token", apiUrl: null, values: {} })).ok}`,
      );
    await round(5_000);
    for (const { kind } of file.read((reading) => reading.sendingPauses())) process.app.outbox.resume(kind, "All is well");
    for (const wait of calmRounds) {
      if (rest().length === 0 && time.elapsed() > calmAt + 7_000) return;
      await round(wait * 1000);
    }
  }

  function rest(): readonly string[] {
    return deliveriesIn({ file }, "sending", "due", "approved")
      .filter(({ carrier }) => carrier !== "manual")
      .map(({ id }) => id);
  }

  /** What is left waits for a person, is on screen, and can be brought to an end. */
  async function clearUp(): Promise<void> {
    const { app } = process;
    // An answer from before the calm may have paused a connection since.
    for (const { kind, paused } of file.read((reading) => reading.connections())) {
      if (paused !== null)
        attempt(
          "connect",
          async () => `${(await app.connections.connect(kind, { token: "token", apiUrl: null, values: {} })).ok}`,
        );
    }
    await round(2_000);
    const { needsDecision, lapsed, waiting, toDo } = app.outbox.view();
    const shown = new Set([...needsDecision, ...lapsed, ...waiting, ...toDo].map(({ id }) => id));
    for (const delivery of deliveriesIn({ file }, ...unfinished)) {
      const { id, state, carrier } = delivery;
      if (!shown.has(id)) {
        departures.violations.push({ rule: "every delivery is settled or visibly held", deliveryId: id, detail: state.kind });
      }
      if (state.kind === "unknown") {
        attempt("look", async () => `${(await app.outbox.lookAgain(id)).ok}`);
        await time.pass(2_000);
        if (file.read((reading) => reading.delivery(id))?.state.kind !== "unknown") continue;
        app.outbox.decide(id, random.chance(0.5) ? "sendAgain" : "giveUp", "Asked around");
        departures.personSaid(id);
      } else if (state.kind === "sending") continue;
      else if (carrier === "manual") app.outbox.markDone(id, "Done");
      else if (app.outbox.retry(id).ok) departures.personSaid(id);
      else app.outbox.cancel(id, "No longer of use");
    }
    // The last ones are for an answer that hangs and holds its conversation, the next message waits until it has come; and for
    // a provider that asked for a pause of most of an hour.
    for (const wait of [1, 2, 2, 2, 5, 5, 70, ...Array.from({ length: 20 }, () => 5), 300, 300, 5, 5, 5, 1_800, 1_800, 5, 5])
      if (rest().length > 0) await round(wait * 1000);
  }

  await settle();
  for (let number = 0; number < steps; number += 1) await step();
  await calmDown();
  const deliveriesThen = allDeliveries(file, connection);
  const unsettled = unsettledIn(deliveriesThen, time.now());
  counts.unknown = deliveriesThen.filter(({ state }) => state.kind === "unknown").length;
  await clearUp();
  if (deliveriesIn({ file }, ...unfinished).length > 0) await clearUp();
  const deliveries = allDeliveries(file, connection);
  // The matrix may have approved another one while the others were being cleared up.
  const atEnd = deliveries.filter((delivery) => !isSettled(delivery) && delivery.approvedAt < time.now() - 2 * minute);
  const violations = [
    ...unexpected,
    ...departures.violations,
    ...unsettled,
    ...atEnd.map(({ id, state }) => ({
      rule: "with faults off everything settles",
      deliveryId: id,
      detail: `still ${JSON.stringify(state)} after a person's word`,
    })),
    ...violationsIn({
      accepted: providers.ledger,
      deliveries,
      approved: known,
      audit: file.read((reading) => reading.audit({ limit: 100_000 })).toReversed(),
      chainHolds: checkChain(connection).kind === "intact",
      now: time.now(),
    }),
  ];
  for (const { rule, deliveryId, detail } of violations) note(`VIOLATION ${rule}: ${deliveryId} ${detail}`);
  counts.messages = providers.ledger.length;
  counts.deliveries = deliveries.length;
  return { violations, trace, counts };
}

function allDeliveries(file: Store, connection: ReturnType<typeof connect>) {
  const ids = connection.rows<[id: string]>("SELECT id FROM delivery ORDER BY position");
  return file.read((reading) =>
    ids.flatMap(([id]) => {
      const delivery = reading.delivery(id);
      return delivery === null ? [] : [delivery];
    }),
  );
}
