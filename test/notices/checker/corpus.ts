import { readdirSync, readFileSync } from "node:fs";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { type DraftContext, renderAndCheck } from "../../../src/core/app/notices/drafting.ts";
import type { ChannelKind, Voice } from "../../../src/core/domain/directory.ts";
import type { Stage } from "../../../src/core/domain/matrix.ts";
import type { Finding } from "../../../src/core/domain/message.ts";
import type { Draft } from "../../../src/core/domain/notice.ts";
import { type Scenario, type World, worldOf } from "./world.ts";

/** An error planted in a draft: any of these checks may name it, at words that hold `quote`. */
export type Fault = { readonly checks: readonly string[]; readonly quote: string };

/** A draft of the corpus as its file has it. */
export type Case = {
  readonly file: string;
  readonly heading: string;
  readonly stage: Stage;
  readonly voice: Voice;
  readonly channel: ChannelKind;
  readonly scenario: Scenario;
  readonly faults: readonly Fault[];
  readonly draft: Draft;
};

const channels = {
  mail: { kind: "mail", id: "mail" },
  slack: { kind: "slack", id: "eng" },
  teams: { kind: "teamsChannel", id: "team" },
  manual: { kind: "manual", id: "portal-news" },
} as const;

/** The drafts of a folder: a file a class, a heading a draft, `Fault:` lines for what is planted in it. */
export function casesIn(folder: "faulty" | "clean" | "other-languages"): Case[] {
  const here = new URL(`./${folder}/`, import.meta.url);
  return readdirSync(here)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .flatMap((name) => {
      const [, ...blocks] = readFileSync(new URL(name, here), "utf8").split(/^## /mu);
      return blocks.map((block, index) => caseOf(`${folder}/${name}`, index + 1, block));
    });
}

function caseOf(file: string, number: number, block: string): Case {
  const [heading = "", ...lines] = block.split("\n");
  const [stage, voice, channel, scenario] = heading.split(" · ").map((word) => word.trim());
  const subjectAt = lines.findIndex((line) => line.startsWith("Subject: "));
  const faults = lines.slice(0, subjectAt).flatMap((line) => {
    const [, checks = "", quote = ""] = /^Fault: ([\w|]+)(?: “(.*)”)?$/u.exec(line) ?? [];
    return checks === "" ? [] : [{ checks: checks.split("|"), quote }];
  });
  if (!(channel !== undefined && channel in channels)) throw new Error(`${file} ${number}: no channel ${channel}`);
  return {
    file,
    heading: `${number}: ${heading}`,
    // The files are ours, and every one of them is rendered: a wrong word there is a failing test.
    stage: stage as Stage,
    voice: voice as Voice,
    channel: channels[channel as keyof typeof channels].kind,
    scenario: scenario as Scenario,
    faults,
    draft: {
      subject: (lines[subjectAt] ?? "").slice("Subject: ".length),
      body: lines
        .slice(subjectAt + 1)
        .join("\n")
        .trim(),
    },
  };
}

const rendering = { renderer: createMessageRenderer(), calendarFile: () => () => "" };

/** What the checker finds in a draft, rendered as its channel carries it. */
export function findingsOf(one: Case): readonly Finding[] {
  const world = worldOf(one.stage, one.voice, one.scenario);
  const channelId = Object.values(channels).find(({ kind }) => kind === one.channel)?.id ?? "mail";
  const through = <R extends { readonly channelId: string }>(recipient: R): R => ({ ...recipient, channelId });
  const onChannel = <N extends World["notice"]>(notice: N): N => ({ ...notice, recipients: notice.recipients.map(through) });
  const context: DraftContext = {
    ...world,
    notice: onChannel(world.notice),
    plan: world.plan.map(onChannel),
    templates: [],
  };
  const { findings, unsaid } = renderAndCheck(rendering, context, one.draft);
  // Short words into a chat leave facts unsaid on purpose: the hint counts only where it is looked for.
  return one.faults.some(({ checks }) => checks.includes("factsUnsaid")) ? [...findings, ...unsaid] : findings;
}

/** Whether a finding is the planted one. */
export function isFound({ checks, quote }: Fault, finding: Finding): boolean {
  if (!checks.includes(finding.check)) return false;
  if (finding.check === "factsUnsaid") return finding.message.includes(quote);
  const quotes = quote.split("|");
  return quotes.some((words) => {
    const [one, other] = [loosely(words), loosely(finding.quote)];
    return one === "" || (other !== "" && (one.includes(other) || other.includes(one)));
  });
}

function loosely(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\s()]+/gu, " ")
    .trim();
}
