import { expect, test } from "vitest";
import type { ForewarnBridge } from "../../src/contract/ipc.ts";
import { runPreload } from "./run-built.ts";

test("the preload script gives the page two functions and nothing else", () => {
  const { exposed, required } = runPreload();
  expect(required).toEqual(["electron"]);
  expect([...exposed.keys()]).toEqual(["forewarn"]);
  expect(Object.keys(exposed.get("forewarn") ?? {}).toSorted()).toEqual(["onResponse", "send"]);
});

test("it sends on its own channel only, and keeps Electron's event to itself", () => {
  const page = runPreload();
  const bridge = page.exposed.get("forewarn") as unknown as ForewarnBridge;
  bridge.send({ kind: "query", callId: 1, path: "host.info", input: undefined });
  expect(page.sent).toEqual([
    { channel: "forewarn:request", message: { kind: "query", callId: 1, path: "host.info", input: undefined } },
  ]);
  const heard: unknown[][] = [];
  const stop = bridge.onResponse((...given: unknown[]) => heard.push(given));
  page.deliver("forewarn:response", { kind: "complete", callId: 1 });
  page.deliver("another", { kind: "complete", callId: 2 });
  expect(heard).toEqual([[{ kind: "complete", callId: 1 }]]);
  stop();
  page.deliver("forewarn:response", { kind: "complete", callId: 3 });
  expect([heard.length, page.listening()]).toEqual([1, 0]);
});
