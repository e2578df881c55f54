import { expect, test } from "vitest";
import { hour } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import { goLive, sendMailAsMyself } from "../../builders/go-live.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp } from "../../builders/open-test-app.ts";
import { startGraphServer } from "../../servers/graph-server.ts";

test("a clock set back while a mail is being prepared keeps it from leaving until the claim is made anew by the clock that is right", async () => {
  let prepared = 0;
  const graph = await startGraphServer({
    watcher: {
      // It agrees with the clock as it is after the step.
      date: () => desk.now(),
      async step(step, operation) {
        if (operation !== "createDraft" || step !== "taken") return;
        prepared += 1;
        // As a sleep of hours, and a clock set back by more, would have it: by the clock alone the claim still holds.
        if (prepared === 1) desk.setClockBy(-5 * hour);
      },
    },
  });
  const desk = await openTestApp({ graphUrl: graph.url });
  await makeExampleWorkspace(desk);
  await sendMailAsMyself(desk);
  await goLive(desk);
  granted(await desk.app.connections.connect("graph", { token: graph.token, apiUrl: null, values: {} }));
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 7 * 24 * 60, 120)));
  const notice = granted(desk.app.windows.get(id)).notices.find(
    ({ stage, voice }) => stage === "announce" && voice === "customer",
  );
  if (notice === undefined) throw new Error("no announcement to customers");
  const { draft } = granted(desk.app.notices.compose(notice.id));
  const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
  granted(await desk.app.notices.approve(notice.id, draft, "now", findings.map(findingKey)));
  await desk.pass(11_000, 40);
  await desk.pass(2_000);
  const { lines } = await desk.app.audit.entries({ who: "", area: null, about: "" }, null);
  const steps = lines.map(({ what }) => what).reverse();
  const pausedAt = steps.indexOf("sending.pause");
  const times = (what: string, of: readonly string[]): number => of.filter((each) => each === what).length;
  const mails = graph.ledger.mails.length;
  expect(mails).toBeGreaterThan(1);
  expect(times("delivery.sending", steps.slice(0, pausedAt))).toBeGreaterThan(0);
  expect(times("delivery.accepted", steps.slice(0, pausedAt))).toBe(0);
  // Each is claimed once more after the pause, also the one whose claim still held by the clock.
  expect(times("delivery.sending", steps.slice(pausedAt))).toBeGreaterThanOrEqual(mails);
  expect(times("delivery.accepted", steps)).toBe(mails);
  await desk.close();
  await graph.stop();
});
