import { expect, test } from "vitest";
import type { PracticeMessage } from "../../../src/core/ports/store.ts";
import { threadsOf } from "../../../src/renderer/features/practice/mailbox-threads.ts";

function aMessage(changes: Partial<PracticeMessage>): PracticeMessage {
  return {
    id: "m1",
    threadId: "m1",
    deliveryId: "d1",
    windowId: "w1",
    at: 1,
    channelKind: "slack",
    channelName: "#devops",
    customerId: null,
    recipients: [],
    content: { kind: "slack", text: "First line\nSecond line", blocks: [] },
    ...changes,
  };
}

const mail = { kind: "mail", subject: "Resize", html: "", text: "", calendar: "" } as const;
const nameOf = (id: string): string => ({ north: "North hospital", east: "East hospital" })[id] ?? "";

test("a reply stands in its thread, oldest first, under what the thread began with", () => {
  const [place] = threadsOf([aMessage({ id: "m2", at: 5 }), aMessage({ id: "m1", at: 2 })], nameOf);
  expect(place?.threads).toHaveLength(1);
  expect(place?.threads[0]).toMatchObject({ subject: "First line", lastAt: 5 });
  expect(place?.threads[0]?.messages.map(({ id }) => id)).toEqual(["m1", "m2"]);
});

test("one customer's mail is never filed with another's, though the channel is the same", () => {
  const places = threadsOf(
    [
      aMessage({ id: "a", threadId: "a", at: 1, customerId: "north", channelName: "Email", channelKind: "mail", content: mail }),
      aMessage({ id: "b", threadId: "b", at: 2, customerId: "east", channelName: "Email", channelKind: "mail", content: mail }),
    ],
    nameOf,
  );
  expect(places.map(({ name }) => name)).toEqual(["East hospital, Email", "North hospital, Email"]);
});

test("messages without a thread of their own are threads of one", () => {
  const [place] = threadsOf([aMessage({ id: "a", threadId: "" }), aMessage({ id: "b", threadId: "", at: 2 })], nameOf);
  expect(place?.threads.map(({ messages }) => messages.length)).toEqual([1, 1]);
});
