import type { BadInput } from "./bad-input.ts";

/** Words or a group that would call a crowd. */
export type MentionRow = BadInput & {
  /** What is typed into the draft, or null when a group of the Directory is named. */
  readonly typed: string | null;
  /** The Slack id of the group the audience's mentions hold. */
  readonly slackId: string | null;
  readonly isLarge?: boolean;
};

function typed(name: string, words: string): MentionRow {
  return {
    area: "mentions",
    name,
    input: words,
    expected: "Approval is blocked, and it calls nobody (massMention)",
    typed: words,
    slackId: null,
  };
}

function group(name: string, slackId: string, isLarge = false): MentionRow {
  const expected = "Approval is blocked until Settings → Workspace allows mass mentions, and then acknowledged by name";
  return {
    area: "mentions",
    name,
    input: isLarge ? `a large group, ${slackId}` : slackId,
    expected,
    typed: null,
    slackId,
    isLarge,
  };
}

export const mentions: readonly MentionRow[] = [
  typed("@channel, typed", "@channel"),
  typed("@here, typed", "@here"),
  typed("@everyone, typed", "@everyone"),
  typed("@Channel in capitals", "@CHANNEL"),
  typed("Slack's own form, typed", "<!channel>"),
  typed("Slack's own form with a label", "<!here|here>"),
  group("a group that is the channel", "@channel"),
  group("a group that is whoever is online", "@here"),
  group("a group that is the workspace", "!everyone"),
  group("a large group", "S0ALL", true),
];
