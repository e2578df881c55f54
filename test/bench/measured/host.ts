// The browser host on one workspace file, until its input ends. Prints an address that lets in one browser, on request.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { firstFrameBy } from "../../../src/backend/first-frame.ts";
import { loadPage } from "../../../src/backend/page.ts";
import { startWebHost } from "../../../src/web/web-host.ts";
import { openAt } from "./opened-backend.ts";

const [file = "", page = ""] = process.argv.slice(2);
const backend = await openAt(file);
const frame = firstFrameBy(join(page, "..", "first-frame", "draw-first-frame.js"), (cause) => {
  process.stderr.write(`The first frame: ${cause instanceof Error ? cause.stack : String(cause)}\n`);
});
const web = await startWebHost({
  port: 0,
  page: loadPage(page, () => backend.app.preferences.get().colorScheme),
  createContext: () => ({
    app: backend.app,
    host: {
      info: { kind: "browser", version: "", dataFolder: "", runtime: "" },
      licences: async () => [],
      openExternal: async () => undefined,
      drawFirstFrame: frame.draw,
    },
  }),
  onBug(path, cause) {
    process.stderr.write(`${path}: ${String(cause)}\n`);
  },
});
// The bare page has no first frame to draw.
if (existsSync(join(page, "..", "first-frame"))) await frame.warmUp(backend.app);
for await (const _request of createInterface({ input: process.stdin })) process.stdout.write(`${web.newAddress()}\n`);
await web.close();
await backend.close();
