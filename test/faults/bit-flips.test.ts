import { closeSync, copyFileSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { expect, test } from "vitest";
import { openStore } from "../../src/adapters/sqlite/open-store.ts";
import { verifyFile } from "../../src/adapters/sqlite/verify-file.ts";
import { systemIds } from "../../src/adapters/system/system-ids.ts";
import { fingerprintOf, isAsApproved } from "../../src/core/app/sending/frozen.ts";
import type { Delivery, DeliveryState } from "../../src/core/domain/delivery.ts";
import { hour } from "../../src/core/domain/instant.ts";
import { sampleDelivery, sampleNotice, sampleNow, sampleWindow, sampleWorkspace } from "../builders/samples.ts";
import { openedStore, sampleClock, temporaryFile } from "../builders/temporary-store.ts";

const flips = 400;

/** The same numbers for the same seed (mulberry32), so that a flip that does harm can be tried again. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const receipt = { messageId: "1764061200.000100", threadId: "1764061200.000100", at: sampleNow, detail: "" };
const states: readonly DeliveryState[] = [
  { kind: "approved" },
  { kind: "due", since: sampleNow, attempts: 0, detail: "", leaseUntil: null, byPerson: false },
  { kind: "held", since: sampleNow, reason: "quietHours", detail: "Quiet hours", until: sampleNow + hour },
  { kind: "accepted", receipt },
  { kind: "confirmed", receipt },
  { kind: "cancelled", at: sampleNow, reason: "Not needed" },
  { kind: "superseded", at: sampleNow },
];

function deliveryNumber(number: number): Delivery {
  const state = states[number % states.length] ?? { kind: "approved" };
  const {
    fingerprint: _none,
    batchId,
    sendAt,
    handle,
    fence,
    state: _state,
    ...frozen
  } = sampleDelivery({
    id: `delivery-${number}`,
    handle: number % 3 === 0 ? `draft-${number}` : null,
    content: {
      kind: "mail",
      subject: "Maintenance",
      html: `<p>${"Maintenance. ".repeat(40)}</p>`,
      text: `Notice ${number}`,
      calendar: "",
    },
  });
  return { ...frozen, batchId, sendAt, handle, fence, state, fingerprint: fingerprintOf(systemIds, frozen) };
}

test(`of ${flips} single bits flipped in a workspace's file, each is found at open, found before sending, or does no harm`, () => {
  const file = temporaryFile();
  const store = openedStore(file);
  const deliveries = Array.from({ length: 140 }, (_, number) => deliveryNumber(number));
  store.write((writing) => {
    writing.saveWorkspace(sampleWorkspace());
    writing.saveWindow(sampleWindow());
    writing.saveNotice(sampleNotice());
    for (const delivery of deliveries) writing.saveDelivery(delivery);
    writing.pauseSending({ kind: "person", since: sampleNow, detail: "Paused" });
    writing.appendAudit({
      at: sampleNow,
      who: "Coordinator",
      what: "notices.approve",
      subjectId: "window-1",
      before: null,
      after: {},
    });
  });
  store.close();
  const bytes = readFileSync(file);
  const random = randomOf(20_261_121);
  const found = { atOpen: 0, beforeSending: 0, harmless: 0 };

  for (let flip = 0; flip < flips; flip += 1) {
    const at = Math.floor(random() * bytes.length);
    const bit = Math.floor(random() * 8);
    const copy = `${file}.flipped`;
    for (const part of ["", "-wal", "-shm", ".lock"]) rmSync(`${copy}${part}`, { force: true });
    copyFileSync(file, copy);
    const handle = openSync(copy, "r+");
    writeSync(handle, Buffer.of((bytes[at] ?? 0) ^ (1 << bit)), 0, 1, at);
    closeSync(handle);
    found[outcomeOf(copy, deliveries, `byte ${at}, bit ${bit}`)] += 1;
  }
  expect(found.atOpen + found.beforeSending).toBeGreaterThan(flips / 10);
});

function outcomeOf(file: string, deliveries: readonly Delivery[], where: string): "atOpen" | "beforeSending" | "harmless" {
  const opened = openStore({ file, clock: sampleClock });
  if (opened.kind !== "open") return "atOpen";
  try {
    // The backend does the same before the first round, and sets the file aside.
    if (verifyFile(file).kind === "notWhole") return "atOpen";
    return opened.store.read((reading) => {
      expect(reading.sendingPauses(), where).toHaveLength(1);
      let isFound = false;
      for (const delivery of deliveries) {
        const read = reading.delivery(delivery.id);
        // One that is not there any more would be a notice lost.
        if (read === null) throw new Error(`${delivery.id} is lost (${where})`);
        if (read.state.kind === "unknown" || !isAsApproved(systemIds, read)) isFound = true;
        else expect(read, where).toEqual(delivery);
      }
      return isFound ? "beforeSending" : "harmless";
    });
  } finally {
    opened.store.close();
  }
}

test("a bit that breaks what an index reads into is told as damage, not thrown", () => {
  const file = temporaryFile();
  const store = openedStore(file);
  store.write((writing) => {
    writing.saveWindow(sampleWindow());
    writing.saveNotice(sampleNotice());
    writing.saveDelivery(deliveryNumber(2));
  });
  store.close();
  const at = readFileSync(file).indexOf('{"kind":"held"');
  expect(at).toBeGreaterThan(0);
  const handle = openSync(file, "r+");
  writeSync(handle, "[", at);
  closeSync(handle);
  expect(verifyFile(file).kind).toBe("notWhole");
});
