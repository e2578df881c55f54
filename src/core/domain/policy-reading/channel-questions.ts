import type { PolicyQuestion, ProposedChannel, SourceCell } from "../policy.ts";
import { listed } from "./plain-text.ts";
import type { Side } from "./staged-notice.ts";

/**
 * Channels a policy leaves open. Rules carry a stand-in (`Email or Portal`) until the question is answered; the same
 * alternatives are asked about once, however many cells name them.
 */
export type ChannelQuestions = {
  /** For channels the words join with "or" or a slash. */
  either(channels: readonly ProposedChannel[], isSlash: boolean, cell: SourceCell): ProposedChannel;
  /** For a notice of which nothing says through what. */
  unsaid(audience: string, side: Side, cell: SourceCell): ProposedChannel;
  /** Questions about stand-ins that `used` rules carry. */
  questions(used: readonly ProposedChannel[]): PolicyQuestion[];
};

const inside: readonly ProposedChannel[] = [
  { name: "Slack", kind: "slack" },
  { name: "Teams", kind: "teamsChannel" },
  { name: "Email", kind: "mail" },
];
const outside: readonly ProposedChannel[] = [
  { name: "Email", kind: "mail" },
  { name: "Customer portal", kind: "manual" },
];

export function createChannelQuestions(): ChannelQuestions {
  const asked = new Map<string, PolicyQuestion>();

  function ask(
    name: string,
    cell: SourceCell,
    why: string,
    question: string,
    answers: readonly (readonly ProposedChannel[])[],
  ): ProposedChannel {
    const standIn = { name, kind: "manual" } as const;
    if (!asked.has(name))
      asked.set(name, {
        id: `channel-${asked.size + 1}`,
        cell,
        otherCells: [],
        changeType: null,
        why,
        question,
        choices: [
          ...answers.map((to) => ({
            label: to.length === 1 ? `${to[0]?.name ?? ""} only` : `Both: ${listed(to.map((channel) => channel.name))}`,
            rules: [],
            change: { kind: "channels" as const, from: standIn, to },
          })),
          { label: "No notice through any of them", rules: [], change: { kind: "channels", from: standIn, to: [] } },
        ],
      });
    return standIn;
  }

  return {
    either(channels, isSlash, cell) {
      const names = channels.map((channel) => channel.name);
      const each = channels.map((channel) => [channel]);
      const why = isSlash ? "A slash may mean both or either." : "“Or” between channels is a choice to make.";
      return ask(
        isSlash ? names.join("/") : listed(names, "or"),
        cell,
        why,
        `Which of ${listed(names)} is used?`,
        isSlash ? [channels, ...each] : [...each, channels],
      );
    },
    unsaid(audience, side, cell) {
      const known = side === "inside" ? inside : outside;
      return ask(
        `Channel for ${audience}`,
        cell,
        `Nothing says through which channel ${audience} is told.`,
        `How is ${audience} told?`,
        known.map((channel) => [channel]),
      );
    },
    questions(used) {
      return [...asked.entries()]
        .filter(([name]) => used.some((channel) => channel.name === name))
        .map(([, question]) => question);
    },
  };
}
