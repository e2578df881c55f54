import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { checkDraft } from "../../../src/core/domain/checker.ts";
import type { CheckName } from "../../../src/core/domain/checks/check-table.ts";
import { factsFor } from "../../../src/core/domain/facts.ts";
import { day, hour, minute } from "../../../src/core/domain/instant.ts";
import { impacts } from "../../../src/core/domain/window.ts";
import { aFactsInput, windowAt } from "../../builders/notice.ts";
import { defaultTemplates } from "../../builders/templates.ts";
import { exampleStart, zonedTime } from "../../builders/window.ts";

/** Few for every run of the tests; `FOREWARN_PROPERTY_RUNS=20000` for a long look. */
const numRuns = Number(process.env.FOREWARN_PROPERTY_RUNS ?? 60);

const renderer = createMessageRenderer();
const templates = defaultTemplates();
const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));

/** What must never be found in a default template, whatever the window and whoever reads it. */
const neverSeen: ReadonlySet<CheckName> = new Set([
  "unknownVariable",
  "emptyVariable",
  "brokenTemplate",
  "timeWithoutZone",
  "localTime",
  "wrongZone",
  "wrongWeekday",
  "timeDisagrees",
  "dateDisagrees",
  "oldTime",
  "otherTime",
  "digitsOnlyDate",
  "noTime",
  "wrongLength",
  "longerThanWindow",
  "longerThanBreak",
  "otherStage",
  "noNews",
  "lateNews",
  "futureAfterEnd",
  "contradictsItself",
  "contradictsImpact",
  "nextWordUnplanned",
  "leftoverMarkup",
  "noContact",
  "noReference",
]);

const anyNotice = fc
  .record({
    template: fc.constantFrom(...templates),
    channel: fc.constantFrom("mail", "slack", "teamsChannel", "manual"),
    // Five-minute steps from 2024 to 2034: every change of clocks of these years is among them.
    shift: fc.integer({ min: -3 * 365 * 288, max: 7 * 365 * 288 }).map((steps) => steps * 5 * minute),
    length: fc.oneof(fc.integer({ min: 1, max: 96 }), fc.integer({ min: 1, max: 900 })).map((steps) => steps * 5 * minute),
    downtime: fc.option(fc.integer({ min: 0, max: 600 }), { nil: null }),
    impact: fc.constantFrom(...impacts),
    windowZone: zone,
    readerZone: zone,
  })
  .map((one) => {
    const { template, shift, length, windowZone, readerZone } = one;
    const base = aFactsInput(template.stage, template.voice);
    const example = windowAt(template.stage);
    const start = exampleStart + shift;
    const moved = <T extends { readonly at: number }>(time: T): T => ({ ...time, at: time.at + shift });
    const end = start + length;
    const endedAt = Math.min(start + 100 * minute, end + hour);
    const outcome = example.outcome.kind === "open" ? example.outcome : { ...example.outcome, at: endedAt, endedAt };
    const window = {
      ...example,
      start: zonedTime(start, windowZone),
      end: zonedTime(end, windowZone),
      zone: windowZone,
      impact: one.impact,
      expectedDowntimeMinutes: one.downtime === null ? null : Math.min(one.downtime, length / minute),
      effect: "Sign-in fails now and then.",
      formerTimes: example.formerTimes.map((time) => ({
        ...time,
        start: template.stage === "extended" ? zonedTime(start, windowZone) : moved(time.start),
        end:
          template.stage === "extended"
            ? zonedTime(end - 5 * minute, windowZone)
            : { ...moved(time.end), at: time.start.at + shift + length },
      })),
      outcome,
    };
    const recipient = { ...base.recipient, zone: readerZone, dueAt: base.recipient.dueAt + shift };
    const notice = { ...base.notice, dueAt: base.notice.dueAt + shift, latestUsefulAt: end + 30 * day, recipients: [recipient] };
    const [former = window] = window.formerTimes;
    const told = base.told.map((word) => ({ ...word, startAt: former.start.at, endAt: former.end.at, at: word.at + shift }));
    const input = {
      ...base,
      workspace: { ...base.workspace, zone: windowZone },
      window,
      recipient,
      notice,
      told,
      plan: [notice],
      now: notice.dueAt - minute,
    };
    return { input, template, channel: one.channel };
  });

type AnyNotice = typeof anyNotice extends fc.Arbitrary<infer T> ? T : never;

function renderedOf({ input, template, channel }: AnyNotice) {
  const { message, problems } = renderer.render(template, factsFor(input), channel, "");
  return { message, problems, words: `${message.subject}\n${message.text}` };
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

describe("any window, any zone, any default template", () => {
  test("leaves no variable unresolved", () => {
    fc.assert(
      fc.property(anyNotice, (notice) => {
        const { problems, words } = renderedOf(notice);
        expect(problems).toEqual([]);
        expect(words).not.toMatch(/\{\{|\}\}|\{%|undefined|null|NaN|Invalid/u);
      }),
      { numRuns },
    );
  });

  test("tells no time without a zone in its line, and no weekday that is not the date's", () => {
    fc.assert(
      fc.property(anyNotice, (notice) => {
        const { words } = renderedOf(notice);
        for (const line of words.split("\n").filter((one) => /\b\d{2}:\d{2}\b/u.test(one.replace(/UTC[+-][\d:]+/gu, "")))) {
          expect(line).toMatch(/\b(?:UTC|[A-Z]{2,5})(?:[+-]\d|\b)/u);
        }
        for (const [, weekday = "", date = ""] of words.matchAll(
          /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2} [A-Z][a-z]{2} \d{4})/gu,
        )) {
          expect(weekday, date).toBe(weekdays[new Date(`${date} 12:00 UTC`).getUTCDay()]);
        }
      }),
      { numRuns },
    );
  });

  test("gives the checker nothing to say of its times, its stage or its facts", () => {
    fc.assert(
      fc.property(anyNotice, (notice) => {
        const { input, template, channel } = notice;
        const { message, problems } = renderedOf(notice);
        const rendering = { recipient: input.recipient, channelKind: channel, customerName: "North Hospital", ...message };
        const draft = { subject: template.subject, body: template.body };
        const found = checkDraft({ ...input, draft, voice: template.voice, problems, renderings: [rendering] });
        expect(found.filter(({ check }) => neverSeen.has(check as CheckName))).toEqual([]);
      }),
      { numRuns },
    );
  });
});
