import type { Voice } from "../../directory.ts";
import type { PolicyChoice, PolicyQuestion, ProposedChannel, ProposedRule, SourceCell } from "../../policy.ts";
import type { NamedAudience } from "../words/audience-words.ts";
import { listed } from "../words/plain-text.ts";
import type { Side } from "./staged-notice.ts";

/**
 * Channels and readers a policy leaves open. Rules carry a stand-in (`Email or Portal`) until its question is answered;
 * the same one is asked about once, however many cells leave it open.
 */
export type StandIns = {
  /** For channels the words join with "or" or a slash. */
  either(channels: readonly ProposedChannel[], isSlash: boolean, cell: SourceCell): ProposedChannel;
  /** For a notice of which nothing says through what. */
  anyChannel(audience: string, side: Side, cell: SourceCell): ProposedChannel;
  /** For a notice of which nothing says to whom. */
  anybody(through: string | null, cell: SourceCell): NamedAudience;
  /** Whether a name stands for what is still to be chosen. */
  isOpen(name: string): boolean;
  /** Questions about the stand-ins that these rules carry. */
  questionsFor(rules: readonly ProposedRule[]): PolicyQuestion[];
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
const readers: readonly { readonly name: string; readonly voice: Voice }[] = [
  { name: "Customers", voice: "customer" },
  { name: "Internal teams", voice: "internal" },
  { name: "Business stakeholders", voice: "business" },
];

export function createStandIns(): StandIns {
  const asked = new Map<string, PolicyQuestion>();

  function ask(name: string, cell: SourceCell, why: string, question: string, choices: readonly PolicyChoice[]): void {
    if (asked.has(name)) return;
    asked.set(name, { id: `open-${asked.size + 1}`, cell, otherCells: [], changeType: null, why, question, choices });
  }

  function askChannel(
    name: string,
    cell: SourceCell,
    why: string,
    question: string,
    answers: readonly { readonly label: string; readonly to: readonly ProposedChannel[] }[],
  ): ProposedChannel {
    const from = { name, kind: "manual" } as const;
    const choices = [...answers, { label: "No notice", to: [] }];
    ask(
      name,
      cell,
      why,
      question,
      choices.map(({ label, to }) => ({ label, rules: [], change: { kind: "channels", from, to } })),
    );
    return from;
  }

  return {
    either(channels, isSlash, cell) {
      const names = channels.map((channel) => channel.name);
      const each = channels.map((channel) => ({ label: `${channel.name} only`, to: [channel] }));
      const all = { label: `${names.length === 2 ? "Both" : "All"}: ${listed(names)}`, to: channels };
      return askChannel(
        isSlash ? names.join("/") : listed(names, "or"),
        cell,
        isSlash ? "A slash may mean both or either." : "“Or” between channels is a choice to make.",
        `Which of ${listed(names)} is used?`,
        isSlash ? [all, ...each] : [...each, all],
      );
    },
    anyChannel(audience, side, cell) {
      const known = side === "inside" ? inside : outside;
      return askChannel(
        `Channel for ${audience}`,
        cell,
        `Nothing says through which channel “${audience}” hear of it.`,
        `Through which channel are “${audience}” told?`,
        [
          ...known.map((channel) => ({ label: channel.name, to: [channel] })),
          { label: listed(known.slice(-2).map((channel) => channel.name)), to: known.slice(-2) },
        ],
      );
    },
    anybody(through, cell) {
      const name = through === null ? "Readers of these notices" : `Readers of ${through}`;
      const choices = [...readers.map((to) => ({ label: to.name, to })), { label: "No notice", to: null }];
      ask(
        name,
        cell,
        "Nothing says who is told here.",
        through === null ? "Who is told?" : `Who is told through ${through}?`,
        choices.map(({ label, to }) => ({ label, rules: [], change: { kind: "audience", from: name, to } })),
      );
      return { name, voice: "customer" };
    },
    isOpen: (name) => asked.has(name),
    questionsFor(rules) {
      const used = new Set(rules.flatMap((rule) => [rule.audience.name, ...rule.channels.map((channel) => channel.name)]));
      return [...asked.entries()].filter(([name]) => used.has(name)).map(([, question]) => question);
    },
  };
}
