import type { Audience, Contact, Directory } from "../../../core/domain/directory.ts";
import type { Rule } from "../../../core/domain/matrix.ts";

/** How a member of an audience inside the house hears of windows of one change type. */
export type WayToTell = {
  readonly audience: Audience;
  /** Members get the mails. */
  readonly byMail: boolean;
  /** People are named in the chat messages. */
  readonly inSlack: boolean;
};

/** The audiences inside the house that are told of windows of this change type, and how; an audience of customers is none. */
export function waysToTell(
  { audiences, channels }: Pick<Directory, "audiences" | "channels">,
  rules: readonly Pick<Rule, "audienceId" | "channelIds" | "changeTypeId">[],
  changeTypeId: string,
): readonly WayToTell[] {
  const kinds = new Map(channels.map(({ id, kind }) => [id, kind]));
  return audiences.flatMap((audience): WayToTell[] => {
    if (audience.voice === "customer") return [];
    const used = rules
      .filter((rule) => rule.audienceId === audience.id && (rule.changeTypeId ?? changeTypeId) === changeTypeId)
      .flatMap(({ channelIds }) => channelIds.map((id) => kinds.get(id)));
    const byMail = used.includes("mail");
    const inSlack = used.includes("slack");
    return byMail || inSlack ? [{ audience, byMail, inSlack }] : [];
  });
}

/** Whether this person hears of it already that way. */
export function isTold({ audience, byMail, inSlack }: WayToTell, contact: Pick<Contact, "id" | "slackId">): boolean {
  const isNamed = inSlack && contact.slackId !== null && audience.mentionIds.includes(contact.id);
  return isNamed || (byMail && audience.contactIds.includes(contact.id));
}

/** The audience with this person in it: a member where it gets mails, named where it is told in Slack and they are there. */
export function withMember({ audience, inSlack }: WayToTell, contact: Pick<Contact, "id" | "slackId">) {
  const added = (ids: readonly string[]): string[] => [...new Set([...ids, contact.id])];
  return {
    ...audience,
    contactIds: added(audience.contactIds),
    customerIds: [...audience.customerIds],
    mentionIds: inSlack && contact.slackId !== null ? added(audience.mentionIds) : [...audience.mentionIds],
  };
}
