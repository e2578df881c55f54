import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../../../src/adapters/sqlite/open-store.ts";
import { storePlan } from "../../../src/core/app/planning/planning.ts";
import type { Audience, Channel, Contact } from "../../../src/core/domain/directory.ts";
import { hour, type Instant, minute } from "../../../src/core/domain/instant.ts";
import { noCondition, type Rule, type Timing } from "../../../src/core/domain/matrix.ts";
import type { WriteStore } from "../../../src/core/ports/store.ts";
import { aContact, aCustomer, aService, aWorkspace } from "../../builders/directory.ts";
import { noHolidays } from "../../builders/holidays.ts";
import { aWindow, zonedTime } from "../../builders/window.ts";
import { countedIds } from "./plain-parts.ts";

/** Monday 23 November 2026, 19:00 in London: some schedules get into the night and its quiet hours. */
export const simulationStart: Instant = Date.UTC(2026, 10, 23, 19);

/** Three windows, soon, sooner and running, with what a matrix owes for them: the file every schedule starts from. */
export function makeExampleFile(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "forewarn-simulation-"));
  const file = join(folder, "workspace.forewarn");
  try {
    const opened = openStore({ file, clock: { now: () => simulationStart } });
    if (opened.kind !== "open") throw new Error(`The example's file was not made: ${opened.kind}`);
    opened.store.write(fill);
    opened.store.close();
    const database = new DatabaseSync(file);
    database.exec("PRAGMA journal_mode = DELETE");
    const image = database.serialize();
    database.close();
    return image;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(writing: WriteStore): void {
  const ids = countedIds("example");
  writing.saveWorkspace(aWorkspace({ mode: "live" }));
  writing.saveService(aService());
  writing.saveChangeType({ id: "scheduled", name: "Scheduled maintenance" });
  for (const contact of contacts) writing.saveContact(contact);
  for (const channel of channels) writing.saveChannel(channel);
  writing.saveCustomer(aCustomer({ contactIds: ["north-it", "north-desk"] }));
  writing.saveCustomer(aCustomer({ id: "south", name: "South Clinic", zone: "America/New_York", contactIds: ["south-it"] }));
  for (const audience of audiences) writing.saveAudience(audience);
  for (const rule of rules) writing.saveRule(rule);
  for (const [index, startsIn] of [3 * hour, 50 * minute, -20 * minute].entries()) {
    const start = simulationStart + startsIn;
    const window = aWindow({
      id: `window-${index + 1}`,
      reference: `FW-2026-${index + 1}`,
      createdAt: simulationStart - hour,
      start: zonedTime(start),
      end: zonedTime(start + 2 * hour),
      references: [],
    });
    writing.saveWindow(window);
    storePlan(writing, window, noHolidays, simulationStart, "windowChanged", ids);
  }
  for (let year = 0; year < 3; year += 1) writing.nextReferenceNumber(2026);
}

const contacts: readonly Contact[] = [
  aContact({ id: "north-it", name: "North's IT", kind: "person", role: "IT", email: "it@north.example", slackId: null }),
  aContact({ id: "north-desk", name: "North's desk", kind: "group", role: "Desk", email: "desk@north.example", slackId: null }),
  aContact({ id: "south-it", name: "South's IT", kind: "person", role: "IT", email: "it@south.example", slackId: null }),
  aContact({ id: "product", name: "Product", kind: "person", role: "Product", email: "product@example.org", slackId: null }),
];

const channels: readonly Channel[] = [
  { id: "engineering", name: "#engineering", kind: "slack", conversationId: "C0ENG" },
  { id: "operations", name: "#operations", kind: "slack", conversationId: "C0OPS" },
  { id: "team", name: "Products", kind: "teamsChannel", teamId: "t", channelId: "c" },
  { id: "mail", name: "Mail", kind: "mail", from: null },
  { id: "portal", name: "Portal news", kind: "manual", instruction: "Post it on the portal." },
];

const nobody = { contactIds: [], customerIds: [], mentionIds: [], quietHours: null };
const audiences: readonly Audience[] = [
  { ...nobody, id: "engineers", name: "Engineers", voice: "internal" },
  { ...nobody, id: "managers", name: "Managers", voice: "business", contactIds: ["product"] },
  { ...nobody, id: "customers", name: "Hospitals", voice: "customer", customerIds: ["north", "south"] },
];

const before = (amount: number): Timing => ({ kind: "before", amount, unit: "hours", at: null, place: { kind: "coordinator" } });

const rules: readonly Rule[] = [
  rule("announce-engineers", {
    stage: "announce",
    audienceId: "engineers",
    channelIds: ["engineering", "operations"],
    timing: before(2),
    sending: "automatic",
  }),
  rule("announce-customers", { stage: "announce", audienceId: "customers", channelIds: ["mail"], timing: before(4) }),
  rule("announce-managers", {
    stage: "announce",
    audienceId: "managers",
    channelIds: ["team", "mail"],
    timing: { kind: "planning" },
  }),
  rule("remind-customers", {
    stage: "reminder",
    audienceId: "customers",
    channelIds: ["mail", "portal"],
    timing: before(1),
    sending: "automatic",
  }),
  rule("start-engineers", {
    stage: "start",
    audienceId: "engineers",
    channelIds: ["engineering"],
    timing: { kind: "start" },
    sending: "automatic",
  }),
];

function rule(id: string, facts: Pick<Rule, "stage" | "audienceId" | "channelIds" | "timing"> & Partial<Rule>): Rule {
  return {
    id,
    changeTypeId: null,
    promised: null,
    condition: noCondition,
    lead: "Engineer",
    sending: "person",
    source: "",
    ...facts,
  };
}
