import { expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { previewLine, subjectOnPhone } from "../../../src/renderer/ui/preview/phone-words.ts";
import { someFacts } from "../../builders/notice.ts";

test("a phone shows a short subject whole, and cuts a long one where its room ends", () => {
  expect(subjectOnPhone("Break in Patient portal, Sat 28 Nov 02:00")).toEqual({
    shown: "Break in Patient portal, Sat 28 Nov 02:00",
    isCut: false,
  });
  expect(subjectOnPhone("Break in Patient portal, Sat 28 Nov 02:00 GMT (FW-2026-118)")).toEqual({
    shown: "Break in Patient portal, Sat 28 Nov 02:0…",
    isCut: true,
  });
});

test("the line under it is the one the mail hides, as words", () => {
  const { content } = createMessageRenderer().render(
    {
      subject: "News",
      body: "**A & B <i> will be off {{ window.when }}.** That is {{ window.length }}, and all else works as usual.",
    },
    someFacts(),
    "mail",
    "",
  ).message;
  expect(previewLine(content.kind === "mail" ? content.html : "")).toBe(
    "A & B <i> will be off Sat 28 Nov 2026, 02:00–04:00 GMT (UTC+0). That is 2 hours, and all else w…",
  );
  expect(previewLine("<p>No line <b>is</b> hidden</p>")).toBe("No line is hidden");
});
