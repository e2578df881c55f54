// The browser host on one workspace file, until its input ends. Prints an address that lets in one browser, on request.
import { createInterface } from "node:readline";
import { loadPage } from "../../../src/backend/page.ts";
import { startWebHost } from "../../../src/web/web-host.ts";
import { openAt } from "./opened-backend.ts";

const [file = "", page = ""] = process.argv.slice(2);
const backend = await openAt(file);
const web = await startWebHost({
  port: 0,
  page: loadPage(page, () => backend.app.preferences.get().colorScheme),
  createContext: () => ({
    app: backend.app,
    host: {
      info: { kind: "browser", version: "", dataFolder: "", runtime: "" },
      licences: async () => [],
      openExternal: async () => undefined,
    },
  }),
  onBug(path, cause) {
    process.stderr.write(`${path}: ${String(cause)}\n`);
  },
});
for await (const _request of createInterface({ input: process.stdin })) process.stdout.write(`${web.newAddress()}\n`);
await web.close();
await backend.close();
