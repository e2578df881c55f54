import { pathToFileURL } from "node:url";
import { type DrawFirstFrame, firstAnswersFor } from "../contract/first-screen.ts";
import type { Forewarn } from "../core/app/forewarn.ts";

/** What the build makes of the page's components for drawing them here (scripts/vite-plugin-first-frame.ts). */
type Drawer = { readonly drawFirstFrame: DrawFirstFrame };

export type FirstFrame = {
  /** Null until it is warm: until then the page is quicker by itself. */
  readonly draw: DrawFirstFrame;
  /** Reads the code that draws, and draws once with what the workspace holds, which the first real drawing need not do. */
  warmUp(app: Forewarn): Promise<void>;
};

/** The page's first frame, drawn by the code in `file`. A page that can't be drawn here is a bug, and draws itself. */
export function firstFrameBy(file: string, onBug: (cause: unknown) => void): FirstFrame {
  let drawer: Drawer | null = null;
  const draw: DrawFirstFrame = (answers) => {
    try {
      return drawer?.drawFirstFrame(answers) ?? null;
    } catch (cause) {
      onBug(cause);
      return null;
    }
  };
  return {
    draw,
    async warmUp(app) {
      try {
        const answers = await firstAnswersFor("/today", app);
        // Our own build's file, as its source says.
        const read = (await import(pathToFileURL(file).href)) as Drawer;
        read.drawFirstFrame(answers);
        drawer = read;
      } catch (cause) {
        onBug(cause);
      }
    },
  };
}
