import { join } from "node:path";
import { openStore } from "../../src/adapters/sqlite/open-store.ts";
import { minute } from "../../src/core/domain/instant.ts";
import { fillWithChannels, saveDeliveries } from "../builders/many-deliveries.ts";
import { deskOn, expect, test } from "./desk.ts";

const total = 5_000;
const channels = 8;

test("while 5,000 messages leave a bar says how far they are, and every screen answers", async ({ host, clock }) => {
  const now = clock.now();
  const opened = openStore({ file: join(host.dataFolder, "workspace.forewarn"), clock: { now: () => now } });
  if (opened.kind !== "open") throw new Error("The workspace could not be made");
  fillWithChannels(opened.store, channels);
  opened.store.write((writing) => saveDeliveries(writing, { to: total, channels, now, notBefore: now + 5 * minute }));
  opened.store.close();

  const { page, shell, outbox } = deskOn(await host.open());
  await shell.goTo("Outbox");
  await clock.advance({ minutes: 6 });
  await expect(outbox.progress).toHaveAttribute("max", String(total));
  const gone = async (): Promise<number> => Number(await outbox.progress.getAttribute("value"));
  // How long they take is measured by the benchmark, where nothing else runs; here none may stand still.
  for (const place of ["Today", "Calendar", "Templates", "Outbox"] as const) {
    await shell.goTo(place);
    await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
  }
  const earlier = await gone();
  await expect.poll(gone, { timeout: 30_000 }).toBeGreaterThan(earlier + 100);
  expect(await gone()).toBeLessThan(total);
});
