import type { PolicyReading, ProposedChannel, ProposedRule } from "../../policy.ts";
import { cellChannels, channelTokens } from "../cells/cell-channels.ts";
import { isChatChannel } from "../cells/cell-rules.ts";
import { decideTimings } from "../cells/decide-timings.ts";
import { mentionOf, openMention } from "../cells/mentions.ts";
import { joinQuestions, questionOf } from "../cells/questions.ts";
import type { StagedNotice } from "../cells/staged-notice.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import { readWhom } from "../cells/whom.ts";
import type { SharedTold } from "../shared-channels.ts";
import type { NamedAudience } from "../words/audience-words.ts";
import { distinctChannels } from "../words/channel-words.ts";
import { namesChange } from "../words/section-words.ts";
import { ofTelling } from "./point-words.ts";
import { isMention, type Point } from "./process-points.ts";
import type { Section, SharedTimes } from "./section.ts";

type Reading = Pick<PolicyReading, "rules" | "questions" | "ignored">;

/** Points that say through what, and nothing of when: together they are told at the times the document gives for all. */
export function readTogether(
  section: Section,
  points: readonly [Point, ...Point[]],
  shared: SharedTimes | null,
  standIns: StandIns,
): Reading {
  const { words } = section;
  const mentions = section.points.filter(isMention);
  const named = mentions.filter((point) => mentionOf(point.text) !== null);
  const channels = sectionChannels(points, standIns);
  const audience = {
    ...readersOfSection(section, points, channels, standIns),
    mentions: named.flatMap((point) => mentionOf(point.text) ?? []),
  };
  const cells = [...[...points, ...named].map((point) => point.at), ...(shared?.cells ?? [])];
  const make = (notices: readonly StagedNotice[]): ProposedRule[] =>
    notices.map((one) => ({
      changeType: words.changeType,
      stage: one.stage,
      audience,
      channels,
      timing: one.timing,
      promised: one.promised,
      condition: { ...one.condition, impactOnly: one.condition.impactOnly || words.impactOnly },
      lead: words.lead,
      sending: "person",
      source: [...points.map((point) => point.text), ...(shared?.cells ?? []).map((cell) => cell.words)]
        .join(" · ")
        .slice(0, 4000),
    }));
  const side = words.isOutside ? "outside" : "inside";
  const { certain, doubts } = decideTimings([], shared?.entries ?? [], { side, isReminder: false, usual: null, said: "" });
  const asking = { at: points[0].at, otherCells: cells, changeType: words.changeType };
  return {
    rules: make(certain).map((rule) => ({ rule, cells })),
    questions: [
      ...joinQuestions(doubts.map((doubt, index) => questionOf(asking, doubt, index + 1, make))),
      ...mentions.flatMap((point) => openMention(point.text, point.at, words.changeType, audience.name) ?? []),
    ],
    ignored: [],
  };
}

/** Whom a section tells: its heading names them, else its points; of those who read a page or a mail it is asked. */
function readersOfSection(
  { source, words }: Section,
  points: readonly [Point, ...Point[]],
  channels: readonly ProposedChannel[],
  standIns: StandIns,
): NamedAudience {
  const isName = source.heading === "" || !(namesChange(source.heading) || ofTelling.test(source.heading));
  const ofPoints = points.flatMap((point) => readWhom(point.words, "customer", false).audiences);
  const [first] = ofPoints;
  const voice = words.isOutside ? ("customer" as const) : ("internal" as const);
  if (isName || channels.every(isChatChannel)) return { name: words.audience, voice };
  return first ?? standIns.anybody(channels.find((channel) => !isChatChannel(channel))?.name ?? null, points[0].at);
}

/** The channels of all points; `Email to the same audience as Slack` names no second Slack beside `#operations`. */
function sectionChannels(points: readonly Point[], standIns: StandIns): ProposedChannel[] {
  const open = points.flatMap((point) => cellChannels(point.words, point.at, standIns));
  const tokens = points.flatMap((point) => channelTokens(point.words));
  const named = distinctChannels(tokens);
  return open.filter((one, index) => {
    const isStandIn = !tokens.some((token) => token.channel.name === one.name);
    const isFirst = open.findIndex((other) => other.name === one.name) === index;
    return isFirst && (isStandIn || named.some((other) => other.name === one.name));
  });
}

/**
 * Times said once for all, `Notices go out:`, where readers and channels are said once for all, too, and no point of the
 * document is told at them: those are told then.
 */
export function readSharedTimes(times: SharedTimes, told: SharedTold, changeType: string | null): PolicyReading["rules"] {
  const cells = [...times.cells, ...told.cells];
  return told.audiences.flatMap((audience) => {
    const side = audience.voice === "customer" ? "outside" : "inside";
    const { certain } = decideTimings([], times.entries, { side, isReminder: false, usual: null, said: "" });
    return certain.map((one) => ({
      rule: {
        changeType,
        stage: one.stage,
        audience: { ...audience, mentions: [] },
        channels: told.channels,
        timing: one.timing,
        promised: one.promised,
        condition: one.condition,
        lead: "",
        sending: "person" as const,
        source: cells
          .map(({ words }) => words)
          .join(" · ")
          .slice(0, 4000),
      },
      cells,
    }));
  });
}
