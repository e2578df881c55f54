import { resolve } from "node:path";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import type { RunningHost } from "./running-host.ts";
import type { TestClock } from "./test-clock.ts";

type Options = { readonly clock: TestClock; readonly dataFolder: string };

/** The real Electron host under the test's clock; it starts with its window. Its providers' addresses are set on screen: it takes none from the environment. */
export function electronHost({ clock, dataFolder }: Options): RunningHost {
  let running: Started | null = null;
  clock.follow(async (now) => (running === null ? undefined : shift(running.application, now - Date.now())));
  clock.follow(async (now) => running?.page.clock.setSystemTime(now));
  return {
    name: "electron",
    dataFolder,
    async open() {
      running ??= await start(clock, dataFolder);
      return running.page;
    },
    async restart() {
      running?.application.process().kill("SIGKILL");
      await running?.application.waitForEvent("close").catch(() => undefined);
      running = await start(clock, dataFolder);
    },
    stop: async () => running?.application.close(),
  };
}

type Started = { readonly application: ElectronApplication; readonly page: Page };

async function start(clock: TestClock, dataFolder: string): Promise<Started> {
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const application = await _electron.launch({
    args: [...sandbox, resolve("out", "main", "main.js"), "--data-folder", dataFolder],
  });
  await shift(application, clock.offset);
  const page = await application.firstWindow();
  await page.clock.install({ time: clock.now() });
  await page.reload();
  return { application, page };
}

/** Shifts the clock of Electron's main process, where the backend runs. */
function shift(application: ElectronApplication, offset: number): Promise<void> {
  return application.evaluate((_electron, milliseconds) => {
    const kept = globalThis as typeof globalThis & { RealDate?: DateConstructor };
    const RealDate = kept.RealDate ?? Date;
    kept.RealDate = RealDate;
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, values, newTarget) =>
        Reflect.construct(target, values.length === 0 ? [target.now() + milliseconds] : values, newTarget),
      get: (target, key) => (key === "now" ? () => target.now() + milliseconds : Reflect.get(target, key)),
    });
  }, offset);
}
