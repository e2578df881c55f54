import { expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { factsFor } from "../../../src/core/domain/facts.ts";
import { aCustomer } from "../../builders/directory.ts";
import { aFactsInput, aRecipient } from "../../builders/notice.ts";
import { defaultTemplates } from "../../builders/templates.ts";

// The target is 60 ms of a free machine; the bound here is wide, so that only a change of order fails on a busy one.
test("two hundred recipients in four zones are rendered from one outline", () => {
  const renderer = createMessageRenderer();
  const template = defaultTemplates().find(({ stage, voice }) => stage === "announce" && voice === "customer");
  if (template === undefined) throw new Error("no template");
  const zones = ["Europe/London", "America/New_York", "Asia/Tokyo", "Europe/Berlin"];
  const customers = Array.from({ length: 200 }, (_, index) =>
    aCustomer({ id: `c${index}`, name: `Hospital ${index}`, zone: zones[index % 4] ?? "UTC" }),
  );
  const input = aFactsInput();
  const directory = { ...input.directory, customers };
  const facts = customers.map(({ id, zone }) =>
    factsFor({ ...input, directory, recipient: aRecipient({ customerId: id, zone }) }),
  );
  const before = process.cpuUsage();
  const texts = facts.map((values) => renderer.render(template, values, "mail", "").message.text);
  const milliseconds = process.cpuUsage(before).user / 1000;
  expect(new Set(texts).size).toBe(4);
  expect(milliseconds).toBeLessThan(400);
});
