import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { FeedFiles } from "../../core/ports/feed-keeping.ts";

/** Feeds as files in `feeds` of the data folder. A reader sees the old file or the new one, never a part. */
export function folderFeedFiles(dataFolder: string): FeedFiles {
  const folder = join(dataFolder, "feeds");
  const pathOf = (fileName: string): string => join(folder, fileName);
  return {
    pathOf,
    async write(fileName, text) {
      await mkdir(folder, { recursive: true });
      const beside = pathOf(`.${fileName}.new`);
      try {
        const file = await open(beside, "w", 0o600);
        try {
          await file.writeFile(text);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(beside, pathOf(fileName));
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
    remove: (fileName) => rm(pathOf(fileName), { force: true }),
  };
}
