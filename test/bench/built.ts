import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";
import { quickBuiltins } from "../../scripts/vite-plugin-quick-builtins.ts";

export const root = resolve(import.meta.dirname, "..", "..");
export const cache = join(root, ".cache", "bench");
/** The page as `npm run build` made it: what is measured in the browser is what people get. */
export const builtPage = join(root, "out", "renderer");

/** Bundles what runs in processes of its own as the backend is bundled: everything in, Node's own modules taken quickly. */
export async function buildMeasured(): Promise<void> {
  const folder = join(import.meta.dirname, "measured");
  await build({
    configFile: false,
    logLevel: "warn",
    plugins: [quickBuiltins()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: join(cache, "measured"),
      emptyOutDir: true,
      rolldownOptions: {
        output: { chunkFileNames: "chunks/[name]-[hash].js" },
        input: {
          "backend-start": join(folder, "backend-start.ts"),
          "plan-and-drafts": join(folder, "plan-and-drafts.ts"),
          "check-drafts": join(folder, "check-drafts.ts"),
          conflicts: join(folder, "conflicts.ts"),
          "outbox-drain": join(folder, "outbox-drain.ts"),
          host: join(folder, "host.ts"),
          // Beside the bundles, as beside the hosts: what a file is checked with on a thread of its own.
          "file-worker": join(root, "src", "adapters", "sqlite", "file-worker.ts"),
        },
      },
    },
  });
}

/** Builds the page the start is compared with: React, one heading, nothing else. */
export async function buildBarePage(): Promise<string> {
  const outDir = join(cache, "bare-page");
  await build({
    configFile: false,
    logLevel: "warn",
    root: join(import.meta.dirname, "bare-page"),
    define: { "process.env.NODE_ENV": '"production"' },
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}

/** Runs `make` unless the files in `sources` are what they were when it last ran. Names the result by their content. */
export function madeFrom(sources: readonly string[], name: string, make: (path: string) => void): string {
  const hash = createHash("sha256");
  for (const source of sources) hash.update(readFileSync(join(root, source)));
  const path = join(cache, `${name}-${hash.digest("hex").slice(0, 12)}`);
  const stamp = `${path}.made`;
  if (!existsSync(stamp)) {
    make(path);
    writeFileSync(stamp, "");
  }
  return path;
}
