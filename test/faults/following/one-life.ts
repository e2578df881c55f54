import { type Child, Died } from "../kills/child.ts";

/** One life of a backend: it opens, works and closes, unless it dies first. True when it died in it. */
export async function diedIn(child: Child, work: (child: Child) => Promise<unknown>): Promise<boolean> {
  try {
    await child.opened;
    await work(child);
    await child.order({ do: "close" });
    await child.gone;
    return false;
  } catch (error) {
    if (!(error instanceof Died)) throw error;
    return true;
  } finally {
    await child.kill();
  }
}
