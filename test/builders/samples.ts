import type { Delivery } from "../../src/core/domain/delivery.ts";
import type { Workspace } from "../../src/core/domain/directory.ts";
import { day, hour, type Instant } from "../../src/core/domain/instant.ts";
import type { Rule } from "../../src/core/domain/matrix.ts";
import { noCondition } from "../../src/core/domain/matrix.ts";
import type { Notice } from "../../src/core/domain/notice.ts";
import type { Window } from "../../src/core/domain/window.ts";

/** A Tuesday morning: 2026-11-24T09:00:00Z. */
export const sampleNow: Instant = Date.UTC(2026, 10, 24, 9);

/** One of each thing, complete and plausible; a test states only what it is about. */
export function sampleWorkspace(facts: Partial<Workspace> = {}): Workspace {
  return {
    id: "workspace-1",
    name: "Records platform",
    zone: "Europe/London",
    secondZone: null,
    holidayRegion: "GB-ENG",
    noticeCounting: "clear",
    closeOfBusiness: "17:00",
    mode: "practice",
    referencePrefix: "FW",
    coordinator: { name: "Release coordinator", email: "coordinator@example.org" },
    contactPoint: "Service desk, desk@example.org",
    internalDomains: ["internal.example.org"],
    ...facts,
  };
}

export function sampleRule(facts: Partial<Rule> = {}): Rule {
  return {
    id: "rule-1",
    changeTypeId: null,
    stage: "announce",
    audienceId: "audience-1",
    channelIds: ["channel-1"],
    timing: { kind: "before", amount: 3, unit: "businessDays", at: "09:00", place: { kind: "recipient" } },
    promised: { amount: 3, unit: "businessDays", calendar: "customer" },
    condition: noCondition,
    lead: "DevOps Engineer",
    sending: "person",
    source: "",
    ...facts,
  };
}

export function sampleWindow(facts: Partial<Window> = {}): Window {
  return {
    id: "window-1",
    reference: "FW-2026-1",
    title: "Resize the cluster's nodes",
    changeTypeId: "change-type-1",
    serviceIds: ["service-1"],
    start: { at: sampleNow + 4 * day, wall: "2026-11-28T09:00", zone: "Europe/London" },
    end: { at: sampleNow + 4 * day + 2 * hour, wall: "2026-11-28T11:00", zone: "Europe/London" },
    zone: "Europe/London",
    impact: "outage",
    expectedDowntimeMinutes: 30,
    customersAffected: true,
    reason: "The nodes are too small for the coming load.",
    effect: "Records can't be opened for half an hour.",
    toDo: "",
    rollbackPlan: "The old nodes are kept for a day.",
    lead: "DevOps Engineer",
    engineers: [],
    communicationOwner: "Release coordinator",
    references: [{ label: "CHG-1", url: "https://changes.example.org/CHG-1" }],
    revision: 1,
    createdAt: sampleNow,
    outcome: { kind: "open" },
    group: null,
    shortNotice: null,
    formerTimes: [],
    ...facts,
  };
}

export function sampleNotice(facts: Partial<Notice> = {}): Notice {
  return {
    id: "notice-1",
    key: "window-1/rule-1/announce/1",
    windowId: "window-1",
    windowRevision: 1,
    ruleId: "rule-1",
    stage: "announce",
    audienceId: "audience-1",
    voice: "customer",
    dueAt: sampleNow + hour,
    latestUsefulAt: sampleNow + 4 * day,
    recipients: [
      {
        channelId: "channel-1",
        customerId: "customer-1",
        dueAt: sampleNow + hour,
        zone: "Europe/London",
        promise: { kind: "kept", latest: sampleNow + 8 * hour },
      },
    ],
    sending: "person",
    explanation: { timing: "3 business days before the start", calendar: "England and Wales, clear days", because: "" },
    draft: null,
    state: { kind: "open" },
    ...facts,
  };
}

export function sampleDelivery(facts: Partial<Delivery> = {}): Delivery {
  return {
    id: "delivery-1",
    batchId: "batch-1",
    noticeId: "notice-1",
    windowId: "window-1",
    windowRevision: 1,
    stage: "announce",
    audienceId: "audience-1",
    channelId: "channel-1",
    channelKind: "mail",
    channelName: "Customer mail",
    address: { kind: "mail", from: null },
    customerId: "customer-1",
    carrier: "practice",
    recipients: [{ contactId: "contact-1", name: "Customer's service manager", email: "manager@customer.example.org" }],
    content: { kind: "mail", subject: "Maintenance", html: "<p>Maintenance</p>", text: "Maintenance", calendar: "" },
    fingerprint: "f".repeat(64),
    sendAt: sampleNow + hour,
    notBefore: sampleNow + hour,
    notAfter: sampleNow + 4 * day,
    told: { startAt: sampleNow + 4 * day, endAt: sampleNow + 4 * day + 2 * hour },
    approvedBy: "Release coordinator",
    approvedAt: sampleNow,
    handle: null,
    fence: 0,
    state: { kind: "approved" },
    ...facts,
  };
}
