import { addressKey } from "../../../src/core/domain/address-key.ts";
import { canonicalJson } from "../../../src/core/domain/canonical-json.ts";
import type { Delivery } from "../../../src/core/domain/delivery.ts";
import type { SentMail } from "../../servers/graph-mailbox.ts";
import type { TeamsPost } from "../../servers/graph-teams.ts";
import type { SlackPost } from "../../servers/slack-server.ts";

/** Whom a message went to and what it said, so that what was approved and what a provider took can be compared. */
export type Said = { readonly recipients: string; readonly body: string };

/** A delivery as its provider should show it. */
export function approvedAs({ address, content, recipients }: Pick<Delivery, "address" | "content" | "recipients">): Said {
  switch (content.kind) {
    case "slack":
      return {
        recipients: address.kind === "slack" ? address.conversationId : "",
        body: canonicalJson([content.text, content.blocks]),
      };
    case "teams":
      return { recipients: placeOf(address), body: canonicalJson([content.html, content.mentions]) };
    case "mail":
      return {
        recipients: people(
          recipients.map(({ email }) => email),
          [],
        ),
        body: canonicalJson([content.subject, content.html, content.calendar === "" ? [] : [content.calendar]]),
      };
    case "manual":
      return { recipients: "", body: content.text };
  }
}

export function saidInSlack({ channel, text, blocks }: SlackPost): Said {
  return { recipients: channel, body: canonicalJson([text, blocks]) };
}

export function saidInTeams({ place, html, mentions }: TeamsPost): Said {
  return { recipients: place, body: canonicalJson([html, mentions]) };
}

export function saidByMail({ to, cc, bcc, subject, html, attachments }: SentMail): Said {
  return { recipients: people(to, [...cc, ...bcc]), body: canonicalJson([subject, html, attachments.map(({ text }) => text)]) };
}

function placeOf(address: Delivery["address"]): string {
  if (address.kind === "teamsChat") return address.chatId;
  return address.kind === "teamsChannel" ? `${address.teamId}/${address.channelId}` : "";
}

function people(to: readonly string[], others: readonly string[]): string {
  return JSON.stringify([to.map(addressKey).sort(), others.map(addressKey).sort()]);
}
