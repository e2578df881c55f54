import { expect, test } from "vitest";
import { problemWithEntry } from "../../../src/core/app/directory/directory-door.ts";
import type { Directory } from "../../../src/core/domain/directory.ts";
import { mailRecipients } from "../../../src/core/domain/mail-recipients.ts";
import { recipientObstacle } from "../../../src/core/domain/sending/right-people.ts";
import { aMailDelivery } from "../../builders/delivery.ts";
import { aContact, aDirectory } from "../../builders/directory.ts";
import { type DirectoryChange, recipients } from "./recipients.ts";

test.each(recipients)("$name: $expected", (row) => {
  switch (row.tried) {
    case "door": {
      const entry = aContact({ id: "", name: "New contact", [row.field]: row.text });
      const refused = problemWithEntry({ kind: "contact", entry }, aDirectory());
      expect(refused).toMatchObject({ ok: false, refusal: { field: row.field, message: expect.stringContaining(row.says) } });
      break;
    }
    case "twins": {
      const contacts = row.addresses.map((email, index) => aContact({ id: `twin-${index}`, name: `Twin ${index}`, email }));
      const customers = aDirectory().customers.map((customer) => ({ ...customer, contactIds: ["twin-0", "twin-1"] }));
      expect(mailRecipients({ customerId: "north" }, "customers", aDirectory({ contacts, customers }))).toHaveLength(1);
      break;
    }
    case "change": {
      const delivery = aMailDelivery({
        audienceId: "customers",
        channelId: "mail",
        channelName: "Mail",
        customerId: "north",
        recipients: [{ contactId: "north-it", name: "Robin Hale", email: "it@north.example" }],
      });
      expect(recipientObstacle(delivery, aDirectory(), {})).toBeNull();
      const obstacle = recipientObstacle(delivery, changedDirectory(row.change), {});
      expect(obstacle).toMatchObject({ reason: "recipientsChanged", detail: expect.stringContaining("It was not sent") });
      expect(obstacle?.detail).toMatch(/Robin Hale|Kim Osei|North Hospital|Mail/u);
      break;
    }
  }
});

function changedDirectory(change: DirectoryChange): Directory {
  const { audiences, channels, contacts, customers } = aDirectory();
  const contact = (changes: object): Directory =>
    aDirectory({ contacts: contacts.map((one) => (one.id === "north-it" ? { ...one, ...changes } : one)) });
  const customer = (changes: object): Directory =>
    aDirectory({ customers: customers.map((one) => (one.id === "north" ? { ...one, ...changes } : one)) });
  switch (change) {
    case "contactOff":
      return contact({ active: false });
    case "contactGone":
      return aDirectory({ contacts: contacts.filter(({ id }) => id !== "north-it") });
    case "contactMoved":
      return aDirectory({ customers: customers.map((one) => ({ ...one, contactIds: one.id === "south" ? ["north-it"] : [] })) });
    case "contactReaddressed":
      return contact({ email: "somebody@else.example" });
    case "contactAdded":
      return customer({ contactIds: ["north-it", "pm"] });
    case "customerOff":
      return customer({ active: false });
    case "customerLeft":
      return aDirectory({
        audiences: audiences.map((one) => ({ ...one, customerIds: one.customerIds.filter((id) => id !== "north") })),
      });
    case "mailboxChanged":
      return aDirectory({ channels: channels.map((one) => (one.kind === "mail" ? { ...one, from: "other@example.org" } : one)) });
    case "channelGone":
      return aDirectory({ channels: channels.filter(({ id }) => id !== "mail") });
  }
}
