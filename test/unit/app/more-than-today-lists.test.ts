import { expect, test } from "vitest";
import { draftIn, granted, makeExampleWorkspace, openTestApp } from "../../builders/open-test-app.ts";

test("a day with more notices than Today lists says how many more wait, and the rail counts them all", async () => {
  const desk = await openTestApp();
  try {
    await makeExampleWorkspace(desk);
    for (let number = 0; number < 20; number += 1) granted(await desk.app.windows.create(draftIn(desk, 120 + number, 240)));
    const { notices, decisions, toDo, lapsed, beyond } = desk.app.today.view();
    expect(notices).toHaveLength(30);
    expect(beyond).toBeGreaterThan(0);
    const listed = notices.length + decisions.length + toDo.length + (lapsed === null ? 0 : 1);
    expect(desk.app.workspaces.view().badges.today).toBe(listed + beyond);
  } finally {
    await desk.close();
  }
});
