import { expect, test } from "vitest";
import { granted, makeExampleWorkspace, openTestApp } from "../../builders/open-test-app.ts";

test.each(["hie-platform", "health-portal"])("in the example “%s” there is nothing to mend in what is drafted", async (id) => {
  const desk = await openTestApp();
  await makeExampleWorkspace(desk, id);
  for (const window of desk.app.windows.find("")) {
    for (const { id: noticeId, stage, voice, state } of granted(desk.app.windows.get(window.id)).notices) {
      if (state.kind !== "open") continue;
      const { draft } = granted(desk.app.notices.compose(noticeId));
      const { findings } = granted(await desk.app.notices.preview(noticeId, draft, null));
      expect(findings, `${window.title}: ${stage}, ${voice}`).toEqual([]);
    }
  }
  await desk.close();
});
