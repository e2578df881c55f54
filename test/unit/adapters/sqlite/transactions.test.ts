import { expect, test } from "vitest";
import type { WriteStore } from "../../../../src/core/ports/store.ts";
import { sampleDelivery, sampleNotice, sampleNow, sampleRule, sampleWindow, sampleWorkspace } from "../../../builders/samples.ts";
import { openedStore, temporaryFile } from "../../../builders/temporary-store.ts";

test("when the work throws, nothing of it was done and nothing of it is remembered", () => {
  const store = openedStore(temporaryFile());
  store.write((writing) => {
    writing.saveWorkspace(sampleWorkspace({ name: "Before" }));
    writing.saveRule(sampleRule());
  });
  expect(() =>
    store.write((writing) => {
      writing.saveWorkspace(sampleWorkspace({ name: "After" }));
      writing.removeRule("rule-1");
      writing.saveWindow(sampleWindow());
      writing.nextReferenceNumber(2026);
      expect(writing.workspace()?.name).toBe("After");
      expect(writing.rules()).toEqual([]);
      throw new Error("Thought better of it");
    }),
  ).toThrow("Thought better of it");
  store.read((reading) => {
    expect(reading.workspace()?.name).toBe("Before");
    expect(reading.rules()).toHaveLength(1);
    expect(reading.windowCount()).toBe(0);
  });
  expect(store.write((writing) => writing.nextReferenceNumber(2026))).toBe(1);
});

test("a notice needs its window and a delivery its notice", () => {
  const store = openedStore(temporaryFile());
  expect(() => store.write((writing) => writing.saveNotice(sampleNotice()))).toThrow("FOREIGN KEY");
  store.write((writing) => writing.saveWindow(sampleWindow()));
  expect(() => store.write((writing) => writing.saveDelivery(sampleDelivery()))).toThrow("FOREIGN KEY");
});

test("the same notice is not owed twice", () => {
  const store = openedStore(temporaryFile());
  store.write((writing) => {
    writing.saveWindow(sampleWindow());
    writing.saveNotice(sampleNotice());
  });
  expect(() => store.write((writing) => writing.saveNotice(sampleNotice({ id: "another" })))).toThrow("UNIQUE");
});

test("a write inside a write is a bug, and leaves nothing", () => {
  const store = openedStore(temporaryFile());
  expect(() =>
    store.write((outer) => {
      outer.saveWindow(sampleWindow());
      store.write((inner) => inner.saveWindow(sampleWindow({ id: "window-2", reference: "FW-2026-2" })));
    }),
  ).toThrow("inside another");
  expect(store.read((reading) => reading.windowCount())).toBe(0);
});

test("work that would go on after the commit is a bug, and leaves nothing", () => {
  const store = openedStore(temporaryFile());
  expect(() =>
    store.write((writing) => {
      writing.saveWindow(sampleWindow());
      return Promise.resolve();
    }),
  ).toThrow("must be over when it returns");
  expect(store.read((reading) => reading.windowCount())).toBe(0);
});

test("what was handed out for one transaction can't write after it", () => {
  const store = openedStore(temporaryFile());
  const kept: WriteStore = store.write((writing) => writing);
  expect(() => kept.saveWindow(sampleWindow())).toThrow("outside of a transaction");
});

test("a delivery's message, recipients and way are frozen, while it goes its way", () => {
  const store = openedStore(temporaryFile());
  const delivery = sampleDelivery();
  store.write((writing) => {
    writing.saveWindow(sampleWindow());
    writing.saveNotice(sampleNotice());
    writing.saveDelivery(delivery);
  });
  const changes = [
    { content: { kind: "mail", subject: "Other", html: "", text: "", calendar: "" } },
    { fingerprint: "0".repeat(64) },
    { recipients: [] },
    { carrier: "graph" },
    { customerId: "customer-2" },
    { address: { kind: "mail", from: "shared@example.org" } },
    { windowRevision: 2 },
    { noticeId: "notice-2" },
    { notAfter: sampleNow + 1 },
    { notBefore: sampleNow },
  ] as const;
  for (const change of changes) {
    expect(() => store.write((writing) => writing.saveDelivery({ ...delivery, ...change }))).toThrow("frozen");
  }
  const onItsWay = {
    ...delivery,
    // The order of keys says nothing.
    content: { text: "Maintenance", calendar: "", subject: "Maintenance", html: "<p>Maintenance</p>", kind: "mail" },
    sendAt: sampleNow,
    fence: 3,
    handle: "draft-1",
    state: { kind: "sending", since: sampleNow, attempt: 1, leaseUntil: sampleNow, dueSince: sampleNow, byPerson: false },
  } as const;
  store.write((writing) => writing.saveDelivery(onItsWay));
  expect(store.read((reading) => reading.delivery(delivery.id))).toEqual(onItsWay);
});
