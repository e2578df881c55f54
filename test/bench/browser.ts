import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { chromiumFlags, findChromium, findTestChromium } from "../../scripts/find-chromium.mjs";

declare global {
  interface Window {
    /** When the frame was painted that showed what was waited for; milliseconds since the navigation began. */
    benchShown?: Promise<number>;
    /** Resolves when the next frame is painted. */
    benchPainted: () => Promise<number>;
  }
}

export type Watched = {
  /** A selector of what must be in the document for the page to count as shown. */
  readonly shows: string;
  /** The hour it is in the page. */
  readonly now: number;
};

/** A whole browser, as people have it; where there is none, the shell that tests run in. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium() ?? findTestChromium();
  return chromium.launch({ args: [...chromiumFlags], ...(executablePath === null ? {} : { executablePath }) });
}

/** A new person's browser: nothing cached, no cookie, watched from the first moment of every page. */
export async function openContext(browser: Browser, watched: Watched): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1440, height: 900 } });
  await context.addInitScript(watch, { ...watched, openedAt: Date.now() });
  return context;
}

/** An empty tab, once the browser is done with opening it and keeps a process ready for the next page, as one in use does. */
export async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.waitForTimeout(1000);
  return page;
}

/** Goes to an address; milliseconds from the start of the navigation to the painted frame that shows what was waited for. */
export async function timeToShow(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: "commit" });
  return shownAt(page);
}

export async function shownAt(page: Page): Promise<number> {
  return page.evaluate(async () => (await window.benchShown) ?? Number.NaN);
}

/** When the page set a mark; milliseconds from the start of the navigation. Waits for it. */
export async function markedAt(page: Page, mark: string): Promise<number> {
  const found = await page.waitForFunction((name) => performance.getEntriesByName(name)[0]?.startTime, mark);
  return (await found.jsonValue()) ?? Number.NaN;
}

/** Runs in the page, before anything of its own. */
function watch({ shows, now, openedAt }: Watched & { readonly openedAt: number }): void {
  const offset = now - openedAt;
  const RealDate = Date;
  class ShiftedDate extends RealDate {
    constructor(...parts: [] | [number | string | Date]) {
      if (parts.length === 0) super(RealDate.now() + offset);
      else super(...(parts as [number]));
    }
    static override now(): number {
      return RealDate.now() + offset;
    }
  }
  window.Date = ShiftedDate as DateConstructor;
  // A message is handled after the frame that was being prepared is painted.
  window.benchPainted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(null);
      });
    });
  window.benchShown = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`Not shown: ${shows}`)), 20_000);
    const observer = new MutationObserver(() => {
      if (document.querySelector(shows) === null) return;
      observer.disconnect();
      resolve(window.benchPainted());
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}
