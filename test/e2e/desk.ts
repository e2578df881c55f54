import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { instantOfWall } from "../../src/core/domain/zoned-time.ts";
import { browserHost } from "./browser-host.ts";
import { electronHost } from "./electron-host.ts";
import { type ExampleWorkspace, makeExampleWorkspace } from "./example-workspace.ts";
import { AuditPage } from "./pages/audit-page.ts";
import { CalendarImportPage } from "./pages/calendar-import-page.ts";
import { CalendarPage } from "./pages/calendar-page.ts";
import { ComposePage } from "./pages/compose-page.ts";
import { DirectoryPage } from "./pages/directory-page.ts";
import { EvidencePage } from "./pages/evidence-page.ts";
import { FreezesPage } from "./pages/freezes-page.ts";
import { MatrixPage } from "./pages/matrix-page.ts";
import { OutboxPage } from "./pages/outbox-page.ts";
import { PolicyImportPage } from "./pages/policy-import-page.ts";
import { PracticePage } from "./pages/practice-page.ts";
import { SettingsPage } from "./pages/settings-page.ts";
import { Shell } from "./pages/shell.ts";
import { TemplatesPage } from "./pages/templates-page.ts";
import { TodayPage } from "./pages/today-page.ts";
import { UptimePage } from "./pages/uptime-page.ts";
import { WelcomePage } from "./pages/welcome-page.ts";
import { WindowFormPage } from "./pages/window-form-page.ts";
import { WindowPage } from "./pages/window-page.ts";
import type { ProviderAddresses, RunningHost } from "./running-host.ts";
import { TestClock } from "./test-clock.ts";

export { expect };

/** Every screen of one open page. */
export type Desk = ReturnType<typeof deskOn>;

export function deskOn(page: Page) {
  return {
    page,
    shell: new Shell(page),
    welcome: new WelcomePage(page),
    today: new TodayPage(page),
    calendar: new CalendarPage(page),
    calendarImport: new CalendarImportPage(page),
    windowForm: new WindowFormPage(page),
    window: new WindowPage(page),
    compose: new ComposePage(page),
    outbox: new OutboxPage(page),
    practice: new PracticePage(page),
    evidence: new EvidencePage(page),
    audit: new AuditPage(page),
    matrix: new MatrixPage(page),
    policyImport: new PolicyImportPage(page),
    uptime: new UptimePage(page),
    directory: new DirectoryPage(page),
    freezes: new FreezesPage(page),
    templates: new TemplatesPage(page),
    settings: new SettingsPage(page),
  };
}

// A Monday in winter: London is on GMT, and no holiday of England is near.
const start = instantOfWall("2026-11-16T10:00", "Europe/London");

type Fixtures = {
  readonly clock: TestClock;
  readonly providers: ProviderAddresses;
  readonly host: RunningHost;
  /** The application without a workspace: the first screen. */
  readonly newcomer: Desk;
  /** The application on the hospitals' example workspace, on Today. */
  readonly desk: Desk;
};

type OfWorker = { readonly exampleWorkspace: ExampleWorkspace };

export const test = base.extend<Fixtures, OfWorker>({
  exampleWorkspace: [
    async ({ browserName: _ }, use) => {
      const example = await makeExampleWorkspace(start);
      await use(example);
      await example.remove();
    },
    { scope: "worker" },
  ],
  clock: async ({ browserName: _ }, use) => {
    await use(new TestClock(start));
  },
  providers: async ({ browserName: _ }, use) => {
    await use({ slack: null, graph: null });
  },
  host: async ({ context, clock, providers }, use, testInfo) => {
    const dataFolder = await mkdtemp(join(tmpdir(), "forewarn-e2e-"));
    const host =
      testInfo.project.name === "electron host"
        ? electronHost({ clock, dataFolder })
        : await browserHost({ context, clock, dataFolder, providers });
    await use(host);
    await host.stop();
    await rm(dataFolder, { recursive: true, force: true });
  },
  newcomer: async ({ host }, use) => {
    await onPage(host, use);
  },
  desk: async ({ host, exampleWorkspace }, use) => {
    await exampleWorkspace.copyInto(host.dataFolder);
    await onPage(host, async (desk) => {
      await expect(desk.shell.title).toHaveText("Today");
      await use(desk);
    });
  },
});

/** Opens the application for one test, and fails the test if its page did what no page may. */
async function onPage(host: RunningHost, use: (desk: Desk) => Promise<void>): Promise<void> {
  const page = await host.open();
  const complaints = watchForComplaints(page);
  await use(deskOn(page));
  expect(complaints, "The page threw or was refused something").toEqual([]);
}

/** What no page may do, whatever the test is about: throw, or ask for what its content security policy denies. */
function watchForComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy"))
      complaints.push(`${message.text()} (${JSON.stringify(message.location())})`);
  });
  return complaints;
}
