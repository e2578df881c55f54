import { describe, expect, test } from "vitest";
import type { Delivery, MessageContent } from "../../../src/core/domain/delivery.ts";
import type { Channel, ChannelReaders, Directory } from "../../../src/core/domain/directory.ts";
import { readersAfter } from "../../../src/core/domain/outside.ts";
import { addressOf, recipientObstacle } from "../../../src/core/domain/sending/right-people.ts";
import { aMailDelivery, aSlackDelivery } from "../../builders/delivery.ts";
import { aContact, aDirectory } from "../../builders/directory.ts";

const approvedAt = Date.UTC(2026, 10, 24, 9);

/** A mail to North Hospital, approved for the directory as it is. */
function toNorth(changes: Partial<Delivery> = {}): Delivery {
  return aMailDelivery({
    audienceId: "customers",
    channelId: "mail",
    channelName: "Mail",
    customerId: "north",
    recipients: [{ contactId: "north-it", name: "Robin Hale", email: "it@north.example" }],
    approvedAt,
    ...changes,
  });
}

/** A post to the engineers' own channel. */
function toEngineers(changes: Partial<Delivery> = {}): Delivery {
  return aSlackDelivery("C0ENG", {
    audienceId: "engineers",
    channelId: "eng",
    channelName: "#engineering",
    approvedAt,
    ...changes,
  });
}

function obstacle(delivery: Delivery, directory: Directory, massMentions = false) {
  return recipientObstacle(delivery, directory, { massMentions })?.detail ?? null;
}

const contactsOf = (change: (contact: Directory["contacts"][number]) => Directory["contacts"][number] | null): Directory =>
  aDirectory({ contacts: aDirectory().contacts.flatMap((contact) => change(contact) ?? []) });
const customersOf = (change: (customer: Directory["customers"][number]) => Directory["customers"][number] | null): Directory =>
  aDirectory({ customers: aDirectory().customers.flatMap((customer) => change(customer) ?? []) });
const channelsOf = (id: string, changes: Partial<Channel>): Directory =>
  aDirectory({
    channels: aDirectory().channels.map((channel) => (channel.id === id ? ({ ...channel, ...changes } as Channel) : channel)),
  });

test("nothing is in the way while everybody is who they were", () => {
  expect(obstacle(toNorth(), aDirectory())).toBeNull();
  expect(obstacle(toEngineers(), aDirectory())).toBeNull();
});

test("an address in another case or script is the same one", () => {
  expect(
    obstacle(toNorth({ recipients: [{ contactId: "north-it", name: "Robin", email: "IT@NORTH.example" }] }), aDirectory()),
  ).toBeNull();
});

describe("a change of who gets it is named", () => {
  test.each<[string, Directory, string]>([
    [
      "a contact was switched off",
      contactsOf((contact) => (contact.id === "north-it" ? { ...contact, active: false } : contact)),
      "Robin Hale was switched off",
    ],
    ["a contact was removed", contactsOf((contact) => (contact.id === "north-it" ? null : contact)), "Robin Hale was removed"],
    [
      "a contact has another address",
      contactsOf((contact) => (contact.id === "north-it" ? { ...contact, email: "new@north.example" } : contact)),
      "Robin Hale has another address",
    ],
    [
      "a contact has no address any more",
      contactsOf((contact) => (contact.id === "north-it" ? { ...contact, email: null } : contact)),
      "Robin Hale has no address",
    ],
    [
      "a contact was moved to another customer",
      customersOf((customer) => ({
        ...customer,
        contactIds: customer.id === "north" ? [] : [...customer.contactIds, "north-it"],
      })),
      "Robin Hale was moved from North Hospital to South Clinic",
    ],
    [
      "a contact was taken out",
      customersOf((customer) => (customer.id === "north" ? { ...customer, contactIds: [] } : customer)),
      "Robin Hale was taken out of North Hospital",
    ],
    [
      "somebody was added",
      customersOf((customer) => (customer.id === "north" ? { ...customer, contactIds: ["north-it", "pm"] } : customer)),
      "Kim Osei was added to North Hospital",
    ],
    [
      "the customer was switched off",
      customersOf((customer) => (customer.id === "north" ? { ...customer, active: false } : customer)),
      "North Hospital was switched off",
    ],
    ["the customer was removed", customersOf((customer) => (customer.id === "north" ? null : customer)), "customer was removed"],
    [
      "the customer left the audience",
      aDirectory({
        audiences: aDirectory().audiences.map((audience) =>
          audience.id === "customers" ? { ...audience, customerIds: ["south"] } : audience,
        ),
      }),
      "North Hospital was taken out of “Hospitals”",
    ],
    ["the audience was removed", aDirectory({ audiences: [] }), "audience was removed"],
    ["the mailbox changed", channelsOf("mail", { kind: "mail", from: "other@example.org" }), "sent from other@example.org"],
    ["the channel was removed", aDirectory({ channels: [] }), "The channel Mail was removed"],
  ])("%s", (_, directory, words) => {
    const found = obstacle(toNorth(), directory);
    expect(found).toContain(words);
    expect(found).toContain("It was not sent");
  });

  test("a chat channel leads to another conversation", () => {
    expect(obstacle(toEngineers(), channelsOf("eng", { kind: "slack", conversationId: "C0OTHER" }))).toContain("leads elsewhere");
  });

  test("what its provider found in the way of a channel since the approval, or no longer finds, is none", () => {
    const problem = { detail: "The app is not in this channel. Invite it.", since: approvedAt + 1 };
    expect(obstacle(toEngineers(), channelsOf("eng", { problem }))).toBeNull();
    // What was approved while there was a problem leads to the same place once there is none.
    const [channel] = channelsOf("eng", { problem }).channels.filter(({ id }) => id === "eng");
    if (channel === undefined) throw new Error("no channel");
    expect(obstacle(toEngineers({ address: addressOf(channel) }), aDirectory())).toBeNull();
  });
  test("a channel's new name is none", () => {
    expect(obstacle(toEngineers(), channelsOf("eng", { name: "#platform" }))).toBeNull();
  });
});

describe("what is written for the inside stays inside", () => {
  const shared = (since: number): ChannelReaders => ({
    outside: true,
    saidBy: "provider",
    detail: "Slack: shared with one other organisation",
    since,
  });
  test("a channel that turned out to be shared holds it, with the provider's word", () => {
    expect(obstacle(toEngineers(), channelsOf("eng", { readers: shared(approvedAt - 1) }))).toContain(
      "#engineering (Slack: shared with one other organisation)",
    );
  });
  test("a business text approved for a shared channel leaves; one approved before it was shared is held", () => {
    const business = toEngineers({ audienceId: "managers" });
    expect(obstacle(business, channelsOf("eng", { readers: shared(approvedAt - 1) }))).toBeNull();
    expect(obstacle(business, channelsOf("eng", { readers: shared(approvedAt + 1) }))).toContain("read along");
  });
  test("an audience that became outside holds what was written for the inside", () => {
    const directory = aDirectory({
      audiences: aDirectory().audiences.map((audience) =>
        audience.id === "engineers" ? { ...audience, voice: "customer" } : audience,
      ),
    });
    expect(recipientObstacle(toEngineers(), directory, {}, "internal")?.detail).toContain("“Engineers” is outside");
    expect(recipientObstacle(toEngineers(), directory, {}, "customer")).toBeNull();
  });
  test("“inside” of one takes nothing from “outside” of another", () => {
    const said = (outside: boolean, saidBy: "provider" | "person", since = 1): ChannelReaders => ({
      outside,
      saidBy,
      detail: "",
      since,
    });
    expect(readersAfter(undefined, said(false, "provider")).outside).toBe(false);
    expect(readersAfter(said(true, "provider"), said(false, "person")).outside).toBe(true);
    expect(readersAfter(said(true, "person"), said(false, "provider")).outside).toBe(true);
    expect(readersAfter(said(true, "provider"), said(false, "provider")).outside).toBe(false);
    expect(readersAfter(said(false, "person"), said(true, "provider")).outside).toBe(true);
    expect(readersAfter(said(true, "person", 1), said(true, "provider", 9))).toMatchObject({ saidBy: "provider", since: 1 });
    expect(readersAfter(said(true, "provider", 1), said(true, "person", 9))).toMatchObject({ saidBy: "provider", since: 1 });
  });
});

describe("calling everybody needs the workspace's right", () => {
  const calling = (element: object, text = "x"): MessageContent => ({
    kind: "slack",
    text,
    blocks: [{ type: "rich_text", elements: [{ type: "rich_text_section", elements: [element] }] }],
  });
  test.each(["channel", "here", "everyone"])("@%s", (range) => {
    const delivery = toEngineers({ content: calling({ type: "broadcast", range }) });
    expect(obstacle(delivery, aDirectory())).toContain(`It calls everybody (@${range})`);
    expect(obstacle(delivery, aDirectory(), true)).toBeNull();
  });
  test("a large group", () => {
    const large = aDirectory({ contacts: [aContact({ id: "all", name: "All engineers", slackId: "S0ALL", isLarge: true })] });
    const delivery = toEngineers({ content: calling({ type: "usergroup", usergroup_id: "S0ALL" }) });
    expect(obstacle(delivery, large)).toContain("All engineers");
    expect(obstacle(delivery, large, true)).toBeNull();
    expect(obstacle(toEngineers({ content: calling({ type: "usergroup", usergroup_id: "S0FEW" }) }), large)).toBeNull();
  });
  test("the same words as text call nobody", () => {
    expect(
      obstacle(toEngineers({ content: calling({ type: "text", text: '"type":"broadcast","range":"here"' }) }), aDirectory()),
    ).toBeNull();
  });
});
