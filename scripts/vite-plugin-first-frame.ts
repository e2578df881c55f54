import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { type Alias, build, type Plugin } from "vite";
import { themeVariables } from "./vite-plugin-theme-variables.ts";

/** What the page has and its host has not: an address, and a way to ask. */
function withoutBrowser(renderer: string): Alias[] {
  return [
    { find: /^\.\.?\/(?:state\/)?place\.ts$/u, replacement: resolve(renderer, "first-frame/place-drawn.ts") },
    { find: /^\.\/connection\.ts$/u, replacement: resolve(renderer, "first-frame/no-connection.ts") },
  ];
}

/** What the page reads later is in no first frame: those parts stay out. */
const neverReadLater: Plugin = {
  name: "never-read-later",
  resolveDynamicImport: (id) => (typeof id === "string" ? { id, external: true } : null),
};

/** Builds the page's components once more, for the host to draw the first frame with: one file that knows no browser. */
async function buildFirstFrame(renderer: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "warn",
    root: renderer,
    plugins: [react(), themeVariables(), neverReadLater],
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: { alias: withoutBrowser(renderer) },
    ssr: { noExternal: true },
    build: {
      ssr: resolve(renderer, "first-frame/draw-first-frame.tsx"),
      outDir,
      emptyOutDir: true,
      minify: true,
    },
  });
}

/** Builds what draws the first frame, beside the page. */
export function firstFrame(): Plugin {
  let buildBeside = async (): Promise<void> => undefined;
  return {
    name: "first-frame",
    apply: "build",
    configResolved({ root, build: { outDir } }) {
      buildBeside = () => buildFirstFrame(root, resolve(root, outDir, "..", "first-frame"));
    },
    closeBundle: () => buildBeside(),
  };
}
