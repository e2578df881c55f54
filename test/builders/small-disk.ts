import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A real file system of a few megabytes, which can be filled and be made read-only. */
export type SmallDisk = {
  readonly folder: string;
  /** Takes all room that is left. */
  fill(): void;
  makeRoom(): void;
  makeReadOnly(): void;
  remove(): void;
};

/** Mounts one; null where this person may not mount (on most CI). */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), "forewarn-disk-"));
  const mount = (options: string): void =>
    void execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
  try {
    mount(`size=${megabytes}m`);
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill() {
      for (let size = 4 * 1024 * 1024; size >= 256; size = Math.floor(size / 2)) {
        for (;;) {
          try {
            writeFileSync(ballast, Buffer.alloc(size), { flag: "a" });
          } catch {
            break;
          }
        }
      }
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    makeReadOnly: () => void execFileSync("mount", ["-o", "remount,ro", folder], { stdio: "ignore" }),
    remove() {
      execFileSync("umount", ["-l", folder], { stdio: "ignore" });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
