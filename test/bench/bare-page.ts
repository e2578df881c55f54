import type { Browser } from "@playwright/test";
import { openContext, openPage, timeToShow } from "./browser.ts";
import { buildBarePage } from "./built.ts";
import { type Figure, summaryOf } from "./figure.ts";
import { startHost } from "./processes.ts";

/** What the bare page takes on the machine that the targets of the browser's figures are meant for, in milliseconds. */
const atReference = 80;

/** React and one heading, from the same kind of server: what a page costs on this machine, in this minute. */
export type BarePage = {
  /** Opens it in a browser that has nothing cached; milliseconds to its painted frame. */
  open(): Promise<number>;
  /** A target of the reference machine for this one: as many bare pages as it is there. Never a stricter one. */
  targetHere(milliseconds: number): number;
  /** What it took, to stand beside the others. */
  figure(): Figure;
  stop(): Promise<void>;
};

export async function serveBarePage(browser: Browser, now: number): Promise<BarePage> {
  const page = await buildBarePage();
  // The bare page asks for nothing: its host has an empty workspace.
  const host = startHost(`${page}.workspace`, page);
  const taken: number[] = [];
  return {
    async open() {
      const context = await openContext(browser, { shows: "h1", now });
      const time = await timeToShow(await openPage(context), await host.newAddress());
      await context.close();
      taken.push(time);
      return time;
    },
    targetHere: (milliseconds) => Math.round(milliseconds * Math.max(1, summaryOf(taken).median / atReference)),
    figure: () => ({ name: "  bare React page, same run", unit: "ms", values: taken, target: null }),
    stop: () => host.stop(),
  };
}
