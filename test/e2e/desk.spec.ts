import { deskOn, expect, test } from "./desk.ts";
import { look } from "./look.ts";

// Eight dots by four, each of one colour.
const eightBlueDots = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAIAAAA8r+mnAAAAEUlEQVR4nGPgsorBihioJwEA3lEUATMQJU4AAAAASUVORK5CYII=";
const eightWhiteDots = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAIAAAA8r+mnAAAAD0lEQVR4nGP4jwMwUE8CAK6yX6G1mTQiAAAAAElFTkSuQmCC";

function pictureOf(colour: string, base64: string) {
  return { name: `${colour}.png`, mimeType: "image/png", buffer: Buffer.from(base64, "base64") };
}

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
    await templates.checker.getByRole("button", { name: "Write window.title" }).click();
    await expect(templates.subject).toContainText("window.title");
    await templates.writeSubject("House style: {{ window.title }} ");
    await templates.insertFact("which readers quote");
    await expect(templates.subject).toContainText("window.reference");
    await expect(templates.checker).not.toContainText("titel");
    await templates.save.click();
    await expect(templates.saved).toBeVisible();
  });

  await test.step("a template's fault is marked at its line and nothing of it is used; what was typed is kept, and versions come back", async () => {
    const good = await templates.body.innerText();
    await templates.append("{% if window.reason %}");
    await expect(templates.trouble).toContainText("{% if %} is never closed");
    await expect(templates.markedLine).toHaveText("{% if window.reason %}");
    await expect(templates.checker).toContainText("checked again once it can be rendered");
    await templates.save.click();
    await expect(templates.trouble).toContainText("The last good version goes on being used");
    await expect(templates.unsaved).toBeVisible();
    await shell.goTo("Today");
    await shell.goTo("Templates");
    await templates.open("Announcement", "Internal");
    await expect(templates.markedLine).toHaveText("{% if window.reason %}");
    await page.getByRole("button", { name: "Back to the saved text" }).click();
    await expect(templates.trouble).toBeHidden();
    expect(await templates.body.innerText()).toBe(good);

    // A megabyte is refused where it stands, and the screen goes on.
    await templates.append("x".repeat(1_000_000));
    await expect(page.getByText(/no notice is that long/u)).toBeVisible();
    await expect(templates.save).toBeDisabled();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(templates.unsaved).toBeHidden();

    await templates.tryOn("Readers in three zones");
    await page.getByRole("combobox", { name: "As read by" }).click();
    await page.getByRole("option", { name: /Kolkata/u }).click();
    await expect(templates.preview).toContainText("UTC+5:30");
    await templates.writeSubject("Another: {{ window.title }}");
    await templates.save.click();
    await expect(templates.versions).toContainText(/Version 2 in use.*Version 1/su);
    await templates.versions.getByRole("button", { name: "Restore…" }).click();
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(templates.versions).toContainText("Version 1 restored by");
    await expect(templates.subject).toContainText("House style:");
    await look(page, "template", templates.versions);
  });

  await test.step("a copy of the edited templates is compared before it is taken over", async () => {
    const copy = await templates.copyOut();
    await templates.copyIn(copy);
    await expect(page.getByRole("dialog")).toContainText("there is nothing to take over");
    await look(page, "template-copy");
    // One that was cut off on its way is told as such, and another can be opened at once.
    const cut = { name: "cut.json", mimeType: "application/json", buffer: Buffer.from('{"format": "forewarn-templates"') };
    await page.setInputFiles('input[type="file"]', cut);
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText("cut off or damaged. Save it anew");
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  });

  await test.step("a house style is tried beside its form, and a colour that can't be read is not taken", async () => {
    await shell.goTo("Settings");
    await settings.show("House style");
    await page.getByLabel("Salutation").fill("Dear {{ customer.name }}");
    await page.getByRole("textbox", { name: "Brand colour of mails" }).fill("#00b3a4");
    await expect(page.getByText(/hard to read on white/u)).toBeVisible();
    await page.getByRole("button", { name: /which reads/u }).click();
    await expect(page.frameLocator("iframe").getByText("Dear Example hospital")).toBeVisible();
    // A logo shows in the mail at once; one that nobody would see there is not taken.
    const logo = page.getByRole("group", { name: "Logo" });
    await page.setInputFiles('input[type="file"]', pictureOf("white", eightWhiteDots));
    await expect(logo.getByRole("alert")).toContainText("Nobody would see this picture on the white of a mail");
    await page.setInputFiles('input[type="file"]', pictureOf("blue", eightBlueDots));
    await expect(page.frameLocator("iframe").getByRole("img", { name: "HIE platform" })).toBeVisible();
    await page.getByRole("button", { name: "Save house style" }).click();
    await expect(page.getByRole("status").filter({ hasText: /^\s*Saved$/u })).toBeVisible();
  });

  await test.step("a reload comes back to the same place, and to the same choice of dark or light", async () => {
    await shell.goTo("Settings");
    await settings.show("Appearance");
    // Not check(), which wants the answer in the same turn: the choice is drawn in the next.
    await page.getByRole("radio", { name: "Dark" }).click();
    await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
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
