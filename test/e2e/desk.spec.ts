import { deskOn, expect, test } from "./desk.ts";

test("what every page has: the skip link, the palette, being offline, a second tab, and coming back", async ({ desk, host }) => {
  const { page, shell, settings, templates, windowForm } = desk;

  await test.step("the skip link leads to the page", async () => {
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Skip to the page" }).press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  });

  await test.step("being offline is said, and changes nothing else", async () => {
    // Playwright's own offline mode would cut the loopback too, which a computer without a network still has.
    await page.evaluate(() => {
      Object.defineProperty(navigator, "onLine", { configurable: true, get: () => false });
      dispatchEvent(new Event("offline"));
    });
    await expect(shell.rail).toContainText("Offline");
    await shell.newWindow();
    await windowForm.line.fill("Sat 28 Nov 02:00-04:00 London, patch the database, outage, scheduled maintenance");
    await expect(windowForm.understood).toContainText("Scheduled maintenance");
    await page.evaluate(() => {
      Object.defineProperty(navigator, "onLine", { configurable: true, get: () => true });
      dispatchEvent(new Event("online"));
    });
    await expect(shell.rail).not.toContainText("Offline");
  });

  await test.step("the palette goes to places, finds windows and takes a typed one", async () => {
    const search = await shell.openPalette();
    await search.fill("templates");
    await page.keyboard.press("Enter");
    await expect(shell.title).toHaveText("Templates");

    await (await shell.openPalette()).fill("eks nodes");
    await expect(page.getByRole("option", { name: /Resize EKS nodes/u }).first()).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(shell.title).toHaveText("Resize EKS nodes");

    await (await shell.openPalette()).fill("Sat 02:00-04:00 London, patch the database");
    await page.keyboard.press("Enter");
    await expect(shell.title).toHaveText("New window");
    await expect(windowForm.time("Start").clock).toHaveValue("02:00");
  });

  await test.step("a template edited here is the next draft's text", async () => {
    await shell.goTo("Templates");
    await templates.open("Announcement", "Internal");
    await templates.writeSubject("{{ window.titel }}");
    await expect(templates.checker).toContainText("{{ window.titel }}");
    await templates.writeSubject("House style: {{ window.title }} [{{ window.reference }}]");
    await expect(templates.checker).not.toContainText("titel");
    await templates.save.click();
    await expect(templates.saved).toBeVisible();
  });

  await test.step("a reload comes back to the same place, and to the same choice of dark or light", async () => {
    await shell.goTo("Settings");
    await settings.show("Appearance");
    await page.getByRole("radio", { name: "Dark" }).check();
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
    await page.reload();
    await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  });

  // Electron has one window.
  if (host.name === "electron") return;
  await test.step("what is done in one tab is seen in the other at once", async () => {
    const other = deskOn(await host.open());
    await other.shell.goTo("Directory");
    await other.directory.show("Services");
    await desk.shell.goTo("Directory");
    await desk.directory.show("Services");
    await desk.directory.add();
    await desk.directory.fill("Name", "Appointment letters");
    await desk.directory.save();
    await expect(other.page.getByRole("main").getByRole("button", { name: "Appointment letters" })).toBeVisible();
  });
});

test("after a crash the data is there, and nothing was lost", async ({ desk, host }) => {
  const { shell, directory } = desk;
  await shell.goTo("Directory");
  await directory.add();
  await directory.fill("Name", "Written before the crash");
  await directory.save();
  // What the old page was still fetching dies with its host, and is not what this is about.
  await desk.page.close();
  await host.restart();
  const page = await host.open();
  await deskOn(page).shell.goTo("Directory");
  await expect(page.getByRole("main").getByRole("button", { name: "Written before the crash" })).toBeVisible();
});
