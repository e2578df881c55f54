import { explainStatus } from "../explain.ts";
import { lastWords } from "../group.ts";
import { day, type Instant } from "../instant.ts";
import type { Rule, StatusStage } from "../matrix.ts";
import type { PlannedNotice } from "../notice.ts";
import { judgementsFor, judgementsForNewTime } from "../promises/promise-of-rule.ts";
import type { Told } from "../told.ts";
import type { Window } from "../window.ts";
import type { PlanContext } from "./plan-context.ts";
import { applies } from "./plan-recipients.ts";
import { statusToldElsewhere } from "./told-elsewhere.ts";

/**
 * The notices owed because of what happened to a window.
 * Only those who heard of it are told, and everyone who heard is: whatever rule told them, wherever they heard it.
 */
export function planStatusNotices(context: PlanContext): PlannedNotice[] {
  const heard = lastWords(context.told);
  return happenings(context.window).flatMap((happening) => {
    const isToldElsewhere = statusToldElsewhere(happening.stage, context);
    const concerned = heard.filter((told) => happening.concerns(told) && !isToldElsewhere(told));
    const audienceIds = [...new Set(concerned.map(({ audienceId }) => audienceId))];
    return audienceIds.map((audienceId) =>
      statusNotice(
        happening,
        audienceId,
        concerned.filter((told) => told.audienceId === audienceId),
        context,
      ),
    );
  });
}

/** Something that happened to a window: what is told of it, from when until when, and which of those who heard must know. */
type Happening = {
  readonly stage: StatusStage;
  readonly at: Instant;
  readonly latestUsefulAt: Instant;
  readonly concerns: (told: Told) => boolean;
};

function happenings(window: Window): Happening[] {
  const { outcome, start, end } = window;
  const saysCurrentTimes = (told: Told) => told.startAt === start.at && told.endAt === end.at;
  switch (outcome.kind) {
    case "completed":
    case "rolledBack":
    case "cancelled": {
      const stage = outcome.kind;
      const nextDay = outcome.at + day;
      // The end of a window makes its earlier moves pointless to tell, and reaches those as well who never heard of them.
      return [
        {
          stage,
          at: outcome.at,
          latestUsefulAt: stage === "cancelled" ? Math.max(start.at, nextDay) : nextDay,
          concerns: (told) => !(told.stage === stage && saysCurrentTimes(told)),
        },
      ];
    }
    case "open": {
      const last = window.formerTimes.at(-1);
      if (last === undefined) return [];
      // Who heard another start than today's was told of a window that has moved, even if its latest change was an extension.
      const isExtension = (told: Told) => last.by === "extended" && told.startAt === start.at;
      return [
        {
          stage: "rescheduled",
          at: last.replacedAt,
          // A move made while it runs is still news until the end.
          latestUsefulAt: last.replacedAt < start.at ? start.at : end.at,
          concerns: (told) => !saysCurrentTimes(told) && !isExtension(told),
        },
        {
          stage: "extended",
          at: last.replacedAt,
          latestUsefulAt: end.at,
          concerns: (told) => !saysCurrentTimes(told) && isExtension(told),
        },
      ];
    }
  }
}

function statusNotice(happening: Happening, audienceId: string, concerned: readonly Told[], context: PlanContext): PlannedNotice {
  const { stage, at, latestUsefulAt } = happening;
  const { window } = context;
  const audience = context.audiences.get(audienceId);
  const rule = ruleFor(stage, audienceId, context);
  const judgement =
    stage === "rescheduled" ? judgementsForNewTime(rule, audienceId, context) : judgementsFor(null, stage, context);
  // An audience may have left the directory since: its recipients are still owed the end of the story.
  const voice = audience?.voice ?? (concerned.some(({ customerId }) => customerId !== null) ? "customer" : "internal");
  return {
    key: `${window.id}:${rule?.id ?? `told-${audienceId}`}:${stage}:r${window.revision}`,
    windowId: window.id,
    windowRevision: window.revision,
    ruleId: rule?.id ?? null,
    stage,
    audienceId,
    voice,
    dueAt: at,
    latestUsefulAt,
    recipients: concerned.map(({ channelId, customerId }) => {
      const customer = customerId === null ? null : (context.customers.get(customerId) ?? null);
      return {
        channelId,
        customerId,
        dueAt: at,
        zone: context.localityOf(customer).zone,
        promise: judgement(customer, channelId),
      };
    }),
    sending: rule?.sending ?? "person",
    explanation: explainStatus(stage, rule, concerned, context),
  };
}

/**
 * The rule that speaks for an audience at this stage: it lends its name, its words and whether a person must approve.
 * A rule for exactly this stage comes before one for "the end", one for this change type before one for all.
 */
function ruleFor(stage: StatusStage, audienceId: string, { rules, window }: PlanContext): Rule | null {
  const speaking = rules.filter((rule) => rule.audienceId === audienceId && speaksAt(rule, stage) && applies(rule, window));
  const rank = (rule: Rule) => (rule.stage === stage ? 0 : 2) + (rule.changeTypeId === null ? 1 : 0);
  const [first = null] = speaking.sort((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1));
  return first;
}

function speaksAt(rule: Rule, stage: StatusStage): boolean {
  if (rule.stage === stage) return true;
  const isEnding = stage === "completed" || stage === "rolledBack";
  return isEnding && rule.timing.kind === "end";
}
