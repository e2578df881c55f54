import { expect, test, vi } from "vitest";
import { memorySecrets } from "../../../src/adapters/secrets/memory-secrets.ts";
import { systemClock } from "../../../src/adapters/system/system-clock.ts";
import { systemIds } from "../../../src/adapters/system/system-ids.ts";
import { systemTicker } from "../../../src/adapters/system/system-ticker.ts";

test("secrets in memory are given back, replaced and removed", () => {
  const secrets = memorySecrets();
  expect(secrets.get("slack")).toBeNull();
  secrets.set("slack", "one");
  secrets.set("slack", "two");
  expect(secrets.get("slack")).toBe("two");
  secrets.remove("slack");
  expect(secrets.get("slack")).toBeNull();
  expect(memorySecrets().get("slack")).toBeNull();
});

test("ids are made once each, and a fingerprint is SHA-256", () => {
  const ids = new Set(Array.from({ length: 1_000 }, () => systemIds.next()));
  expect(ids.size).toBe(1_000);
  // FIPS 180-4, first example.
  expect(systemIds.fingerprint("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("the clock tells the computer's time", () => {
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1_000);
});

test("the ticker ticks until it is told to stop", async () => {
  let ticks = 0;
  const stop = systemTicker.every(2, () => {
    ticks += 1;
  });
  await vi.waitFor(() => expect(ticks).toBeGreaterThan(2));
  stop();
  const atStop = ticks;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(ticks).toBe(atStop);
});
