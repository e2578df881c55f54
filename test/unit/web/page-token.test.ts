import { afterEach, expect, test } from "vitest";
import { pageToken, type TokenPlace } from "../../../src/renderer/api/page-token.ts";

const channels: BroadcastChannel[] = [];
class Channel extends BroadcastChannel {
  constructor(name: string) {
    super(name);
    channels.push(this);
  }
}
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

/** A tab at an address, with what it kept before. */
function tab(hash: string, kept: string | null = null) {
  const stored = new Map<string, string>(kept === null ? [] : [["forewarn-token", kept]]);
  const addresses: string[] = [];
  const place = {
    location: { hash, pathname: "/" },
    history: { replaceState: (_state: unknown, _title: string, address: string) => addresses.push(address) },
    sessionStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    },
    BroadcastChannel: Channel,
  } as unknown as TokenPlace;
  return { place, stored, addresses };
}

test("the token is taken out of the address and kept by the tab", async () => {
  const { place, stored, addresses } = tab("#token=abc-123_x");
  expect(await pageToken(place)()).toBe("abc-123_x");
  expect(addresses).toEqual(["/"]);
  expect(stored.get("forewarn-token")).toBe("abc-123_x");
});

test("a reloaded tab still has its token, and its place", async () => {
  const { place, addresses } = tab("#/calendar", "kept");
  expect(await pageToken(place)()).toBe("kept");
  expect(addresses).toEqual([]);
});

test("a second tab asks the first", async () => {
  pageToken(tab("#token=first").place);
  const second = tab("#/today");
  expect(await pageToken(second.place)()).toBe("first");
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(second.stored.get("forewarn-token")).toBe("first");
});

test("a tab that is alone has none, and does not wait for ever", async () => {
  const alone = tab("#/today");
  expect(await pageToken(alone.place)()).toBe("");
  expect(alone.stored.has("forewarn-token")).toBe(false);
});
