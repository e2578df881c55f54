import { expect, test } from "vitest";
import { unsaidFacts } from "../../../src/core/domain/checks/check-nine-facts.ts";
import type { TemplateProblem } from "../../../src/core/domain/message.ts";
import { aFactsInput } from "../../builders/notice.ts";

const complete = `Patient portal will be interrupted on Sat 28 Nov 2026, 02:00–04:00 GMT (UTC+0).
You cannot sign in during the break. Bookings made before are kept. You need to do nothing.
Upgrade of the booking database: the old version gets no more security fixes.
Service desk, servicedesk@example.org
Next word: Fri 27 Nov 2026, 10:00 GMT (UTC+0)`;

function unsaid(text: string, problems: readonly TemplateProblem[] = []) {
  const base = aFactsInput();
  const content = { kind: "manual" as const, subject: "", text };
  const rendering = { recipient: base.recipient, channelKind: "mail" as const, customerName: "", subject: "", text, content };
  const draft = { subject: "", body: text };
  return unsaidFacts({ ...base, draft, voice: "customer", problems, renderings: [rendering] }, []);
}

test("a draft that says all nine facts, in whatever words, gets no hint", () => {
  expect(unsaid(complete)).toEqual([]);
  expect(unsaid(complete.replace("28 Nov 2026, 02:00–04:00", "November 28, 2026, from 2 am to 4:00 a.m."))).toEqual([]);
});

test("what nobody is told is named in one hint, and one button says it all", () => {
  const [hint, ...more] = unsaid(complete.replace(/Next word.*/u, "").replace("You need to do nothing.", ""));
  expect(more).toEqual([]);
  expect(hint).toMatchObject({ check: "factsUnsaid", gravity: "hint", quote: "" });
  expect(hint?.message).toContain("what to do, or that it is nothing; and when they hear next");
  expect(hint?.mend).toMatchObject({
    kind: "append",
    replacement: "**What to do:** {{ window.todo }}\n\n**Next word:** {{ next.word }}",
  });
});

test("another date than the window's is not the date", () => {
  expect(unsaid(complete.replace("28 Nov", "27 Nov"))[0]?.message).toContain("the date");
});

test("a draft that cannot be rendered as meant is not asked for more", () => {
  expect(unsaid("", [{ kind: "syntax", part: "body", line: 1, message: "" }])).toEqual([]);
});
