import { beforeEach, expect, test } from "vitest";
import { systemIds } from "../../../src/adapters/system/system-ids.ts";
import { fingerprintOf } from "../../../src/core/app/sending/frozen.ts";
import { obstacleOfTime, obstacleTo } from "../../../src/core/app/sending/obstacles.ts";
import type { Delivery } from "../../../src/core/domain/delivery.ts";
import type { Audience } from "../../../src/core/domain/directory.ts";
import { hour, minute } from "../../../src/core/domain/instant.ts";
import type { Store } from "../../../src/core/ports/store.ts";
import { aContact, aCustomer } from "../../builders/directory.ts";
import { sampleDelivery, sampleNotice, sampleNow, sampleWindow, sampleWorkspace } from "../../builders/samples.ts";
import { openedStore, temporaryFile } from "../../builders/temporary-store.ts";

let store: Store;

const contact = aContact({ id: "contact-1", name: "Customer's service manager", email: "manager@customer.example.org" });
const audience: Audience = {
  id: "audience-1",
  name: "Customers",
  voice: "customer",
  contactIds: [],
  customerIds: ["customer-1"],
  mentionIds: [],
  quietHours: null,
};

beforeEach(() => {
  store = openedStore(temporaryFile());
  store.write((writing) => {
    writing.saveWorkspace(sampleWorkspace());
    writing.saveContact(contact);
    writing.saveCustomer(aCustomer({ id: "customer-1", contactIds: ["contact-1"] }));
    writing.saveChannel({ id: "channel-1", name: "Customer mail", kind: "mail", from: null });
    writing.saveAudience(audience);
    writing.saveWindow(sampleWindow());
    writing.saveNotice(sampleNotice());
  });
});

/** A delivery with the fingerprint its approval gave it. */
function approved(facts: Partial<Delivery> = {}): Delivery {
  const delivery = sampleDelivery(facts);
  const {
    fingerprint: _old,
    batchId: _batch,
    sendAt: _sendAt,
    handle: _handle,
    fence: _fence,
    state: _state,
    ...frozen
  } = delivery;
  return { ...delivery, fingerprint: fingerprintOf(systemIds, frozen) };
}

const obstacle = (delivery: Delivery, now = sampleNow) => store.read((reading) => obstacleTo(reading, systemIds, delivery, now));

test("nothing is in the way of what was approved, in time, for a window and people that are as they were", () => {
  expect(obstacle(approved())).toBeNull();
});

test("what is stored otherwise than it was approved is held", () => {
  const delivery = { ...approved(), notAfter: approved().notAfter + hour };
  expect(obstacle(delivery)).toMatchObject({ reason: "contentChanged", until: null });
});

test("what an attempt adds to a delivery is no change of what was approved", () => {
  const tried: Delivery = {
    ...approved(),
    sendAt: sampleNow + 2 * hour,
    fence: 3,
    state: { kind: "due", since: sampleNow, attempts: 2, detail: "", leaseUntil: null, byPerson: false },
  };
  expect(obstacle(tried)).toBeNull();
});

test("the latest useful time is the last moment at which it leaves", () => {
  const delivery = approved();
  expect(obstacle(delivery, delivery.notAfter)).toBeNull();
  expect(obstacle(delivery, delivery.notAfter + 1)).toMatchObject({ reason: "stale" });
});

test("a window of another revision, or one that is gone, holds its messages", () => {
  expect(obstacle(approved({ windowId: "window-2" }))).toMatchObject({ reason: "windowChanged" });
  store.write((writing) => writing.saveWindow(sampleWindow({ revision: 2 })));
  expect(obstacle(approved())).toMatchObject({ reason: "windowChanged" });
});

test("who was switched off after the approval holds the message, and is named", () => {
  store.write((writing) => writing.saveContact({ ...contact, active: false }));
  expect(obstacle(approved())).toMatchObject({
    reason: "recipientsChanged",
    detail: expect.stringContaining("Customer's service manager was switched off"),
  });
});

const inTime = (since: number, couldBeSentSince: number, now: number, notAfter = sampleNow + 24 * hour) =>
  store.read((reading) =>
    obstacleOfTime(reading, { audienceId: "audience-1", customerId: "customer-1", notAfter }, since, couldBeSentSince, now),
  );

test("what came due more than half an hour before anything could be sent lapses; what came later goes", () => {
  const awake = sampleNow + 3 * hour;
  expect(inTime(awake - 30 * minute, awake, awake)).toBeNull();
  expect(inTime(awake - 30 * minute - 1, awake, awake)).toMatchObject({ reason: "lapsed", until: null });
  expect(inTime(sampleNow, awake, awake)?.detail).toContain("due 3 hours ago");
});

test("what waited for its turn while sending went on never lapses", () => {
  expect(inTime(sampleNow, sampleNow - hour, sampleNow + 5 * hour)).toBeNull();
});

test("quiet hours hold until their end in the customer's zone, or for a person when that is too late", () => {
  const quietHours = { from: "22:00", to: "06:00" };
  store.write((writing) => writing.saveAudience({ ...audience, quietHours }));
  const late = Date.UTC(2026, 10, 24, 23);
  const six = Date.UTC(2026, 10, 25, 6);
  expect(inTime(late, late, late)).toMatchObject({ reason: "quietHours", until: six });
  expect(inTime(late, late, late, six - minute)).toMatchObject({ reason: "quietHours", until: null });
  expect(inTime(six, late, six)).toBeNull();
  store.write((writing) =>
    writing.saveCustomer(aCustomer({ id: "customer-1", contactIds: ["contact-1"], zone: "America/New_York" })),
  );
  expect(inTime(late, late, late)).toBeNull();
});
