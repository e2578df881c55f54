import type { Page } from "@playwright/test";
import { serveBarePage } from "./bare-page.ts";
import { launchBrowser, openContext, shownAt } from "./browser.ts";
import { builtPage } from "./built.ts";
import type { Group } from "./figure.ts";
import { busyCalendar, busyMonths } from "./large-files.ts";
import { startHost } from "./processes.ts";
import { repeated } from "./repeated.ts";

/** A window in a day of the month that is shown. */
const shownWindow = '[role="gridcell"]:not([data-outside]) [data-window]';
/** Long enough for the months beside the shown one to be read beforehand, in milliseconds. */
const pause = 400;

/** The month view with 500 windows in every month: from the click to the painted frame that shows them. */
export const calendar: Group = {
  name: "calendar",
  async measure(say) {
    const file = busyCalendar(say);
    const browser = await launchBrowser();
    const host = startHost(file, builtPage);
    const bare = await serveBarePage(browser, busyMonths.now);
    try {
      say("Opening the calendar and turning its pages …");
      const context = await openContext(browser, { shows: 'a[href="#/calendar"]', now: busyMonths.now });
      const page = await context.newPage();
      await page.goto(await host.newAddress());
      await shownAt(page);
      await page.waitForTimeout(pause);
      const first = await click(page, 'a[href="#/calendar"]', shownWindow);
      const shown = await windowsShown(page);
      if (shown < 450) throw new Error(`The month has ${shown} windows.`);
      say(`A month is drawn as ${await page.locator('[role="grid"] *').count()} elements.`);
      const times = await repeated(async () => {
        await page.click('a[href="#/today"]');
        await page.waitForTimeout(pause);
        const mount = await click(page, 'a[href="#/calendar"]', shownWindow);
        await page.waitForTimeout(pause);
        const next = await click(page, 'button[aria-label="Next month"]', shownWindow);
        await page.click('button[aria-label="Previous month"]');
        await bare.open();
        await page.bringToFront();
        return { mount, next };
      });
      return [
        { name: "month view with 500 windows", unit: "ms", values: times.map(({ mount }) => mount), target: bare.targetHere(40) },
        { name: "next month", unit: "ms", values: times.map(({ next }) => next), target: bare.targetHere(32) },
        bare.figure(),
        { name: "  the calendar's first visit", unit: "ms", values: [first], target: null },
      ];
    } finally {
      await browser.close();
      await Promise.all([host.stop(), bare.stop()]);
    }
  },
};

/** Clicks, and gives the time until a frame is painted in which the first of what `shows` is seen is another. */
function click(page: Page, target: string, shows: string): Promise<number> {
  return page.evaluate(
    async ([button, wanted]) => {
      // What is drawn beforehand and hidden is not shown.
      const firstSeen = (): Element | undefined =>
        [...document.querySelectorAll(wanted)].find((element) => element.checkVisibility({ visibilityProperty: true }));
      const before = firstSeen();
      const element = document.querySelector<HTMLElement>(button);
      if (element === null) throw new Error(`There is no ${button}`);
      const start = performance.now();
      element.click();
      for (;;) {
        const isNew = await new Promise<boolean>((resolve) => {
          requestAnimationFrame(() => {
            const now = firstSeen();
            const painted = new MessageChannel();
            // Handled after the frame that was being prepared is painted.
            painted.port1.onmessage = () => resolve(now !== undefined && now !== before);
            painted.port2.postMessage(null);
          });
        });
        if (isNew) return performance.now() - start;
        if (performance.now() - start > 10_000) throw new Error(`Nothing new is shown after ${button}`);
      }
    },
    [target, shows] as const,
  );
}

/** Windows of the shown month, drawn or counted in "+N more", as each day says it aloud. */
async function windowsShown(page: Page): Promise<number> {
  const names = await page
    .locator('[role="gridcell"]:not([data-outside])')
    .filter({ visible: true })
    .evaluateAll((days) => days.map((day) => day.getAttribute("aria-description") ?? ""));
  return names.reduce((sum, name) => sum + Number(/\b(\d{1,2}) windows?\b/u.exec(name)?.[1] ?? 0), 0);
}
