import { violationsOf } from "./axe.ts";
import { type Desk, expect, test } from "./desk.ts";

/** Every place that is there with or without data. */
const places = [
  "/today",
  "/calendar",
  "/windows/new",
  "/matrix",
  "/import",
  "/import/calendar",
  "/directory?kind=service",
  "/directory?kind=audience",
  "/directory?kind=customer",
  "/directory?kind=contact",
  "/directory?kind=channel",
  "/directory?kind=changeType",
  "/directory?kind=freeze",
  "/uptime",
  "/templates",
  "/templates?stage=announce&voice=customer",
  "/outbox",
  "/practice",
  "/settings?part=workspace",
  "/settings?part=house-style",
  "/settings?part=mode",
  "/settings?part=connections",
  "/settings?part=appearance",
  "/settings?part=feeds",
  "/settings?part=backups",
  "/audit",
  "/about",
  "/nowhere",
] as const;

/** Places that look otherwise while there is nothing in them; the kinds of the Directory have two ways of being empty. */
const emptyPlaces = places.filter((place) =>
  /^\/(today|calendar|matrix|uptime|directory\?kind=(service|freeze)|outbox|practice)/u.test(place),
);

test.slow();

test("axe finds nothing on the first screen and on any empty one, in either theme, and they say what to do", async ({
  newcomer,
}) => {
  const { page, welcome, shell } = newcomer;

  await test.step("axe finds nothing on the first screen, in either theme", async () => {
    await expect(welcome.start("HIE platform")).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step("without a promise the page of uptime says what to do", async () => {
    await welcome.create("Blank", "Empty", "Europe/London");
    await shell.goTo("Uptime");
    await expect(page.getByText("Set a service's promised uptime in the Directory")).toBeVisible();
    await page.getByRole("link", { name: "Open the Directory" }).click();
    await expect(shell.title).toHaveText("Directory");
  });

  await test.step("axe finds nothing on any empty screen, in either theme", async () => {
    expect(await violationsAt(newcomer, emptyPlaces)).toEqual([]);
  });
});

// One opening of the application for all of it: every other test that opens it costs as much as five screens looked at.
test("axe finds nothing on any screen with data, in either theme, and none needs sideways scrolling at 700 pixels", async ({
  desk,
  clock,
}) => {
  const { page, today, compose, shell, directory, settings } = desk;

  await test.step("axe finds nothing on any screen with data, in either theme", async () => {
    expect(await violationsAt(desk, places)).toEqual([]);
  });

  await test.step("axe finds nothing on the palette, the drawer and the dialogs, in either theme", async () => {
    await shell.goTo("Today");
    await shell.openPalette();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await shell.goTo("Directory");
    await directory.add();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await shell.goTo("Settings");
    await settings.show("Connections");
    for (const provider of ["Slack", "PagerDuty", "ServiceNow"] as const) await settings.unfold(provider);
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step("axe finds nothing on a window, its draft, its evidence and what was sent, in either theme", async () => {
    const own = await placesOfOneWindow(desk);
    expect(await violationsAt(desk, own)).toEqual([]);
    await shell.goTo("Today");
    await today.needsYou.getByRole("link", { name: "Review" }).first().click();
    await compose.acknowledgeWarnings();
    await compose.sendNow.click();
    expect(await violationsOf(page)).toEqual([]);
    await shell.letUndoTimePass(clock);
    await shell.goTo("Outbox");
    await expect(
      page
        .getByRole("main")
        .getByText(/Accepted|Practice/u)
        .first(),
    ).toBeVisible();
    // The form of the window is what it was.
    const changed = own.filter((place) => !place.endsWith("/edit"));
    expect(await violationsAt(desk, [...changed, "/outbox", "/practice"])).toEqual([]);
  });

  await test.step("no screen needs sideways scrolling at 700 pixels", async () => {
    await page.setViewportSize({ width: 700, height: 900 });
    const found: string[] = [];
    for (const place of [...places, ...(await placesOfOneWindow(desk))]) {
      await goTo(desk, place);
      const tooWide = await page.evaluate(() => {
        const boxes = [document.documentElement, ...document.querySelectorAll("main, main *")];
        // A table may scroll within its own card; the page itself may not, nor may anything be cut off.
        const outer = boxes.filter(
          (box) =>
            box.matches("html, main") || (box.parentElement?.matches("main") && getComputedStyle(box).overflowX === "visible"),
        );
        return Math.max(...outer.map((box) => box.scrollWidth - box.clientWidth));
      });
      if (tooWide > 0) found.push(`${place}: ${tooWide} pixels too wide`);
    }
    expect(found).toEqual([]);
  });
});

/** The first notice that waits, its window, and the window's form and evidence. */
async function placesOfOneWindow({ page, today, shell }: Desk): Promise<readonly string[]> {
  await shell.goTo("Today");
  const review = today.needsYou.getByRole("link", { name: "Review" }).first();
  const notice = await review.getAttribute("href");
  await review.click();
  const window = await page.getByRole("main").locator('a[href^="#/windows/"]').first().getAttribute("href");
  const [noticePlace, windowPlace] = [notice, window].map((href) => (href ?? "").replace("#", ""));
  return [`${noticePlace}`, `${windowPlace}`, `${windowPlace}/edit`, `${windowPlace}/evidence`];
}

async function violationsAt(desk: Desk, where: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const place of where) {
    await goTo(desk, place);
    for (const violation of await violationsOf(desk.page)) found.push(`${place}: ${violation}`);
  }
  return found;
}

/** Goes to a place as the address bar would, and waits until nothing is loading any more. */
async function goTo({ page }: Desk, place: string): Promise<void> {
  // The first frame stands before the application does, which has no heading while it comes and is elsewhere already.
  await expect(page).toHaveTitle(/ · Forewarn$/u);
  await page.evaluate((to) => {
    location.hash = to;
  }, place);
  await expect(page.getByRole("main")).not.toBeEmpty({ timeout: 30_000 });
  await expect(page.getByRole("main").getByRole("status").filter({ hasText: /…$/u })).toHaveCount(0, { timeout: 30_000 });
}
