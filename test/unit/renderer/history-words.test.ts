import { expect, test } from "vitest";
import { historyTitle } from "../../../src/renderer/features/window/history-words.ts";

test.each([
  ["windows.create", "Created"],
  ["phases.create", "Phase of a change planned"],
  ["series.move", "Windows of a series moved"],
  ["delivery.cancelled", "Message cancelled"],
  ["delivery.superseded", "Message overtaken by a change"],
])("the history of a window calls %s “%s”, never by the command's name", (what, title) => {
  expect(historyTitle({ what })).toBe(title);
});
