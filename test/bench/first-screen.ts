import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { largeWorkspace } from "../builders/large-workspace.ts";
import { launchBrowser, openContext, shownAt } from "./browser.ts";
import { builtPage } from "./built.ts";
import type { Group } from "./figure.ts";
import { fiveYears } from "./large-files.ts";
import { startHost } from "./processes.ts";

/** What Today loads until it is usable, each file gzipped by itself. Loopback is not compressed: this is a measure of weight. */
export const firstScreen: Group = {
  name: "size",
  async measure(say) {
    const file = fiveYears(say);
    say("Weighing the first screen …");
    const browser = await launchBrowser();
    const host = startHost(file, builtPage);
    try {
      const context = await openContext(browser, {
        shows: 'section[aria-label="This week by service"] tbody a',
        now: largeWorkspace.now,
      });
      const page = await context.newPage();
      await page.goto(await host.newAddress());
      const shown = await shownAt(page);
      await page.evaluate(() => document.fonts.ready);
      const loaded = await page.evaluate((until) => {
        const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
        // Fonts are read after the first frame, which is drawn with the system's; they belong to the screen all the same.
        return entries
          .filter(({ startTime, name }) => startTime <= until || name.endsWith(".woff2"))
          .map(({ name }) => new URL(name).pathname);
      }, shown);
      const files = ["/index.html", ...new Set([...application(), ...loaded.filter((path) => path.startsWith("/assets/"))])];
      const size = (kind: RegExp): number =>
        files.filter((path) => kind.test(path)).reduce((sum, path) => sum + gzipped(path), 0) / 1000;
      const kilobytes = (name: string, kind: RegExp, target: number | null) => ({
        name,
        unit: "kB" as const,
        values: [size(kind)],
        target,
      });
      return [
        kilobytes("first screen, gzipped", /\.(?:html|js|css|svg)$/u, 250),
        kilobytes("  scripts", /\.js$/u, null),
        kilobytes("  styles", /\.css$/u, null),
        kilobytes("  fonts, apart", /\.woff2$/u, null),
      ];
    } finally {
      await browser.close();
      await host.stop();
    }
  },
};

/** The scripts the page names for after its first frame, which the host has drawn: they are what its buttons wait for. */
function application(): readonly string[] {
  const page = readFileSync(join(builtPage, "index.html"), "utf8");
  return [...page.matchAll(/<meta name="application" content="\.(\/assets\/[^"]+)"/gu)].flatMap(([, path]) => path ?? []);
}

function gzipped(path: string): number {
  const content = readFileSync(join(builtPage, path));
  // Fonts are compressed already.
  return path.endsWith(".woff2") ? content.length : gzipSync(content, { level: 9 }).length;
}
