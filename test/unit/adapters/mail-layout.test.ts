import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fingerprintOf, layoutFile } from "../../../scripts/mail-layout.mjs";
import { madeOf, mailLayout } from "../../../src/adapters/rendering/mail-layout.ts";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { someFacts } from "../../builders/notice.ts";

test("the layout of mails is made of what its MJML says now: else run npm run mail-layout", () => {
  expect(madeOf).toBe(fingerprintOf(readFileSync(layoutFile, "utf8")));
});

test("a mail says its language, hides its preview line from readers aloud, and has one heading before its text", () => {
  const draft = {
    subject: "Portal off (FW-2026-118)",
    body: "**Off** {{ window.when }}.\n\n**What to do:** {{ window.todo }}\n\n| a |\n| --- |\n| b |",
  };
  const { content } = createMessageRenderer().render(draft, someFacts(), "mail", "").message;
  const html = content.kind === "mail" ? content.html : "";
  expect(html).toMatch(/<html lang="en" dir="ltr"/u);
  expect(html).toMatch(/<body[^>]*>\s*<div style="display:none;[^"]*">Off Sat 28 Nov/u);
  expect(html.match(/<h1[^>]*>[^<]*<\/h1>/gu)).toEqual([expect.stringMatching(/>Portal off<\/h1>$/u)]);
  const words = html.replace(/<!--[\s\S]*?-->|<head>[\s\S]*?<\/head>|<[^>]+>/gu, " ").replace(/\s+/gu, " ");
  expect(words).toMatch(
    /Portal off Off Sat 28 Nov .* What to do: You need to do nothing\. a b Regional health platform · FW-2026-118/u,
  );
  // Tables that lay out are not read as tables; the draft's own is.
  expect(html.match(/<table(?![^>]*role="presentation")[^>]*>/gu)).toHaveLength(1);
});

test("each place of the MJML is in the HTML, to be filled", () => {
  const placesOf = (text: string) => [...new Set(text.match(/%%[A-Z]+%%/gu))].sort();
  expect(placesOf(mailLayout)).toEqual(placesOf(readFileSync(layoutFile, "utf8")));
});
