import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { firstFrame } from "./scripts/vite-plugin-first-frame.ts";
import { firstThings } from "./scripts/vite-plugin-first-things.ts";
import { quickBuiltins } from "./scripts/vite-plugin-quick-builtins.ts";
import { themeVariables } from "./scripts/vite-plugin-theme-variables.ts";

const source = resolve(import.meta.dirname, "src");

export default defineConfig({
  // Both hosts come from one build, so that they share one backend. Everything is bundled: reading a few files is quicker
  // at start than finding hundreds of modules. What is imported dynamically stays a file of its own, read when it is needed.
  main: {
    plugins: [quickBuiltins()],
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        // Finds its compiled part beside itself.
        external: ["@napi-rs/keyring"],
        input: {
          main: resolve(source, "main/main.ts"),
          web: resolve(source, "web/web.ts"),
          // Scripts of threads, started by their names beside these two.
          "import-worker": resolve(source, "adapters/calendar-import/import-worker.ts"),
          "policy-worker": resolve(source, "adapters/policy-reader/policy-worker.ts"),
          "file-worker": resolve(source, "adapters/sqlite/file-worker.ts"),
          // The script of a process, likewise.
          "keyring-process": resolve(source, "adapters/secrets/keyring-process.ts"),
        },
        output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  },
  // A sandboxed preload script must be one CommonJS file.
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(source, "preload/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: resolve(source, "renderer"),
    plugins: [react(), themeVariables(), firstThings(), firstFrame()],
    build: {
      minify: true,
      // A data: font or image in a stylesheet would need a wider content security policy.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: resolve(source, "renderer/index.html"),
        output: {
          codeSplitting: {
            groups: [
              // What runs while all else is still read and compiled.
              {
                name: "first-call",
                test: /[\\/](?:contract[\\/]first-screen|renderer[\\/](?:api[\\/](?:first-call|ask-first-screen|page-token)|first-frame[\\/](?:show-frame|kept-presses)|state[\\/]place))\.ts$/u,
                priority: 2,
              },
              // A file of its own, so that two processors compile the two at once.
              {
                name: "first-libraries",
                tags: ["$initial"],
                test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/u,
                priority: 3,
              },
              // All else of the first screen in one file: cut up by which later page shares what, it would be thirty.
              { name: "first-screen", tags: ["$initial"], priority: 1 },
            ],
          },
        },
      },
    },
  },
});
