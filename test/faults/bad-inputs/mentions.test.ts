import { expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { checkDraft } from "../../../src/core/domain/checker.ts";
import { factsFor } from "../../../src/core/domain/facts.ts";
import { aContact, aDirectory, aWorkspace } from "../../builders/directory.ts";
import { aFactsInput } from "../../builders/notice.ts";
import { mentions } from "./mentions.ts";

const renderer = createMessageRenderer();

test.each(mentions)("$name: $expected", ({ typed, slackId, isLarge = false }) => {
  const crowd = aContact({ id: "crowd", name: "Everybody", slackId, isLarge });
  const audiences = aDirectory().audiences.map((audience) => ({ ...audience, mentionIds: ["crowd"] }));
  const directory = slackId === null ? aDirectory() : aDirectory({ contacts: [...aDirectory().contacts, crowd], audiences });
  const draft = { subject: "News", body: `${typed ?? "{{ audience.mentions }}"} please read.` };
  const gravities = (massMentions: boolean) => {
    const base = aFactsInput("announce", "internal", { directory, workspace: aWorkspace({ massMentions }) });
    const { message, problems } = renderer.render(draft, factsFor(base), "slack", "");
    if (message.content.kind !== "slack") throw new Error("not Slack");
    const renderings = [{ ...message, recipient: base.recipient, channelKind: "slack" as const, customerName: null }];
    const found = checkDraft({ ...base, draft, voice: "internal", problems, renderings });
    return {
      found: found.filter(({ check }) => check === "massMention" || check === "callsEverybody").map(({ gravity }) => gravity),
      called:
        /"type":"(?:broadcast|usergroup)"/u.test(JSON.stringify(message.content.blocks)) || /<!/u.test(message.content.text),
    };
  };
  expect(gravities(false).found).toEqual(["error"]);
  expect(gravities(true).found).toEqual([typed === null ? "warning" : "error"]);
  // What is typed calls nobody even if it left; a group of the Directory does, once that is allowed.
  expect(gravities(true).called).toBe(typed === null);
});
