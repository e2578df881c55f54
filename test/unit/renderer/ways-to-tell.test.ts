import { expect, test } from "vitest";
import type { Audience, Channel } from "../../../src/core/domain/directory.ts";
import { isTold, waysToTell, withMember } from "../../../src/renderer/features/window/ways-to-tell.ts";

const none = { contactIds: [], customerIds: [], mentionIds: [], quietHours: null };
const teams: Audience = { id: "teams", name: "Teams", voice: "internal", ...none };
const business: Audience = { id: "business", name: "Business", voice: "business", ...none };
const customers: Audience = { id: "customers", name: "Customers", voice: "customer", ...none };
const channels: readonly Channel[] = [
  { id: "ops", name: "#ops", kind: "slack", conversationId: "C1" },
  { id: "mail", name: "Mail", kind: "mail", from: null },
];
const rules = [
  { audienceId: "teams", channelIds: ["ops"], changeTypeId: "planned" },
  { audienceId: "business", channelIds: ["mail"], changeTypeId: null },
  { audienceId: "customers", channelIds: ["mail"], changeTypeId: "planned" },
];
const ways = (changeTypeId: string) => waysToTell({ audiences: [teams, business, customers], channels }, rules, changeTypeId);

test("only audiences of the house that are told of such a change can tell somebody on call", () => {
  expect(ways("planned").map(({ audience, byMail, inSlack }) => [audience.id, byMail, inSlack])).toEqual([
    ["teams", false, true],
    ["business", true, false],
  ]);
  expect(ways("emergency").map(({ audience }) => audience.id)).toEqual(["business"]);
});

test("a member without a Slack id is not told where only Slack is used", () => {
  const [inSlack, byMail] = ways("planned");
  if (inSlack === undefined || byMail === undefined) throw new Error("two ways are there");
  for (const slackId of [null, "U1"]) {
    const contact = { id: "first", slackId };
    expect(isTold({ ...inSlack, audience: withMember(inSlack, contact) }, contact)).toBe(slackId !== null);
    expect(isTold({ ...byMail, audience: withMember(byMail, contact) }, contact)).toBe(true);
    expect(isTold(inSlack, contact)).toBe(false);
  }
  expect(withMember(byMail, { id: "first", slackId: "U1" }).mentionIds).toEqual([]);
});
