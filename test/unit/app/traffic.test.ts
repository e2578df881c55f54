import { beforeEach, expect, test } from "vitest";
import { createTraffic, type Traffic } from "../../../src/core/app/sending/traffic.ts";
import { sampleDelivery } from "../../builders/samples.ts";

let now: number;
let traffic: Traffic;

beforeEach(() => {
  now = 0;
  traffic = createTraffic(() => now);
});

const post = (id: string, windowId = id) =>
  sampleDelivery({
    id,
    windowId,
    carrier: "slack",
    address: { kind: "slack", conversationId: "C1" },
    channelId: "one",
    customerId: null,
  });

test("the pace is kept between requests, however long one took to leave", () => {
  const end = traffic.begin(post("a"));
  now = 5_000;
  traffic.leaves({ id: "a" });
  now = 5_100;
  end();
  expect(traffic.mayBegin(post("b"))).toBe(false);
  now = 6_200;
  expect(traffic.mayBegin(post("b"))).toBe(true);
});

test("one of a conversation is on its way at a time, over whatever lane", () => {
  const end = traffic.begin(sampleDelivery({ id: "a", carrier: "practice" }));
  expect(traffic.mayBegin(sampleDelivery({ id: "b", carrier: "practice" }))).toBe(false);
  end();
  expect(traffic.mayBegin(sampleDelivery({ id: "b", carrier: "practice" }))).toBe(true);
});

test("after trouble one goes first, and the others wait for its outcome", () => {
  traffic.trouble("slack", 10_000);
  expect(traffic.mayBegin(post("a"))).toBe(false);
  now = 10_000;
  expect(traffic.mayBegin(post("a"))).toBe(true);
  traffic.begin(post("a"));
  now = 20_000;
  const elsewhere = { ...post("b"), address: { kind: "slack", conversationId: "C2" }, channelId: "two" } as const;
  expect(traffic.mayBegin(elsewhere)).toBe(false);
  traffic.allWell("slack");
  expect(traffic.mayBegin(elsewhere)).toBe(true);
});
