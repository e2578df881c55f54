import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The path of Electron's binary in this checkout, or null while it has not been downloaded. */
export function findElectron(root) {
  const folder = join(root, "node_modules", "electron");
  try {
    const binary = join(folder, "dist", readFileSync(join(folder, "path.txt"), "utf8"));
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}
