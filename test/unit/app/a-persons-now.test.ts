import { afterEach, beforeEach, expect, test } from "vitest";
import { hour, minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import { wallOf } from "../../../src/core/domain/zoned-time.ts";
import { goLive, useSlackChannels } from "../../builders/go-live.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";
import { type SlackServer, startSlackServer } from "../../servers/slack-server.ts";

let desk: TestApp;
let slack: SlackServer;

beforeEach(async () => {
  slack = await startSlackServer({ channels: ["devops", "infrastructure", "product"] });
  desk = await openTestApp({ now: Date.now() - 30 * minute, slackApiUrl: slack.url });
  await makeExampleWorkspace(desk);
  await useSlackChannels(desk, slack);
  await goLive(desk);
  granted(await desk.app.connections.connect("slack", { token: slack.token, apiUrl: null, values: {} }));
});

afterEach(async () => {
  await desk.close();
  await slack.stop();
});

/** Quiet hours for everyone from an hour ago until in three hours. */
async function becomeQuiet(): Promise<void> {
  const at = (offset: number): string => wallOf(desk.now() + offset, "Europe/London").slice(11, 16);
  for (const entry of desk.app.directory.all().audiences) {
    granted(
      await desk.app.directory.save({
        kind: "audience",
        entry: { ...entry, quietHours: { from: at(-hour), to: at(3 * hour) } },
      }),
    );
  }
}

/** Approves an internal announcement and gives one of its deliveries, which is held by the quiet hours. */
async function heldByQuietHours(): Promise<string> {
  await becomeQuiet();
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 7 * 24 * 60, 120)));
  const notice = granted(desk.app.windows.get(id)).notices.find(
    ({ stage, voice }) => stage === "announce" && voice === "internal",
  );
  if (notice === undefined) throw new Error("no announcement");
  const { draft } = granted(desk.app.notices.compose(notice.id));
  const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
  granted(await desk.app.notices.approve(notice.id, draft, "now", findings.map(findingKey)));
  await desk.pass(11_000);
  const [held] = granted(desk.app.windows.get(id)).deliveries.filter(({ carrier }) => carrier === "slack");
  expect(held?.state).toMatchObject({ kind: "held", reason: "quietHours" });
  return held?.id ?? "";
}

const stateOf = (id: string) => granted(desk.app.outbox.delivery(id)).state;

test("a person's “now” goes through quiet hours, at the second attempt as at the first", async () => {
  const id = await heldByQuietHours();
  slack.fault("chat.postMessage", { kind: "rateLimit", retryAfter: "30" });
  granted(desk.app.outbox.retry(id));
  await desk.pass(1_000);
  expect(stateOf(id)).toMatchObject({ kind: "due", attempts: 1, byPerson: true });
  await desk.pass(31_000);
  await desk.pass(2_000);
  expect(stateOf(id).kind).toBe("accepted");
});

test("a person's “now” that could not be sent for an hour lapses instead of going late", async () => {
  const id = await heldByQuietHours();
  slack.fault("chat.postMessage", { kind: "rateLimit", retryAfter: "3600" });
  granted(desk.app.outbox.retry(id));
  await desk.pass(1_000);
  await desk.pass(61 * minute);
  expect(stateOf(id)).toMatchObject({ kind: "held", reason: "lapsed" });
});

test("what quiet hours hold leaves by itself when they end", async () => {
  const id = await heldByQuietHours();
  await desk.pass(3 * hour + 5 * minute);
  await desk.pass(2_000);
  expect(stateOf(id).kind).toBe("accepted");
});
