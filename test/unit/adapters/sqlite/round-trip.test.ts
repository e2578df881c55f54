import { expect, test } from "vitest";
import type { Delivery } from "../../../../src/core/domain/delivery.ts";
import type { Audience, Channel, Contact, Customer, Service } from "../../../../src/core/domain/directory.ts";
import type { ConnectionSettings, PracticeMessage } from "../../../../src/core/ports/store.ts";
import { sampleDelivery, sampleNotice, sampleNow, sampleRule, sampleWindow, sampleWorkspace } from "../../../builders/samples.ts";
import { openedStore, temporaryFile } from "../../../builders/temporary-store.ts";

test("a new file is empty", () => {
  const store = openedStore(temporaryFile());
  store.read((reading) => {
    expect(reading.workspace()).toBeNull();
    expect(reading.directory()).toEqual({
      services: [],
      changeTypes: [],
      audiences: [],
      customers: [],
      contacts: [],
      channels: [],
    });
    expect(reading.rules()).toEqual([]);
    expect(reading.windowCount()).toBe(0);
    expect(reading.deliveryCounts()).toMatchObject({ approved: 0, unknown: 0, superseded: 0 });
  });
});

test("what is saved is there after the file was closed and opened", () => {
  const file = temporaryFile();
  const workspace = sampleWorkspace();
  const window = sampleWindow({
    title: "Überholung — “quotes”, 'apostrophes', \u{1F6E0}",
    outcome: { kind: "completed", at: sampleNow, endedAt: sampleNow - 1, note: "Earlier than planned" },
    formerTimes: [
      {
        start: { at: 1, wall: "2026-11-27T09:00", zone: "Europe/London" },
        end: { at: 2, wall: "2026-11-27T11:00", zone: "Europe/London" },
        revision: 1,
        replacedAt: sampleNow,
        by: "rescheduled",
        why: "Parts are late.",
      },
    ],
    expectedDowntimeMinutes: null,
    revision: 2,
  });
  const notice = sampleNotice({
    draft: { subject: "{{ window.title }}", body: "**Soon**" },
    state: { kind: "skipped", at: sampleNow, by: "Release coordinator", reason: "Not needed" },
  });
  const delivery = sampleDelivery({
    content: { kind: "slack", text: "Soon", blocks: [{ type: "section", text: { type: "mrkdwn", text: "*Soon*" } }] },
    state: { kind: "held", since: sampleNow, reason: "stale", detail: "Too late", until: null },
    handle: "draft-1",
    customerId: null,
  });
  const first = openedStore(file);
  first.write((writing) => {
    writing.saveWorkspace(workspace);
    writing.saveWindow(window);
    writing.saveNotice(notice);
    writing.saveDelivery(delivery);
  });
  first.close();
  openedStore(file).read((reading) => {
    expect(reading.workspace()).toEqual(workspace);
    expect(reading.window(window.id)).toEqual(window);
    expect(reading.notice(notice.id)).toEqual(notice);
    expect(reading.delivery(delivery.id)).toEqual(delivery);
    expect(reading.window("nothing")).toBeNull();
    expect(reading.notice("nothing")).toBeNull();
    expect(reading.delivery("nothing")).toBeNull();
  });
});

test("directory entries keep the order they were made in, are changed in place and can be removed", () => {
  const store = openedStore(temporaryFile());
  const place = { zone: "Europe/London", holidayRegion: "GB-ENG" };
  const service: Service = {
    ...place,
    id: "b",
    name: "Records",
    environment: "production",
    promisedUptime: 99.95,
    statusUrl: null,
    pagerDutyServiceId: null,
  };
  const audience: Audience = {
    id: "a1",
    name: "All",
    voice: "internal",
    contactIds: ["c1"],
    customerIds: [],
    mentionIds: [],
    quietHours: null,
  };
  const customer: Customer = { ...place, id: "k1", name: "Hospital", contactIds: [], serviceIds: ["b"] };
  const contact: Contact = {
    id: "c1",
    name: "On call",
    kind: "group",
    role: "Operations",
    email: null,
    slackId: "S1",
    teamsId: null,
    active: true,
  };
  const channel: Channel = { id: "h1", name: "Portal", kind: "manual", instruction: "Post it in the portal" };
  store.write((writing) => {
    writing.saveService(service);
    writing.saveService({ ...service, id: "a", name: "Images" });
    writing.saveChangeType({ id: "t1", name: "Emergency fix" });
    writing.saveAudience(audience);
    writing.saveCustomer(customer);
    writing.saveContact(contact);
    writing.saveChannel(channel);
    expect(writing.directory().services.map(({ name }) => name)).toEqual(["Records", "Images"]);
    writing.saveService({ ...service, name: "Patient records" });
    // The same id in another kind is another entry.
    writing.saveContact({ ...contact, id: "b" });
    writing.remove("contact", "b");
  });
  const directory = store.read((reading) => reading.directory());
  expect(directory.services.map(({ name }) => name)).toEqual(["Patient records", "Images"]);
  expect(directory.changeTypes).toEqual([{ id: "t1", name: "Emergency fix" }]);
  expect(directory.audiences).toEqual([audience]);
  expect(directory.customers).toEqual([customer]);
  expect(directory.contacts).toEqual([contact]);
  expect(directory.channels).toEqual([channel]);
});

test("rules, changed templates and connections are saved, changed and removed", () => {
  const store = openedStore(temporaryFile());
  const slack: ConnectionSettings = {
    kind: "slack",
    apiUrl: null,
    account: "",
    checkedAt: null,
    values: {},
    lastSuccessAt: null,
    expiresAt: null,
    paused: null,
  };
  store.write((writing) => {
    writing.saveRule(sampleRule({ id: "second" }));
    writing.saveRule(sampleRule({ id: "first", lead: "Anyone" }));
    writing.saveRule(sampleRule({ id: "second", lead: "Service owner" }));
    writing.saveTemplate({ stage: "announce", voice: "customer", subject: "One", body: "…" });
    writing.saveTemplate({ stage: "announce", voice: "customer", subject: "Two", body: "…" });
    writing.saveTemplate({ stage: "start", voice: "internal", subject: "Go", body: "…" });
    writing.saveConnection(slack);
    writing.saveConnection({ ...slack, apiUrl: "https://gateway.example.org", account: "Coordinator", checkedAt: sampleNow });
    writing.saveConnection({
      kind: "graph",
      apiUrl: null,
      account: "",
      checkedAt: null,
      values: {},
      lastSuccessAt: null,
      expiresAt: null,
      paused: null,
    });
  });
  store.read((reading) => {
    expect(reading.rules().map(({ id, lead }) => [id, lead])).toEqual([
      ["second", "Service owner"],
      ["first", "Anyone"],
    ]);
    expect(reading.templates().map(({ subject }) => subject)).toEqual(["Two", "Go"]);
    expect(reading.connections().find(({ kind }) => kind === "slack")).toEqual({
      kind: "slack",
      apiUrl: "https://gateway.example.org",
      account: "Coordinator",
      checkedAt: sampleNow,
      values: {},
      lastSuccessAt: null,
      expiresAt: null,
      paused: null,
    });
  });
  store.write((writing) => {
    writing.removeRule("second");
    writing.removeTemplate("announce", "customer");
    writing.removeConnection("slack");
  });
  store.read((reading) => {
    expect(reading.rules().map(({ id }) => id)).toEqual(["first"]);
    expect(reading.templates().map(({ stage }) => stage)).toEqual(["start"]);
    expect(reading.connections().map(({ kind }) => kind)).toEqual(["graph"]);
  });
});

test("reference numbers run by year and are not given twice", () => {
  const file = temporaryFile();
  const store = openedStore(file);
  expect(store.write((writing) => [writing.nextReferenceNumber(2026), writing.nextReferenceNumber(2026)])).toEqual([1, 2]);
  store.close();
  const again = openedStore(file);
  expect(again.write((writing) => [writing.nextReferenceNumber(2026), writing.nextReferenceNumber(2027)])).toEqual([3, 1]);
});

test("the practice mailbox shows the newest message first", () => {
  const store = openedStore(temporaryFile());
  const { content, recipients }: Delivery = sampleDelivery();
  const message: PracticeMessage = {
    id: "m1",
    threadId: "t1",
    deliveryId: "delivery-1",
    windowId: "window-1",
    at: sampleNow,
    channelKind: "mail",
    channelName: "Customer mail",
    customerId: "customer-1",
    recipients,
    content,
  };
  store.write((writing) => {
    writing.savePracticeMessage(message);
    writing.savePracticeMessage({ ...message, id: "m2", at: sampleNow + 1 });
    writing.savePracticeMessage({ ...message, id: "m3", at: sampleNow - 1 });
  });
  const messages = store.read((reading) => reading.practiceMessages(2));
  expect(messages.map(({ id }) => id)).toEqual(["m2", "m1"]);
  expect(messages[1]).toEqual(message);
});
