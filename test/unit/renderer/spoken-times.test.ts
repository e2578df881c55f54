import { describe, expect, test } from "vitest";
import { day, hour, minute } from "../../../src/core/domain/instant.ts";
import type { PlannedRecipient } from "../../../src/core/domain/notice.ts";
import { gravestPromise, lastTurn, recipientTimes } from "../../../src/renderer/ui/plan-words.ts";
import { awayText, nearText, stretchText } from "../../../src/renderer/ui/relative-words.ts";
import { aRecipient } from "../../builders/notice.ts";

const now = Date.UTC(2026, 10, 20, 15, 18);
const zone = "Europe/London";

describe("times near the present", () => {
  test("a stretch is told no finer than it matters", () => {
    expect([40_000, 42 * minute, 3 * hour + 20 * minute, 7 * hour, day, 6 * day].map(stretchText)).toEqual([
      "under a minute",
      "42 min",
      "3 h 20 min",
      "7 h",
      "a day",
      "6 days",
    ]);
  });

  test("what is past is ago, what comes is in", () => {
    expect(awayText(now - 2 * hour, now)).toBe("2 h ago");
    expect(awayText(now + 42 * minute, now)).toBe("in 42 min");
  });

  test("today and tomorrow are those of the reader's zone", () => {
    expect(nearText(now + 42 * minute, now, zone)).toBe("today 16:00 GMT");
    expect(nearText(Date.UTC(2026, 10, 21, 0, 30), now, zone)).toBe("tomorrow 00:30 GMT");
    expect(nearText(Date.UTC(2026, 10, 21, 0, 30), now, "America/New_York")).toBe("today 19:30 EST");
    expect(nearText(now + 5 * day, now, zone)).toBe("Wed 25 Nov, 15:18 GMT");
  });
});

describe("the promises of a notice with many recipients", () => {
  const kept = (latest: number): PlannedRecipient => aRecipient({ promise: { kind: "kept", latest } });
  const broken = aRecipient({ promise: { kind: "broken", latest: 1, earliestStart: 9 } });

  test("one that is broken outweighs all that are kept, wherever it stands", () => {
    expect(gravestPromise({ recipients: [kept(5), broken, kept(3)] }).kind).toBe("broken");
    expect(gravestPromise({ recipients: [broken, kept(5)] }).kind).toBe("broken");
  });

  test("of those that are kept, the one that ends first is told", () => {
    expect(gravestPromise({ recipients: [kept(5), kept(3), kept(4)] })).toEqual({ kind: "kept", latest: 3 });
  });

  test("of those that are broken, the start that mends them all is told", () => {
    const later = aRecipient({ promise: { kind: "broken", latest: 1, earliestStart: 12 } });
    expect(gravestPromise({ recipients: [later, broken] })).toMatchObject({ earliestStart: 12 });
  });

  test("a due time is told once for each other zone it is read in, and not again in the coordinator's", () => {
    const recipients = [
      aRecipient({ dueAt: now, zone }),
      aRecipient({ dueAt: now, zone: "America/New_York" }),
      aRecipient({ dueAt: now, zone: "America/New_York" }),
    ];
    expect(recipientTimes({ dueAt: now, recipients }, zone)).toEqual(["Fri 20 Nov, 10:18 EST"]);
    expect(lastTurn({ dueAt: now, recipients })).toBeNull();
  });

  test("recipients whose turn comes later are told of too, those of the coordinator's own zone among them", () => {
    const recipients = [
      aRecipient({ dueAt: now + 3 * day, zone }),
      aRecipient({ dueAt: now, zone: "America/New_York" }),
      aRecipient({ dueAt: now + 5 * hour, zone: "Pacific/Honolulu" }),
    ];
    expect(recipientTimes({ dueAt: now, recipients }, zone)).toEqual([
      "Fri 20 Nov, 10:18 EST",
      "Fri 20 Nov, 10:18 HST",
      "Mon 23 Nov, 15:18 GMT",
    ]);
    expect(lastTurn({ dueAt: now, recipients })).toBe(now + 3 * day);
  });
});
