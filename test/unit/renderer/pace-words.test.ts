import { expect, test } from "vitest";
import type { DeliverySummary } from "../../../src/core/app/sending/delivery-summary.ts";
import { lineOf } from "../../../src/core/domain/delivery.ts";
import { paceText } from "../../../src/renderer/features/outbox/pace-words.ts";
import { aMailDelivery, aSlackDelivery } from "../../builders/delivery.ts";

function shown(delivery: Parameters<typeof lineOf>[0]): DeliverySummary {
  return { ...lineOf(delivery), windowTitle: "", windowReference: "", customerName: null };
}

const mails = (count: number) => Array.from({ length: count }, () => shown(aMailDelivery()));

test("the rest of a long batch is told at its provider's pace", () => {
  expect(paceText(mails(110), 110)).toBe("Outlook takes 30 messages a minute from a mailbox: about 4 min left");
});

test("what is listed stands for all that waits", () => {
  expect(paceText(mails(10), 110)).toBe(paceText(mails(110), 110));
});

test("the slowest of several places decides", () => {
  const mixed = [...mails(60), ...Array.from({ length: 30 }, () => shown(aSlackDelivery("C1")))];
  expect(paceText(mixed, 90)).toBe("Outlook takes 30 messages a minute from a mailbox: about 2 min left");
});

test("a short rest, and practice, which has no limit, need no forecast", () => {
  expect(paceText(mails(3), 3)).toBe("");
  expect(paceText([shown(aMailDelivery({ carrier: "practice" }))], 5_000)).toBe("");
});
