import { beforeEach, describe, expect, test } from "vitest";
import type { IpcResponse } from "../../src/contract/ipc.ts";
import { isFromOurPage } from "../../src/main/app-origin.ts";
import { serveIpc } from "../../src/main/ipc-server.ts";
import { connectedIpc, type IpcPair } from "../electron/ipc-pair.ts";
import { type FakeForewarn, fakeForewarn } from "./fake-forewarn.ts";
import { hostWithBug } from "./host.ts";

let fake: FakeForewarn;
let pair: IpcPair;
let refused: string[];
let heard: IpcResponse[];
const command = {
  kind: "mutation",
  callId: 1,
  path: "host.setPreferences",
  input: { colorScheme: "dark", weekStartsOn: 7, notifyWhenDue: false, seenZone: null },
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

beforeEach(() => {
  fake = fakeForewarn();
  pair = connectedIpc();
  refused = [];
  heard = [];
  pair.bridge.onResponse((response) => heard.push(response));
  serveIpc({
    ipcMain: pair.ipcMain,
    isTrusted: (event) => isFromOurPage(event, pair.contents),
    createContext: () => ({ app: fake.app, host: hostWithBug }),
    onBug: () => undefined,
    onRefused: (reason) => refused.push(reason),
  });
});

describe("A call over IPC", () => {
  test.each([
    ["a frame inside the page", { origin: "app://forewarn", isMainFrame: false }],
    ["a page of another origin", { origin: "https://example.org", isMainFrame: true }],
    ["a page with a longer name", { origin: "app://forewarn.example.org", isMainFrame: true }],
    ["a page without an origin", { origin: "null", isMainFrame: true }],
  ])("from %s is not answered and changes nothing", async (_name, frame) => {
    pair.sendAs(frame, command);
    await settled();
    expect([fake.commands, heard, refused]).toEqual([[], [], ["sender"]]);
  });

  test.each([
    ["nothing", null],
    ["a word", "host.setPreferences"],
    ["no kind", { ...command, kind: "command" }],
    ["no number", { ...command, callId: "1" }],
    ["a number that is no number", { ...command, callId: Number.NaN }],
    ["a path that is no text", { ...command, path: ["host", "setPreferences"] }],
  ])("that is %s is not answered and changes nothing", async (_name, message) => {
    pair.sendAs({ origin: "app://forewarn", isMainFrame: true }, message);
    await settled();
    expect([fake.commands, heard, refused]).toEqual([[], [], ["shape"]]);
  });

  test("ends its subscriptions when the page is reloaded", async () => {
    pair.bridge.send({ kind: "subscription", callId: 1, path: "changes", input: undefined });
    await settled();
    expect(fake.listeners()).toBe(1);
    pair.reload();
    await settled();
    expect(fake.listeners()).toBe(0);
  });

  test("with a number that is in use is not answered", async () => {
    pair.bridge.send({ kind: "subscription", callId: 1, path: "changes", input: undefined });
    await settled();
    pair.bridge.send({ kind: "query", callId: 1, path: "workspace.view", input: undefined });
    await settled();
    expect(refused).toEqual(["shape"]);
  });
});
