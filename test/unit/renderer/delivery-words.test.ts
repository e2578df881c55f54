import { expect, test } from "vitest";
import type { DeliveryState } from "../../../src/core/domain/delivery.ts";
import { stateText } from "../../../src/renderer/ui/delivery-words.ts";

const at = Date.UTC(2026, 10, 16, 10, 3);
const told = (state: DeliveryState, carrier = "slack") => stateText({ state, sendAt: at, carrier }, "Europe/London");

test("that something was not sent is said once, whatever the reason says of it", () => {
  const refused = "The app is not a member of this channel. Nothing was sent. (Slack: not_in_channel)";
  expect(told({ kind: "failed", since: at, detail: refused })).toBe(refused);
  expect(told({ kind: "failed", since: at, detail: "The channel is gone." })).toBe("The channel is gone. It was not sent.");
});

test("a hold is told by its own reason, and by its kind only where it gives none", () => {
  const held = { kind: "held", since: at, reason: "windowChanged", until: null } as const;
  expect(told({ ...held, detail: "The window changed after this was approved. It was not sent." })).toBe(
    "The window changed after this was approved. It was not sent.",
  );
  expect(told({ ...held, detail: "" })).toBe("The window changed after it was approved. It was not sent.");
});

test("a reason for cancelling ends with one full stop, typed or not", () => {
  const words = "Cancelled Mon 16 Nov, 10:03 GMT: Told by telephone. It was not sent.";
  expect(told({ kind: "cancelled", at, reason: "Told by telephone" })).toBe(words);
  expect(told({ kind: "cancelled", at, reason: "Told by telephone." })).toBe(words);
  expect(told({ kind: "cancelled", at, reason: "" })).toBe("Cancelled Mon 16 Nov, 10:03 GMT. It was not sent.");
});

test("what was only practised is not told as taken by a provider", () => {
  const receipt = { messageId: "1", threadId: "1", at, detail: "" };
  expect(told({ kind: "accepted", receipt }, "practice")).toBe("Practised Mon 16 Nov, 10:03 GMT.");
  expect(told({ kind: "accepted", receipt })).toBe("The provider took it Mon 16 Nov, 10:03 GMT.");
});
