import { afterEach, beforeEach, expect, test } from "vitest";
import { type Finding, findingKey } from "../../../src/core/domain/message.ts";
import type { Draft } from "../../../src/core/domain/notice.ts";
import { goLive } from "../../builders/go-live.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
});
afterEach(() => desk.close());

type Reviewed = { readonly id: string; readonly draft: Draft; readonly findings: readonly Finding[] };

/** The announcement of a new window, as Compose shows it. */
async function announcement(voice: "customer" | "internal"): Promise<Reviewed> {
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 7 * 24 * 60, 120)));
  const notice = granted(desk.app.windows.get(id)).notices.find((one) => one.stage === "announce" && one.voice === voice);
  if (notice === undefined) throw new Error(`The policy owes no announcement (${voice}).`);
  const { draft } = granted(desk.app.notices.compose(notice.id));
  const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
  return { id: notice.id, draft, findings };
}

const asked = ({ findings }: Reviewed): Finding | undefined => findings.find(({ check }) => check === "firstOutside");
const approve = ({ id, draft, findings }: Reviewed, except = "") =>
  desk.app.notices.approve(
    id,
    draft,
    "now",
    findings.map(findingKey).filter((key) => key !== except),
  );

test("the first live notice to people outside is approved only when somebody says once more that it may go", async () => {
  await goLive(desk);
  const first = await announcement("customer");
  expect(asked(first)).toMatchObject({
    gravity: "warning",
    message: expect.stringMatching(/first live notice.*cannot be called back/u),
  });
  expect(await approve(first, "firstOutside:")).toMatchObject({ ok: false, refusal: { code: "blockedByFindings" } });
  granted(await approve(first));
  expect(asked(await announcement("customer"))).toBeUndefined();
});

test("one that was taken back reached nobody, so the next one is the first again", async () => {
  await goLive(desk);
  const { batchId } = granted(await approve(await announcement("customer")));
  granted(await desk.app.windows.undo(batchId));
  expect(asked(await announcement("customer"))).toBeDefined();
});

test("nothing is asked in practice, nor of what stays inside", async () => {
  expect(asked(await announcement("customer"))).toBeUndefined();
  await goLive(desk);
  expect(asked(await announcement("internal"))).toBeUndefined();
});
