import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { type Desk, expect, test } from "./desk.ts";

// The README's pictures, made by `npm run screenshots`: a coordinator's day on the example workspace.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const images = new URL("../../docs/images/", import.meta.url);

async function picture(page: Page, name: string, scheme: "light" | "dark" = "light"): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await expect(page.getByRole("main").getByRole("status").filter({ hasText: /…$/u })).toHaveCount(0);
  await page.emulateMedia({ colorScheme: scheme });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", scheme);
  await page.screenshot({ path: new URL(`${name}-${scheme}.png`, images).pathname, animations: "disabled" });
}

test("a policy is read", async ({ newcomer: { page, welcome, policyImport } }) => {
  await welcome.create("Paste a policy", "HIE platform", "Europe/London");
  await policyImport.read(readFileSync(new URL("./data/hie-matrix.md", import.meta.url), "utf8"));
  await policyImport.questions.first().getByRole("radio").first().check();
  await picture(page, "import");
});

test("a window is planned, announced, run and completed", async ({ desk, clock }) => {
  test.slow();
  const { page, shell, calendar, matrix, windowForm, window, compose, outbox, today } = desk;
  await shell.newWindow();
  await windowForm.line.fill(
    "Sat 28 Nov 02:00–04:00 London, move the file gateway, File gateway, degraded, scheduled maintenance",
  );
  await windowForm.fill({
    customersAffected: true,
    effect: "Files arrive up to twenty minutes late. Nothing is lost.",
    reason: "The old machine is out of support in December.",
    rollbackPlan: "The old machine stays ready and takes over again within ten minutes.",
    lead: "Infrastructure lead",
  });
  await expect(windowForm.plannedNotices.getByRole("listitem").first()).toBeVisible();
  await picture(page, "window-new");

  await shell.goTo("Matrix");
  await expect(matrix.row("Scheduled maintenance")).toBeVisible();
  await picture(page, "matrix");

  await openWindow(desk, "Resize EKS nodes");
  await picture(page, "window");
  await window.review(/Announcement.*Affected customers/u);
  await expect(compose.readiness).toHaveText(/Ready|warning/u);
  await expect(compose.preview.locator("iframe, article").first()).toBeVisible();
  await picture(page, "compose");
  await compose.acknowledgeWarnings();
  await compose.sendNow.click();
  await shell.letUndoTimePass(clock);
  await shell.closeToasts();
  await openWindow(desk, "Resize EKS nodes");
  await window.review(/Announcement.*Internal teams/u);
  await compose.acknowledgeWarnings();
  await compose.sendNow.click();
  await shell.letUndoTimePass(clock);
  await shell.closeToasts();

  await shell.goTo("Calendar");
  await expect(calendar.window("Resize EKS nodes")).toBeVisible();
  await picture(page, "calendar", "dark");

  await clock.goTo("2026-11-16T15:20");
  await shell.goTo("Today");
  await expect(today.running("Restore report exports")).toBeVisible();
  // The clock jumped; the rail hears of it with the next round. A round may take the jump for sleep, and ask one thing more.
  await expect(shell.rail.getByRole("link", { name: "Today" })).toContainText(/[78]/u);
  await shell.closeToasts();
  await picture(page, "today");
  await today.running("Restore report exports").getByRole("button", { name: "Completed" }).click();
  await expect(shell.toast(/is completed$/u)).toBeVisible();
  await expect(today.running("Restore report exports")).toHaveCount(0);
  await picture(page, "completed");
  await shell.letUndoTimePass(clock);
  await shell.closeToasts();
  await shell.goTo("Outbox");
  await expect(outbox.settled.getByText("Completed").first()).toBeVisible();
  await picture(page, "outbox");
});

async function openWindow({ page, shell }: Desk, title: string): Promise<void> {
  await (await shell.openPalette()).fill(title);
  await page.getByRole("option", { name: new RegExp(`^${title}`, "u") }).click();
  await expect(shell.title).toHaveText(title);
}
