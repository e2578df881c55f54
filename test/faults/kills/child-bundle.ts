import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";
import { quickBuiltins } from "../../../scripts/vite-plugin-quick-builtins.ts";

const root = resolve(import.meta.dirname, "..", "..", "..");
/** What outlasts a run: its state, and the child's compiled code. */
export const cache = join(root, ".cache", "faults");
/** What this process makes: the bundle, templates, and the workspaces that are killed on. */
export const workplace = join(cache, `run-${process.pid}`);

/** What of the backend stands in a child: all of it, or all but what words and looks a message has. */
export type ChildParts = "all" | "plain";

const made = new Map<ChildParts, Promise<string>>();

/** Bundles the child as the backend is bundled, once a run; what is imported when needed stays so. Says where it is. */
export function childBundle(parts: ChildParts = "all"): Promise<string> {
  const known = made.get(parts) ?? bundle(parts);
  made.set(parts, known);
  return known;
}

/** Rendering and checking take a third of every life, and what they make decides nothing of what is sent, when, and how often. */
const plainParts = [
  { find: /.*\/rendering\/message-renderer\.ts$/u, replacement: join(import.meta.dirname, "plain-renderer.ts") },
  { find: /.*\/domain\/checker\.ts$/u, replacement: join(import.meta.dirname, "..", "no-checker.ts") },
];

async function bundle(parts: ChildParts): Promise<string> {
  const outDir = join(workplace, `child-${parts}`);
  await build({
    configFile: false,
    logLevel: "warn",
    root,
    plugins: [quickBuiltins()],
    ssr: { noExternal: true },
    // Holidays decide nothing of sending, and loading those of the whole world would take a third of every life.
    resolve: {
      alias: [
        { find: "date-holidays", replacement: join(import.meta.dirname, "no-holidays.ts") },
        ...(parts === "plain" ? plainParts : []),
      ],
    },
    build: {
      ssr: true,
      target: "node22",
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          boot: join(import.meta.dirname, "boot.ts"),
          "file-worker": join(root, "src", "adapters", "sqlite", "file-worker.ts"),
        },
        // As the product's build has it: the backend looks for its worker beside the entries.
        output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  });
  return join(keepByContent(outDir), "boot.js");
}

/** The same child stays at the same place, so that Node's cache of compiled code knows it again. */
function keepByContent(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    const path = join(folder, name);
    if (statSync(path).isFile()) hash.update(name).update(readFileSync(path));
  }
  const kept = join(cache, `child-${hash.digest("hex").slice(0, 16)}`);
  if (!existsSync(kept)) cpSync(folder, kept, { recursive: true });
  return kept;
}

/** Takes away what this process made and what processes that are gone left. Workspaces with a violation are kept on wish. */
export function tidyUp(keepOwn: boolean): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    const [, id] = /^run-(\d+)$/u.exec(name) ?? [];
    if (id === undefined || (Number(id) === process.pid ? keepOwn : isRunning(Number(id)))) continue;
    rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
