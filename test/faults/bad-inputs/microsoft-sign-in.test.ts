import { afterEach, beforeEach, expect, test } from "vitest";
import { graphConnector } from "../../../src/adapters/graph/graph-connector.ts";
import type { SignInOutcome } from "../../../src/core/ports/sign-in.ts";
import { type MicrosoftLoginServer, startMicrosoftLoginServer } from "../../servers/microsoft-login-server.ts";
import { pressSignIn } from "../../servers/press-sign-in.ts";
import { type MicrosoftSignInRow, microsoftSignIns } from "./microsoft-sign-in.ts";

let login: MicrosoftLoginServer;
let ahead = 0;
beforeEach(async () => {
  ahead = 0;
  login = await startMicrosoftLoginServer({ date: () => Date.now() - ahead });
});
afterEach(() => login.stop());

async function signIn(row: MicrosoftSignInRow): Promise<{ readonly outcome: SignInOutcome | undefined; readonly shown: number }> {
  if (row.at === "tokens") login.refuse({ code: row.code, error: row.error });
  if (row.at === "between") login.putInTheWay(row.what);
  if (row.at === "clock") ahead = row.minutes * 60_000;
  const own = { clientId: login.clientId, tenant: login.tenant, cloud: "global" };
  let shown = 0;
  // What is wrong before a page can be opened shows by the other way, which asks the service first.
  const isAskedFirst = row.at === "asking" || row.at === "between" || row.at === "clock";
  const outcome = await graphConnector(Date.now, login.url).signIn?.run({
    way: isAskedFirst ? "deviceCode" : "browser",
    values: row.at === "before" || row.at === "asking" ? { ...own, ...row.values } : own,
    features: [],
    end: { isOver: () => false, whenOver: () => undefined },
    show(prompt) {
      shown += 1;
      void pressSignIn(prompt.url, row.at === "page" ? "Cancel" : "Accept");
    },
  });
  return { outcome, shown };
}

test.each(microsoftSignIns)("$name: $expected", async (row) => {
  const { outcome, shown } = await signIn(row);
  expect(outcome).toMatchObject({ kind: "failed", trouble: row.trouble, detail: expect.stringContaining(row.says) });
  expect(shown).toBe(row.at === "page" || row.at === "tokens" ? 1 : 0);
  // Microsoft's own prose is never shown: it may quote anything.
  expect(JSON.stringify(outcome)).not.toContain("Words that no screen shows");
  expect(login.ledger.refused).toEqual([]);
});

test("each trouble of the list has a sentence of its own", () => {
  const sentences = new Map(microsoftSignIns.map(({ trouble, says }) => [says, trouble]));
  expect(new Set(sentences.values())).toEqual(
    new Set([
      "consentRefused",
      "administratorNeeded",
      "wrongTenant",
      "wrongCloud",
      "wrongRegistration",
      "expired",
      "clockWrong",
      "captivePortal",
      "proxyPassword",
      "unreachable",
      "other",
    ]),
  );
});
