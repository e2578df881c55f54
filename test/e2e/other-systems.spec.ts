import type { Page } from "@playwright/test";
import { hour } from "../../src/core/domain/instant.ts";
import { type PagerDutyServer, startPagerDutyServer } from "../servers/pagerduty-server.ts";
import { show, violationsOf } from "./axe.ts";
import { test as base, expect } from "./desk.ts";

const test = base.extend<{ readonly pagerDuty: PagerDutyServer }>({
  pagerDuty: async ({ clock }, use) => {
    const server = await startPagerDutyServer(() => clock.now());
    await use(server);
    await server.stop();
    expect(server.ledger.refused, "PagerDuty would not have understood this").toEqual([]);
  },
});

/** Axe finds nothing here. Where a folder is named, a picture in each theme is kept in it for whoever wants to look. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.FOREWARN_LOOK;
  for (const scheme of folder === undefined ? [] : (["light", "dark"] as const)) {
    await show(page, scheme);
    await page.screenshot({ path: `${folder}/${name}-${scheme}.png`, animations: "disabled" });
  }
  expect(await violationsOf(page), name).toEqual([]);
}

test("PagerDuty follows a window, is found to disagree, is put right, and ends with the window", async ({
  desk: { page, shell, settings, window },
  clock,
  pagerDuty,
}) => {
  await shell.goTo("Settings");
  await settings.show("Connections");
  const card = settings.connection("PagerDuty");
  await card.getByLabel("Your address in PagerDuty").fill("coordinator@example.org");
  await settings.connect("PagerDuty", pagerDuty.token, pagerDuty.url);
  await look(page, "connections");
  await settings.show("Practice and live");
  await settings.goLive();

  await (await shell.openPalette()).fill("Resize EKS nodes");
  await page.getByRole("option", { name: /^Resize EKS nodes/u }).click();
  await window.elsewhere.getByRole("button", { name: "Keep it in…" }).click();
  await window.elsewhere.getByLabel("Search in PagerDuty").fill("patient");
  await window.elsewhere.getByRole("button", { name: /^Patient records/u }).click();
  await clock.advance({ seconds: 15 });
  await expect(window.elsewhere.getByText("In step")).toBeVisible();
  expect(pagerDuty.ledger.windows).toHaveLength(1);

  const [held] = pagerDuty.ledger.windows;
  if (held === undefined) throw new Error("nothing was made");
  const end = Date.parse(held.end_time);
  pagerDuty.changeByHand(held.id, { end_time: new Date(end - hour).toISOString() });
  await window.elsewhere.getByRole("button", { name: "Ask again" }).click();
  await expect(window.elsewhere).toContainText(
    /PagerDuty: Patient records.* ends .*, the window says .*\. Put it right there\./u,
  );
  await look(page, "window-disagrees");

  await window.elsewhere.getByRole("link", { name: "All windows beside what others hold" }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("1 window disagrees");
  await look(page, "agreement");
  await page.getByRole("button", { name: "Put it right" }).click();
  await clock.advance({ seconds: 15 });
  await expect(page.getByRole("main").getByRole("status")).toContainText("the same everywhere");
  expect(Date.parse(pagerDuty.ledger.windows[0]?.end_time ?? "")).toBe(end);

  await page.getByRole("link", { name: /^Resize EKS nodes/u }).click();
  await window.cancel("Not needed any more");
  await clock.advance({ seconds: 15 });
  await expect(window.elsewhere).toContainText("ended");
  expect(pagerDuty.ledger.windows).toHaveLength(0);
});
