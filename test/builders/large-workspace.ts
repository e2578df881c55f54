import type { Delivery, DeliveryState } from "../../src/core/domain/delivery.ts";
import { day, hour, type Instant, minute, type ZonedTime } from "../../src/core/domain/instant.ts";
import { type Stage, stages } from "../../src/core/domain/matrix.ts";
import type { Notice, NoticeState } from "../../src/core/domain/notice.ts";
import { impacts, type Outcome, type Window } from "../../src/core/domain/window.ts";
import type { Store, WriteStore } from "../../src/core/ports/store.ts";
import { sampleDelivery, sampleNotice, sampleRule, sampleWindow, sampleWorkspace } from "./samples.ts";

export type LargeWorkspace = {
  /** The day's "now": windows lie from four and a half years before it to half a year after. */
  readonly now: Instant;
  readonly windows: number;
  readonly noticesPerWindow: number;
  readonly deliveriesPerNotice: number;
};

export const largeWorkspace: LargeWorkspace = {
  now: Date.UTC(2026, 10, 24, 9),
  windows: 10_000,
  noticesPerWindow: 5,
  deliveriesPerNotice: 2,
};

/** How many services the Directory of a large workspace has: `service-1` and so on. */
export const largeWorkspaceServices = 24;
const customers = 40;
const changeTypes = 6;
const lifeOfWindow: readonly Stage[] = ["announce", "reminder", "start", "progress", "completed"];

/** Fills an empty store as five years of work would have. The same size gives the same content, to the last character. */
export function fillLargeWorkspace(store: Store, size: LargeWorkspace = largeWorkspace): void {
  store.write(saveLargeDirectory);
  const from = size.now - 4.5 * 365 * day;
  const step = (5 * 365 * day) / size.windows;
  const atATime = 500;
  for (let first = 0; first < size.windows; first += atATime) {
    store.write((writing) => {
      for (let index = first; index < Math.min(first + atATime, size.windows); index += 1) {
        saveLife(writing, index, Math.round((from + index * step) / (15 * minute)) * 15 * minute, size);
      }
    });
  }
}

/** The services, customers, audiences, channels and rules of a large workspace. */
export function saveLargeDirectory(writing: WriteStore): void {
  writing.saveWorkspace(sampleWorkspace({ name: "Five years of changes" }));
  const zone = "Europe/London";
  const holidayRegion = "GB-ENG";
  for (const number of count(changeTypes)) writing.saveChangeType({ id: `change-type-${number}`, name: `Change type ${number}` });
  for (const number of count(largeWorkspaceServices)) {
    writing.saveService({
      id: `service-${number}`,
      name: `Service ${number}`,
      environment: "production",
      zone,
      holidayRegion,
      promisedUptime: 99.9,
      statusUrl: null,
      pagerDutyServiceId: null,
    });
  }
  for (const number of count(customers)) {
    const id = `contact-${number}`;
    const email = `manager-${number}@example.org`;
    const name = `Service manager ${number}`;
    writing.saveContact({ id, name, kind: "person", role: "Service manager", email, slackId: null, teamsId: null, active: true });
    writing.saveCustomer({
      id: `customer-${number}`,
      name: `Customer ${number}`,
      zone,
      holidayRegion,
      contactIds: [id],
      serviceIds: [],
    });
  }
  const customerIds = count(customers).map((number) => `customer-${number}`);
  const nobody = { contactIds: [], customerIds: [], mentionIds: [], quietHours: null };
  writing.saveAudience({ ...nobody, id: "audience-1", name: "Customers", voice: "customer", customerIds });
  writing.saveAudience({ ...nobody, id: "audience-2", name: "Engineering", voice: "internal" });
  writing.saveAudience({ ...nobody, id: "audience-3", name: "Management", voice: "executive" });
  writing.saveChannel({ id: "channel-1", name: "Customer mail", kind: "mail", from: null });
  writing.saveChannel({ id: "channel-2", name: "#infrastructure", kind: "slack", conversationId: "C0000000001" });
  stages.forEach((stage, index) => {
    const audienceId = `audience-${(index % 3) + 1}`;
    writing.saveRule(sampleRule({ id: `rule-${index + 1}`, stage, audienceId, channelIds: ["channel-1", "channel-2"] }));
  });
}

function saveLife(writing: WriteStore, index: number, startAt: Instant, size: LargeWorkspace): void {
  const window = windowNumber(index, startAt, size.now);
  writing.saveWindow(window);
  saveLargeNotices(writing, window, index, size);
}

/** A window's notices and their deliveries, as far as they would have come by `size.now`. */
export function saveLargeNotices(writing: WriteStore, window: Window, index: number, size: LargeWorkspace): void {
  for (let n = 0; n < size.noticesPerWindow; n += 1) {
    const notice = noticeNumber(window, index, n, size.now);
    writing.saveNotice(notice);
    if (notice.state.kind !== "approved") continue;
    for (let d = 0; d < size.deliveriesPerNotice; d += 1)
      writing.saveDelivery(deliveryNumber(notice, window, index, d, size.now));
  }
}

function windowNumber(index: number, startAt: Instant, now: Instant): Window {
  const length = pick(index, 1, [1, 2, 2, 4, 8, 24]) * hour;
  const endAt = startAt + length;
  const year = new Date(startAt).getUTCFullYear();
  return sampleWindow({
    id: `window-${index}`,
    reference: `FW-${year}-${index}`,
    title: `${pick(index, 2, ["Resize nodes", "Renew certificates", "Upgrade the database", "Rotate keys", "Move storage"])} ${index}`,
    changeTypeId: `change-type-${(mix(index, 3) % changeTypes) + 1}`,
    serviceIds: [
      `service-${(mix(index, 4) % largeWorkspaceServices) + 1}`,
      `service-${(mix(index, 5) % largeWorkspaceServices) + 1}`,
    ],
    impact: pick(index, 6, impacts),
    start: utc(startAt),
    end: utc(endAt),
    zone: "UTC",
    createdAt: startAt - 14 * day,
    outcome: outcomeOf(index, endAt, now),
  });
}

function outcomeOf(index: number, endAt: Instant, now: Instant): Outcome {
  if (endAt > now) return { kind: "open" };
  const note = "";
  switch (mix(index, 7) % 20) {
    case 0:
      return { kind: "cancelled", at: endAt - day, note };
    case 1:
      return { kind: "rolledBack", at: endAt, endedAt: endAt, note };
    default:
      return { kind: "completed", at: endAt, endedAt: endAt, note };
  }
}

function noticeNumber(window: Window, index: number, n: number, now: Instant): Notice {
  const stage = lifeOfWindow[n % lifeOfWindow.length] ?? "announce";
  const offsets = [-5 * day, -day, 0, 30 * minute, window.end.at - window.start.at];
  const dueAt = window.start.at + (offsets[n % offsets.length] ?? 0);
  const id = `notice-${index}-${n}`;
  return sampleNotice({
    id,
    key: `${window.id}/${n}`,
    windowId: window.id,
    ruleId: `rule-${n + 1}`,
    stage,
    audienceId: `audience-${(n % 3) + 1}`,
    dueAt,
    latestUsefulAt: dueAt + day,
    state: noticeStateOf(index, n, dueAt, now),
  });
}

/** What is long past was sent, a little of it skipped; of what comes in the next days, half is approved already. */
function noticeStateOf(index: number, n: number, dueAt: Instant, now: Instant): NoticeState {
  const who = "Release coordinator";
  if (dueAt > now + 3 * day) return { kind: "open" };
  if (dueAt > now - 6 * hour) {
    if (mix(index, 20 + n) % 2 === 0) return { kind: "open" };
  } else if (mix(index, 30 + n) % 25 === 0) return { kind: "skipped", at: dueAt, by: who, reason: "Nobody is concerned." };
  return { kind: "approved", at: dueAt - hour, by: who, batchId: `batch-${index}-${n}` };
}

function deliveryNumber(notice: Notice, window: Window, index: number, d: number, now: Instant): Delivery {
  const isMail = d % 2 === 0;
  const line = `${window.reference}: ${window.title}. From ${window.start.wall} to ${window.end.wall} UTC. `;
  // As long as rendered mail is where screens show it; short where it is old, to keep the making quick.
  const text = notice.dueAt > now - 7 * day ? line.repeat(80) : line;
  return sampleDelivery({
    id: `${notice.id}-delivery-${d}`,
    batchId: notice.state.kind === "approved" ? notice.state.batchId : "",
    noticeId: notice.id,
    windowId: window.id,
    stage: notice.stage,
    audienceId: notice.audienceId,
    channelId: isMail ? "channel-1" : "channel-2",
    channelKind: isMail ? "mail" : "slack",
    channelName: isMail ? "Customer mail" : "#infrastructure",
    address: isMail ? { kind: "mail", from: null } : { kind: "slack", conversationId: "C0000000001" },
    customerId: isMail ? `customer-${(mix(index, 8) % customers) + 1}` : null,
    content: isMail
      ? { kind: "mail", subject: window.title, html: `<p>${text}</p>`, text, calendar: "" }
      : { kind: "slack", text, blocks: [{ type: "section", text: { type: "mrkdwn", text } }] },
    sendAt: notice.dueAt,
    notAfter: notice.latestUsefulAt,
    told: { startAt: window.start.at, endAt: window.end.at },
    approvedAt: notice.dueAt - hour,
    state: deliveryStateOf(notice, index, d, now),
  });
}

function deliveryStateOf(notice: Notice, index: number, d: number, now: Instant): DeliveryState {
  if (notice.dueAt > now) return { kind: "approved" };
  if (notice.dueAt > now - 2 * day && mix(index, 40 + d) % 8 === 0) {
    const since = notice.dueAt;
    if (index % 2 === 0)
      return { kind: "unknown", since, detail: "The connection was lost.", looks: 5, seen: "", nextLookAt: null };
    return { kind: "held", since, reason: "stale", detail: "Its time has passed.", until: null };
  }
  const receipt = {
    messageId: `message-${notice.id}-${d}`,
    threadId: `thread-${notice.windowId}-${d}`,
    at: notice.dueAt,
    detail: "",
  };
  return mix(index, 50 + d) % 3 === 0 ? { kind: "confirmed", receipt } : { kind: "accepted", receipt };
}

function utc(at: Instant): ZonedTime {
  return { at, wall: new Date(at).toISOString().slice(0, 16), zone: "UTC" };
}

function count(upTo: number): readonly number[] {
  return Array.from({ length: upTo }, (_, index) => index + 1);
}

function pick<T>(index: number, salt: number, choices: readonly T[]): T {
  const choice = choices[mix(index, salt) % choices.length];
  if (choice === undefined) throw new Error("Nothing to pick from");
  return choice;
}

/** A number that looks random and is always the same for the same two. */
function mix(index: number, salt: number): number {
  let bits = (index * 0x9e3779b1 + salt * 0x85ebca6b) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}
