import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Mutant, mutants } from "./mutants.ts";

const root = join(import.meta.dirname, "../../..");
const rootUrl = pathToFileURL(`${root}/`).href;

/**
 * Lets a module be imported with a defect in what it imports: a query in its address names the mutant and is handed on to
 * everything of ours that it imports, so that each mutant has modules of its own.
 */
export function installMutants(): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context);
      const name = mutantNamed(context.parentURL);
      const isOurs = resolved.url.startsWith(rootUrl) && !resolved.url.includes("/node_modules/");
      return name === null || !isOurs || resolved.url.includes("?")
        ? resolved
        : { ...resolved, url: `${resolved.url}?mutant=${name}` };
    },
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const mutant = mutants[Number(mutantNamed(url) ?? -1)];
      const edits = mutant?.edits.filter(({ file }) => url.startsWith(`${rootUrl}${file}?`)) ?? [];
      if (mutant === undefined || edits.length === 0) return loaded;
      return { ...loaded, source: edited(String(loaded.source), mutant.name, edits) };
    },
  });
}

/** The address of a file of ours as a mutant has it. */
export function mutatedUrl(file: string, index: number): string {
  return `${rootUrl}${file}?mutant=${index}`;
}

/** Edits that can't be made any more because the source has changed: a mutant must never silently be the original. */
export function misplacedEdits({ name, edits }: Mutant): readonly string[] {
  const files = [...new Set(edits.map(({ file }) => file))];
  return files.flatMap((file) => {
    try {
      edited(
        readFileSync(join(root, file), "utf8"),
        name,
        edits.filter((edit) => edit.file === file),
      );
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
}

function edited(source: string, name: string, edits: Mutant["edits"]): string {
  return edits.reduce((text, { file, find, replace }) => {
    const times = text.split(find).length - 1;
    if (times !== 1) throw new Error(`“${name}”: found ${times} times in ${file}: ${find}`);
    return text.replace(find, () => replace);
  }, source);
}

function mutantNamed(url: string | undefined): string | null {
  return /\?mutant=(\d+)$/u.exec(url ?? "")?.[1] ?? null;
}
