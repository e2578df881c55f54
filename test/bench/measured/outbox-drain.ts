// Durable commits beside bare fsyncs, and 5,000 deliveries drained into the practice mailbox. Prints the times in milliseconds.
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../../src/adapters/sqlite/open-store.ts";
import { preferencesInFolder, secretsInMemory, systemParts } from "../../../src/backend/host-parts.ts";
import { openBackend } from "../../../src/backend/open-backend.ts";
import { hour } from "../../../src/core/domain/instant.ts";
import { fillWithChannels, saveDeliveries } from "../../builders/many-deliveries.ts";

const [place = ".", deliveries = "5000", channels = "8", commits = "400"] = process.argv.slice(2);
const total = Number(deliveries);
const now = Date.now();
const folder = mkdtempSync(join(place, "drain-"));

/** What a machine's disk can do at best: a page written and synced, again and again. */
function bareSyncs(times: number): number {
  const file = openSync(join(folder, "bare"), "w");
  const page = Buffer.alloc(4096, 7);
  const begun = performance.now();
  for (let count = 0; count < times; count += 1) {
    writeSync(file, page, 0, page.length, count * page.length);
    fsyncSync(file);
  }
  closeSync(file);
  return performance.now() - begun;
}

function ninetyNinth(values: number[]): number {
  return values.sort((one, other) => one - other)[Math.floor(values.length * 0.99)] ?? Number.NaN;
}

const file = join(folder, "workspace.forewarn");
const opened = openStore({ file, clock: { now: Date.now } });
if (opened.kind !== "open") throw new Error("The workspace could not be made");
const { store } = opened;
fillWithChannels(store, Number(channels));
const syncs = bareSyncs(Number(commits));
const begunEnqueuing = performance.now();
for (let number = 0; number < Number(commits); number += 1) {
  const from = total + number;
  store.write((writing) =>
    saveDeliveries(writing, { from, to: from + 1, channels: Number(channels), now, notBefore: now + 24 * hour }),
  );
}
const enqueues = performance.now() - begunEnqueuing;
store.write((writing) => saveDeliveries(writing, { to: total, channels: Number(channels), now, notBefore: now }));
store.close();

let tick = (): void => undefined;
const backend = await openBackend({
  ...systemParts(folder),
  ticker: {
    every(_milliseconds, callback) {
      tick = callback;
      return () => undefined;
    },
  },
  dataFolder: folder,
  file,
  secrets: secretsInMemory(),
  preferences: preferencesInFolder(folder),
  environment: { slackApiUrl: null, graphUrl: null },
});
let reports = 0;
backend.app.changes.subscribe((change) => {
  if (change.topic === "progress") reports += 1;
});
/** How late a timer of five milliseconds comes: as long a call from the screen would wait. */
const waits: number[] = [];
let lastTurn = performance.now();
const turns = setInterval(() => {
  waits.push(Math.max(0, performance.now() - lastTurn - 5));
  lastTurn = performance.now();
}, 5);
const answers: number[] = [];
const begunDraining = performance.now();
tick();
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 50));
  const asked = performance.now();
  const { counts, needsDecision, lapsed } = backend.app.outbox.view();
  answers.push(performance.now() - asked);
  if (counts.accepted >= total) break;
  const [stuck] = [...needsDecision, ...lapsed];
  if (stuck !== undefined) throw new Error(`Not sent: ${JSON.stringify(stuck.state)}`);
  if (performance.now() - begunDraining > 300_000) throw new Error(`Not drained: ${JSON.stringify(counts)}`);
  if (answers.length % 20 === 0) tick();
}
const drained = performance.now() - begunDraining;
clearInterval(turns);
await backend.close();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  JSON.stringify({
    syncs: syncs / Number(commits),
    enqueue: enqueues / Number(commits),
    drain: drained,
    eachDelivery: drained / total,
    longestBlock: Math.max(...waits),
    usualBlock: ninetyNinth(waits),
    answer: ninetyNinth(answers),
    reports,
  }),
);
