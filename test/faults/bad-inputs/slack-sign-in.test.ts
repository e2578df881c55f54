import { afterEach, beforeEach, expect, test } from "vitest";
import { slackSignIn } from "../../../src/adapters/slack/slack-sign-in.ts";
import type { SignInOutcome } from "../../../src/core/ports/sign-in.ts";
import { type SlackServer, startSlackServer } from "../../servers/slack-server.ts";
import { type SlackSignInRow, slackSignIns } from "./slack-sign-in.ts";

const start = Date.UTC(2026, 10, 23, 9);
let slack: SlackServer;
beforeEach(async () => {
  slack = await startSlackServer({ redirects: "any", date: () => start });
});
afterEach(() => slack.stop());

async function signIn(row: SlackSignInRow): Promise<{ readonly outcome: SignInOutcome; readonly pages: number }> {
  if (row.at === "tokens") slack.fault("oauth.v2.access", row.fault);
  if (row.at === "workspace") slack.signIn.choose(row.chosen);
  const now = start + (row.at === "clock" ? row.minutes * 60_000 : 0);
  let pages = 0;
  const outcome = await slackSignIn(() => now, slack.url, []).run({
    way: "browser",
    values: {
      clientId: row.at === "before" ? row.clientId : slack.signIn.clientId,
      world: "slack",
      team: row.at === "workspace" ? row.wanted : "",
    },
    features: [],
    end: { isOver: () => false, whenOver: () => undefined },
    show({ url }) {
      pages += 1;
      const answer = new URL(slack.signIn.decide(url, "allow"));
      if (row.at === "page") {
        answer.searchParams.delete("code");
        answer.searchParams.set("error", row.error);
      }
      void fetch(answer);
    },
  });
  return { outcome, pages };
}

test.each(slackSignIns)("$name: $expected", async (row) => {
  const { outcome, pages } = await signIn(row);
  expect(outcome).toMatchObject({ kind: "failed", trouble: row.trouble, detail: expect.stringContaining(row.says) });
  expect(pages).toBe(row.at === "before" ? 0 : 1);
  // Nothing of a secret or of somebody else's text is in what is shown.
  for (const secret of [...slack.signIn.secrets, "script"]) expect(JSON.stringify(outcome)).not.toContain(secret);
  expect(slack.ledger.refused).toEqual([]);
});
