// The child's first file: patches what must be patched before anything else is loaded, then loads the rest.
import fs from "node:fs";
import { enableCompileCache, syncBuiltinESMExports } from "node:module";
import { afterRename, beforeRename } from "./death.ts";

enableCompileCache(process.env.FOREWARN_FAULTS_COMPILE_CACHE);

const rename = fs.renameSync;
fs.renameSync = (from, to) => {
  beforeRename(String(to));
  rename(from, to);
  afterRename(String(to));
};
syncBuiltinESMExports();

await import("./life.ts");
