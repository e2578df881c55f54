import { builtinModules } from "node:module";
import type { Plugin } from "vite";

const builtin = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
const statement =
  /^import\s*(?:(?<whole>[\w$]+)\s*,?\s*)?(?:\*\s*as\s*(?<all>[\w$]+)\s*)?(?:\{(?<names>[^}]*)\}\s*)?from\s*["'](?<from>[^"']+)["'];?$/gmu;

/**
 * Takes Node's own modules with `process.getBuiltinModule` instead of importing them. An import of one names all it has,
 * and in asking for each name loads what Node itself puts off: `node:http` brings fetch and HTTP/2, `node:process` the
 * terminal, `node:fs` its streams, together 50 ms of every start.
 */
export function quickBuiltins(): Plugin {
  return {
    name: "quick-builtins",
    renderChunk(code) {
      return code.replace(statement, (original, ...rest) => {
        const { whole, all, names, from } = rest.at(-1) as Record<"whole" | "all" | "names" | "from", string | undefined>;
        if (from === undefined || !builtin.has(from)) return original;
        // By `globalThis`: a chunk may import `process` under that name.
        const taken = `globalThis.process.getBuiltinModule(${JSON.stringify(from)})`;
        const parts = [whole, all].filter((name) => name !== undefined).map((name) => `const ${name} = ${taken};`);
        if (names !== undefined) parts.push(`const {${names.replaceAll(/\sas\s/gu, ": ")}} = ${taken};`);
        return parts.join(" ");
      });
    },
  };
}
