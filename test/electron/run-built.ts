import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { afterAll } from "vitest";
import { createElectron, type ElectronStandIn, type Machine } from "./electron-stand-in.ts";

// The proxy of whoever runs the tests is none of theirs: it would be asked for providers that are on this computer.
for (const name of ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"]) delete process.env[name];

const built = resolve(import.meta.dirname, "..", "..", "out");
const standIns = new Map<string, ElectronStandIn>();
const modules = Symbol.for("forewarn.electron-stand-ins");
Object.assign(globalThis, { [modules]: standIns });
// Each run of the build listens for the end of the process, and there are many in one test file.
process.setMaxListeners(0);
/** Everything these runs write; gone with the last test of the file. */
const temporary = mkdtempSync(join(tmpdir(), "forewarn-electron-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

// The bundles import `electron`; from each copy of the build, that is the stand-in made for it.
registerHooks({
  resolve(specifier, context, next) {
    const copy = [...standIns.keys()].find((folder) => context.parentURL?.startsWith(pathToFileURL(folder).href));
    if (specifier === "electron" && copy !== undefined) {
      return { url: `electron-stand-in:${copy}`, format: "module", shortCircuit: true };
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.startsWith("electron-stand-in:")) return next(url, context);
    const folder = url.slice("electron-stand-in:".length);
    const names = Object.keys(standIns.get(folder)?.module ?? {});
    const source = [
      `const electron = globalThis[Symbol.for("forewarn.electron-stand-ins")].get(${JSON.stringify(folder)}).module;`,
      "export default electron;",
      ...names.map((name) => `export const ${name} = electron.${name};`),
    ].join("\n");
    return { format: "module", source, shortCircuit: true };
  },
});

export type Running = ElectronStandIn & { readonly dataFolder: string; quit(): Promise<void> };

const usual: Machine = {
  keyStore: "gnome_libsecret",
  isFirstInstance: true,
  proxyFor: () => "DIRECT",
  workArea: { x: 0, y: 0, width: 1920, height: 1080 },
};

/** Waits until a condition holds; fails after half a minute, which only a machine that stands still takes. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > 30_000) throw new Error(`never happened: ${what}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** Runs the built main process on a stand-in of Electron, with a copy of the build so that every module is fresh. */
export async function runMain(
  machine: Partial<Machine> = {},
  dataFolder = mkdtempSync(join(temporary, "data-")),
): Promise<Running> {
  if (!existsSync(join(built, "main", "main.js"))) throw new Error("There is no build: npm run build.");
  const folder = mkdtempSync(join(temporary, "build-"));
  const electron = createElectron({ ...usual, ...machine });
  standIns.set(folder, electron);
  cpSync(built, join(folder, "out"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const { argv } = process;
  const { fetch } = globalThis;
  const before = { exception: process.listeners("uncaughtException"), rejection: process.listeners("unhandledRejection") };
  process.argv = [process.execPath, folder, "--data-folder", dataFolder];
  createRequire(import.meta.url)(join(folder, "out", "main", "main.js"));
  process.argv = argv;
  // The application logs what nobody caught; in a test that must stay a failure.
  for (const listener of process.listeners("uncaughtException"))
    if (!before.exception.includes(listener)) process.off("uncaughtException", listener);
  for (const listener of process.listeners("unhandledRejection"))
    if (!before.rejection.includes(listener)) process.off("unhandledRejection", listener);
  if (machine.isFirstInstance !== false) {
    await until(
      () => electron.recorded.errorBoxes.length > 0 || electron.recorded.windows.some(({ loaded }) => loaded !== null),
      "a window",
    );
  }
  return {
    ...electron,
    dataFolder,
    async quit() {
      electron.module.app.quit();
      if (machine.isFirstInstance !== false) await until(() => electron.recorded.hasQuit, "the end");
      // The application has its own; the tests share the process with it.
      globalThis.fetch = fetch;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the preload script gave the page, and the messages it sends. */
export type Preloaded = {
  readonly exposed: ReadonlyMap<string, Record<string, unknown>>;
  readonly sent: { readonly channel: string; readonly message: unknown }[];
  /** A message from the main process. */
  deliver(channel: string, message: unknown): void;
  readonly listening: () => number;
  readonly required: string[];
};

/** Runs the built preload script as a sandboxed page does: a CommonJS file that may require `electron` only. */
export function runPreload(): Preloaded {
  const exposed = new Map<string, Record<string, unknown>>();
  const sent: { channel: string; message: unknown }[] = [];
  const required: string[] = [];
  const listeners = new Map<string, Set<(event: unknown, message: unknown) => void>>();
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: Record<string, unknown>) => void exposed.set(name, api) },
    ipcRenderer: {
      send: (channel: string, message: unknown) => void sent.push({ channel, message }),
      on: (channel: string, listener: (event: unknown, message: unknown) => void) =>
        void listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
      removeListener: (channel: string, listener: (event: unknown, message: unknown) => void) =>
        void listeners.get(channel)?.delete(listener),
    },
  };
  const require = (name: string) => {
    required.push(name);
    if (name !== "electron") throw new Error(`a sandboxed preload script cannot require ${name}`);
    return electron;
  };
  // A context of its own has neither Node's globals nor modules, as in the sandbox.
  runInContext(
    `(function (require) {${readFileSync(join(built, "preload", "preload.cjs"), "utf8")}\n})`,
    createContext({}),
  )(require);
  return {
    exposed,
    sent,
    required,
    deliver: (channel, message) => {
      for (const listener of listeners.get(channel) ?? []) listener({ sender: "must stay here" }, message);
    },
    listening: () => [...listeners.values()].reduce((count, { size }) => count + size, 0),
  };
}
