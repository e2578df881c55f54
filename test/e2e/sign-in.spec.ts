import type { Locator, Page } from "@playwright/test";
import { type GraphServer, startGraphServer } from "../servers/graph-server.ts";
import { type MicrosoftLoginServer, startMicrosoftLoginServer } from "../servers/microsoft-login-server.ts";
import { test as base, type Desk, expect } from "./desk.ts";
import { look, picture } from "./look.ts";

const test = base.extend<{ readonly login: MicrosoftLoginServer; readonly graph: GraphServer }>({
  login: async ({ clock }, use) => {
    const server = await startMicrosoftLoginServer({ date: () => clock.now() });
    await use(server);
    await server.stop();
    expect(server.ledger.refused, "Microsoft's sign-in would not have understood this").toEqual([]);
  },
  graph: async ({ clock, login }, use) => {
    const server = await startGraphServer({ takes: (token) => login.takes(token), date: () => clock.now() });
    await use(server);
    await server.stop();
    expect(server.ledger.refused, "Graph would not have understood this").toEqual([]);
  },
  providers: async ({ login, graph }, use) => {
    await use({ slack: null, graph: graph.url, microsoftLogin: login.url });
  },
});

test.beforeEach(({ host }) => {
  test.skip(host.name === "electron", "The Electron host takes no address of a provider from its environment");
});

/** The card of Microsoft 365 with the ids of the app filled in. */
async function filledIn({ shell, settings }: Desk, login: MicrosoftLoginServer): Promise<Locator> {
  await shell.goTo("Settings");
  await settings.show("Connections");
  const card = await settings.unfold("Microsoft 365");
  await card.getByLabel("Application (client) ID").fill(login.clientId);
  await card.getByLabel("Directory (tenant) ID or domain").fill(login.tenant);
  return card;
}

/** Presses "Sign in in the browser" and gives the page that opens. */
async function pageOf(card: Locator): Promise<Page> {
  const opening = card.page().context().waitForEvent("page");
  await card.getByRole("button", { name: "Sign in in the browser" }).click();
  return opening;
}

test("a sign-in that is refused, left, cancelled or intercepted keeps nothing and says what to do, and a code is another way", async ({
  desk,
  login,
  clock,
}) => {
  const card = await filledIn(desk, login);
  const byCode = card.getByRole("button", { name: "Sign in with a code" });

  await test.step("who does not agree reads what that means and what to do", async () => {
    const microsoft = await pageOf(card);
    await microsoft.getByRole("button", { name: "Cancel" }).click();
    await expect(microsoft.getByRole("heading")).toHaveText("You can close this tab");
    await microsoft.close();
    await expect(card.getByRole("alert")).toContainText("Sign in again and choose Accept");
    await expect(card.getByText("Not connected")).toBeVisible();
    await picture(desk.page, "sign-in-refused", card);
  });

  await test.step("a page that nobody answers is given up after five minutes, and nothing that comes later is kept", async () => {
    const microsoft = await pageOf(card);
    await microsoft.getByRole("button", { name: "Accept" }).waitFor();
    await clock.advance({ minutes: 5 });
    await expect(card.getByRole("alert")).toContainText("Five minutes are over without an answer");
    await microsoft.getByRole("button", { name: "Accept" }).click();
    await expect(card.getByText("Not connected")).toBeVisible();
    expect(login.ledger.grants).toEqual([]);
    await microsoft.close();
  });

  await test.step("a sign-in service behind a guest network's page is told from Microsoft", async () => {
    login.putInTheWay("guestNetwork");
    await byCode.click();
    await expect(card.getByRole("alert")).toContainText("answered with a page of its own");
    login.putInTheWay(null);
  });

  await test.step("a code can be typed elsewhere instead, and the sign-in can be cancelled", async () => {
    await byCode.click();
    await expect(card.getByLabel("Code", { exact: true })).toHaveText("FWRN-2468");
    await look(desk.page, "sign-in-code", card);
    await card.getByRole("button", { name: "Cancel" }).click();
    await expect(card.getByRole("alert")).toContainText("The sign-in was cancelled. Nothing was kept.");

    await byCode.click();
    await expect(card.getByLabel("Code", { exact: true })).toBeVisible();
    login.answerDeviceCode("approve");
    await expect(card.getByText("Connected", { exact: true })).toBeVisible();
  });
});

test("who signs in on Microsoft's page and agrees is connected, picks a Teams channel and keeps a window in a shared calendar", async ({
  desk,
  login,
  graph,
  clock,
}) => {
  const { page, shell, settings, directory, window } = desk;
  const card = await filledIn(desk, login);
  for (const use of ["Teams channels", "Shared calendar", "Teams chats"]) await card.getByLabel(use).check();
  await look(page, "sign-in-form", card);
  const microsoft = await pageOf(card);
  const waiting = card.getByRole("region", { name: "Signing in to Microsoft 365" });
  await expect(waiting).toContainText("Waits for");
  await picture(page, "sign-in-waiting", card);
  await microsoft.waitForLoadState();
  const back = new URL(microsoft.url()).searchParams.get("redirect_uri")?.replace("localhost", "127.0.0.1") ?? "";
  const host = { host: new URL(back).host.replace("127.0.0.1", "localhost") };

  await test.step("an answer with another's state ends nothing", async () => {
    const forged = { code: "somebody-elses", state: "a-state-that-another-page-made-up" };
    const answer = await page.request.post(back, { form: forged, headers: host });
    expect(answer.status()).toBe(400);
    await expect(waiting).toBeVisible();
  });

  await test.step("the right one connects with what was chosen, and is taken once", async () => {
    const sending = microsoft.waitForRequest((request) => request.method() === "POST");
    await microsoft.getByRole("button", { name: "Accept" }).click();
    const form = Object.fromEntries(new URLSearchParams((await sending).postData() ?? ""));
    await expect(microsoft.getByRole("heading")).toHaveText("You can close this tab");
    await expect(card.getByText("Connected", { exact: true })).toBeVisible();
    await expect(card).toContainText("coordinator@example.org");
    expect(login.ledger.scopes).toContain("Chat.Read");
    await expect(page.request.post(back, { form, headers: host })).rejects.toThrow(/ECONNREFUSED/u);
    expect(login.ledger.grants.filter((grant) => grant === "authorization_code")).toHaveLength(1);
    await look(page, "sign-in-connected", card);
  });

  await test.step("who signed in for them picks a Teams channel from lists", async () => {
    await shell.goTo("Directory");
    await directory.show("Channels");
    await directory.add();
    await directory.choose("Kind", "Teams channel");
    await directory.choose("Team", "Platform");
    await directory.choose("Channel of the team", "Changes");
    await directory.save();
    await expect(directory.rows.filter({ hasText: "Changes" })).not.toContainText("Can't post");
  });

  await test.step("and keeps a window in a shared calendar", async () => {
    await shell.goTo("Settings");
    await settings.show("Practice and live");
    await settings.goLive();
    await (await shell.openPalette()).fill("Resize EKS nodes");
    await page.getByRole("option", { name: /^Resize EKS nodes/u }).click();
    await window.keepIn("Microsoft 365", "production", /^Production changes/u);
    await clock.advance({ seconds: 15 });
    await expect(window.elsewhere.getByText("In step")).toBeVisible();
    expect(graph.calendars.events.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Resize EKS nodes/u)]);

    await window.cancel("Not needed any more");
    await clock.advance({ seconds: 15 });
    await expect(window.elsewhere).toContainText("cancelled");
    expect(graph.calendars.events.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Cancelled: /u)]);
  });
});
