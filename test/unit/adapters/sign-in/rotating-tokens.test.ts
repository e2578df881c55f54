import { expect, test } from "vitest";
import {
  createRotatingTokens,
  keepsakeOf,
  type RefreshOutcome,
  type RotatingTokens,
} from "../../../../src/adapters/sign-in/rotating-tokens.ts";
import { hour, minute } from "../../../../src/core/domain/instant.ts";

const start = Date.UTC(2026, 10, 23, 9);
const again = "Sign in again.";

function tokensOf(turn: number, expiresAt: number | null): RotatingTokens {
  return {
    accessToken: `access-${turn}`,
    expiresAt,
    refreshToken: `refresh-${turn}`,
    refreshEndsAt: null,
    granted: ["chat:write"],
  };
}

/** A provider that takes each refresh token once, as one that rotates them does. */
function provider(clock: { now: number }) {
  let turn = 1;
  const asked: string[] = [];
  const refresh = async (refreshToken: string): Promise<RefreshOutcome> => {
    asked.push(refreshToken);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (refreshToken !== `refresh-${turn}`) return { kind: "signInNeeded", detail: "It was used before." };
    turn += 1;
    return { kind: "refreshed", tokens: tokensOf(turn, clock.now + hour) };
  };
  return { asked, refresh };
}

function secret(first: string | null) {
  let kept = first;
  let isLocked = false;
  return {
    read: () => kept,
    save(next: string) {
      if (isLocked) throw new Error("locked");
      kept = next;
    },
    lock(locked: boolean) {
      isLocked = locked;
    },
  };
}

test("a token is used while it is good, and replaced before it ends", async () => {
  const clock = { now: start };
  const { asked, refresh } = provider(clock);
  const tokens = createRotatingTokens(secret(keepsakeOf(tokensOf(1, start + hour))), refresh, () => clock.now, again);
  expect(await tokens.fresh()).toEqual({ kind: "token", token: "access-1" });
  clock.now += 56 * minute;
  expect(await tokens.fresh()).toEqual({ kind: "token", token: "access-2" });
  expect(asked).toEqual(["refresh-1"]);
});

test("many calls at once make one refresh: a second would use up the token of the first", async () => {
  const clock = { now: start };
  const { asked, refresh } = provider(clock);
  const tokens = createRotatingTokens(secret(keepsakeOf(tokensOf(1, start))), refresh, () => clock.now, again);
  const got = await Promise.all([tokens.fresh(), tokens.fresh(), tokens.fresh()]);
  expect(got).toEqual(Array(3).fill({ kind: "token", token: "access-2" }));
  expect(asked).toEqual(["refresh-1"]);
});

test("the new refresh token is among the secrets before its access token is given out", async () => {
  const clock = { now: start };
  const { refresh } = provider(clock);
  const keepsake = secret(keepsakeOf(tokensOf(1, start)));
  const fresh = createRotatingTokens(keepsake, refresh, () => clock.now, again).fresh();
  const keptThen = fresh.then(() => keepsake.read());
  expect(await keptThen).toContain("refresh-2");
});

test("a crash between the use of a refresh token and the keeping of the next costs a sign-in, and nothing else", async () => {
  const clock = { now: start };
  const { refresh } = provider(clock);
  const keepsake = secret(keepsakeOf(tokensOf(1, start)));
  // The process ends here: the provider has given the next token, and nobody kept it.
  await refresh("refresh-1");
  const afterRestart = createRotatingTokens(keepsake, refresh, () => clock.now, again);
  expect(await afterRestart.fresh()).toEqual({ kind: "signInNeeded", detail: "It was used before." });
});

test("while the secret store takes nothing, the newest tokens are used and kept as soon as it does", async () => {
  const clock = { now: start };
  const { asked, refresh } = provider(clock);
  const keepsake = secret(keepsakeOf(tokensOf(1, start)));
  const tokens = createRotatingTokens(keepsake, refresh, () => clock.now, again);
  keepsake.lock(true);
  expect(await tokens.fresh()).toEqual({ kind: "token", token: "access-2" });
  expect(await tokens.fresh()).toEqual({ kind: "token", token: "access-2" });
  expect(keepsake.read()).toContain("refresh-1");
  keepsake.lock(false);
  await tokens.fresh();
  expect(keepsake.read()).toContain("refresh-2");
  expect(asked).toEqual(["refresh-1"]);
});

test("a provider that can't be reached is no reason to sign in while the token at hand still holds", async () => {
  const clock = { now: start };
  const away = async (): Promise<RefreshOutcome> => ({ kind: "unreachable", detail: "No network." });
  const tokens = createRotatingTokens(secret(keepsakeOf(tokensOf(1, start + 2 * minute))), away, () => clock.now, again);
  expect(await tokens.fresh()).toEqual({ kind: "token", token: "access-1" });
  clock.now += 3 * minute;
  expect(await tokens.fresh()).toEqual({ kind: "unreachable", detail: "No network." });
});

test("what is no longer there, or can't be read, asks for a sign-in", async () => {
  for (const kept of [null, "{", "{}", "an old token"]) {
    const tokens = createRotatingTokens(secret(kept), provider({ now: start }).refresh, () => start, again);
    expect(await tokens.fresh()).toEqual({ kind: "signInNeeded", detail: again });
  }
});
