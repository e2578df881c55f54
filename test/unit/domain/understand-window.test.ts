import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRule } from "../../../src/core/domain/recurrence/recurrence-rule.ts";
import { type UnderstandingContext, type Understood, understandWindow } from "../../../src/core/domain/understand-window.ts";
import { isWallTime, isZone } from "../../../src/core/domain/zoned-time.ts";
import { aService } from "../../builders/directory.ts";

/** Wed 25 Nov 2026, 10:00 in London. */
const context: UnderstandingContext = {
  now: Date.UTC(2026, 10, 25, 10),
  zone: "Europe/London",
  services: [
    aService({ id: "hie", name: "HIE", environment: "production" }),
    aService({ id: "hie-test", name: "HIE", environment: "staging" }),
    aService({ id: "portal", name: "Patient portal", environment: "production" }),
    aService({ id: "claims", name: "Claims", environment: "production", zone: "America/New_York" }),
  ],
  changeTypes: [
    { id: "emergency", name: "Emergency fix" },
    { id: "infrastructure", name: "Planned infrastructure update" },
    { id: "application", name: "Application update" },
    { id: "maintenance", name: "Scheduled maintenance" },
  ],
};

function understood(line: string, changes: Partial<UnderstandingContext> = {}): Understood {
  return understandWindow(line, { ...context, ...changes });
}

/** `start – end zone`, as the draft has it. */
function when(line: string, changes: Partial<UnderstandingContext> = {}): string {
  const { start, end, zone } = understood(line, changes).draft;
  return `${start?.wall ?? "?"} – ${end?.wall ?? "?"} ${zone ?? "?"}`;
}

test("a whole line is understood, and every part says what it was taken for", () => {
  expect(understood("Sat 02:00–04:00 London, resize EKS nodes, HIE production, outage")).toEqual({
    asked: [],
    repeats: null,
    draft: {
      title: "resize EKS nodes",
      serviceIds: ["hie"],
      zone: "Europe/London",
      start: { wall: "2026-11-28T02:00", occurrence: null },
      end: { wall: "2026-11-28T04:00", occurrence: null },
      impact: "outage",
    },
    parts: [
      { words: "Sat", takenFor: "day: Sat 28 Nov 2026" },
      { words: "02:00", takenFor: "start: 02:00 GMT" },
      { words: "04:00", takenFor: "end: 04:00 GMT" },
      { words: "London", takenFor: "zone: Europe/London" },
      { words: "resize EKS nodes", takenFor: "title" },
      { words: "HIE production", takenFor: "service: HIE production" },
      { words: "outage", takenFor: "impact: outage" },
    ],
    questions: [],
  });
});

test("the parts may come in any order", () => {
  const parts = ["outage", "patient portal", "upgrade database", "28 Nov 2026 22:00-23:00 London", "emergency"];
  fc.assert(
    fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
      expect(understood(shuffled.join(", ")).draft).toEqual({
        title: "upgrade database",
        changeTypeId: "emergency",
        serviceIds: ["portal"],
        zone: "Europe/London",
        start: { wall: "2026-11-28T22:00", occurrence: null },
        end: { wall: "2026-11-28T23:00", occurrence: null },
        impact: "outage",
      });
    }),
  );
});

describe("dates and times", () => {
  test.each([
    ["28 Nov 2026 22:00-02:00", "2026-11-28T22:00 – 2026-11-29T02:00 Europe/London"],
    ["tomorrow 9pm for 2 hours", "2026-11-26T21:00 – 2026-11-26T23:00 Europe/London"],
    ["next Tue 18:00 to 20:30 New York", "2026-12-01T18:00 – 2026-12-01T20:30 America/New_York"],
    ["2026-11-28T22:00 to 2026-11-29T02:00 Europe/London", "2026-11-28T22:00 – 2026-11-29T02:00 Europe/London"],
    ["Nov 28, 2026 from 10 pm until 2 am Pacific time", "2026-11-28T22:00 – 2026-11-29T02:00 America/Los_Angeles"],
    ["Sat, 28 Nov 2026, 02:00–04:00 GMT", "2026-11-28T02:00 – 2026-11-28T04:00 Europe/London"],
    ["Sat 22:00 – Sun 02:00", "2026-11-28T22:00 – 2026-11-29T02:00 Europe/London"],
    ["28–29 Nov 22:00–02:00", "2026-11-28T22:00 – 2026-11-29T02:00 Europe/London"],
    ["28/11/2026 22:00 - 23:00", "2026-11-28T22:00 – 2026-11-28T23:00 Europe/London"],
    ["Sat 9-11pm", "2026-11-28T21:00 – 2026-11-28T23:00 Europe/London"],
    ["Sat 11-1pm", "2026-11-28T11:00 – 2026-11-28T13:00 Europe/London"],
    ["Sat 10:00 for 1 hour 30 minutes", "2026-11-28T10:00 – 2026-11-28T11:30 Europe/London"],
    ["Sat 22:00-midnight", "2026-11-28T22:00 – 2026-11-29T00:00 Europe/London"],
    ["5 May 22:00-23:00", "2027-05-05T22:00 – 2027-05-05T23:00 Europe/London"],
    ["05/05 22:00-23:00", "2027-05-05T22:00 – 2027-05-05T23:00 Europe/London"],
    ["tomorrow noon for 90 min", "2026-11-26T12:00 – 2026-11-26T13:30 Europe/London"],
    ["2026-11-28T22:00Z for 2h", "2026-11-28T22:00 – 2026-11-29T00:00 UTC"],
  ])("%s", (line, expected) => {
    expect(when(line)).toBe(expected);
    expect(understood(line).questions).toEqual([]);
  });

  test("a weekday is the coming one: today while the time is ahead, else next week", () => {
    expect(when("Wed 12:00-13:00")).toBe("2026-11-25T12:00 – 2026-11-25T13:00 Europe/London");
    expect(when("Wed 09:00-11:00")).toBe("2026-12-02T09:00 – 2026-12-02T11:00 Europe/London");
  });

  test("today is today where the window is", () => {
    const now = Date.UTC(2026, 10, 25, 23);
    expect(when("tomorrow 10:00-11:00 Tokyo", { now })).toBe("2026-11-27T10:00 – 2026-11-27T11:00 Asia/Tokyo");
  });

  test("a length is real time, across a change of clocks too", () => {
    const now = Date.UTC(2026, 9, 20);
    expect(when("25 Oct 00:30 for 3 hours", { now })).toBe("2026-10-25T00:30 – 2026-10-25T02:30 Europe/London");
  });
});

describe("zones", () => {
  test.each([
    ["Sat 02:00-04:00 ET", "America/New_York"],
    ["Sat 02:00-04:00 EST", "America/New_York"],
    ["Sat 02:00-04:00 CET", "Europe/Berlin"],
    ["Sat 02:00-04:00 (Berlin time)", "Europe/Berlin"],
    ["Sat 02:00-04:00 in San Francisco", "America/Los_Angeles"],
    ["Sat 02:00-04:00, Asia/Kolkata", "Asia/Kolkata"],
    ["Sat 02:00-04:00 Kolkata", "Asia/Kolkata"],
    ["Sat 02:00-04:00 Kyiv", "Europe/Kyiv"],
    ["Sat 02:00-04:00 Kiev", "Europe/Kyiv"],
    ["Sat 02:00-04:00 UTC", "UTC"],
    ["New York, Sat 02:00-04:00", "America/New_York"],
  ])("%s", (line, zone) => {
    expect(understood(line).draft.zone).toBe(zone);
    expect(understood(line).questions).toEqual([]);
  });

  test("an abbreviation of the coordinator's own clocks means those", () => {
    expect(understood("Sat 02:00-04:00 CET", { zone: "Europe/Paris" }).draft.zone).toBe("Europe/Paris");
    expect(understood("Sat 02:00-04:00 IST", { zone: "Asia/Kolkata" }).draft.zone).toBe("Asia/Kolkata");
  });
});

describe("what is asked and never guessed", () => {
  test.each([
    ["03/04 22:00-23:00", "Is “03/04” Sat 3 Apr 2027 or Thu 4 Mar 2027? Write the month as a word."],
    ["next Fri 18:00-20:00", "Is “next Fri” Fri 27 Nov 2026 or Fri 4 Dec 2026? Write the date."],
    ["Fri 28 Nov 2026 02:00-04:00", "“Fri 28 Nov 2026”: that date is Sat 28 Nov 2026. Is the weekday meant, or the date?"],
    ["31 Nov 10:00-11:00", "“31 Nov” is not a date: that month has no such day."],
    ["Sat 9-11 London", "Is “9-11” in the morning or in the evening? Write the times as 09:00 or 21:00."],
    ["Sat 25:00-26:00", "“25:00” is not a time of day. Write it as 09:00."],
    ["Sat 25:00-03:00", "“25:00” is not a time of day. Write it as 09:00."],
    ["Sat midnight–02:00", "Midnight begins a day and ends another. Write 00:00 or 24:00 with the date."],
    ["02:00-04:00", "On which day?"],
    ["28 Nov", "At what time does it start and end?"],
    ["resize nodes", "When does it start and end?"],
    ["Sat 02:00, 04:00, 06:00", "There are more than one start and one end. Which are they?"],
  ])("%s", (line, question) => {
    const { draft, questions } = understood(line);
    expect(questions).toContain(question);
    expect([draft.start, draft.end]).toEqual([undefined, undefined]);
  });

  test("an end that is missing, before the start, or at odds with the length", () => {
    expect(understood("Sat 02:00")).toMatchObject({
      draft: { start: { wall: "2026-11-28T02:00" } },
      questions: ["When does it end?"],
    });
    expect(understood("29 Nov 22:00 to 28 Nov 23:00").draft.end).toBeUndefined();
    expect(understood("Sat 02:00-02:00").questions).toEqual(["Start and end are the same time. When does it end?"]);
    expect(understood("Sat 02:00-04:00 for 3 hours").questions).toHaveLength(1);
  });

  test("a zone whose clocks don't show that abbreviation then, one of many places, or an offset", () => {
    for (const line of ["4 Jul 2027 02:00-04:00 GMT", "Sat 02:00-04:00 IST", "Sat 02:00-04:00 UTC+1"]) {
      expect(understood(line).draft.zone, line).toBeUndefined();
      expect(understood(line).questions, line).toHaveLength(1);
    }
  });

  test("whose clocks are meant, when the service's are others than the coordinator's", () => {
    expect(understood("Sat 02:00-04:00, Claims")).toMatchObject({
      draft: { serviceIds: ["claims"] },
      questions: ["Whose clocks are meant: Europe/London (yours) or America/New_York (Claims)?"],
    });
    expect(understood("Sat 02:00-04:00, Claims").draft.zone).toBeUndefined();
    expect(understood("Sat 02:00-04:00 London, Claims").questions).toEqual([]);
  });

  test("which service or change type, when several fit", () => {
    expect(understood("Sat 02:00-04:00, HIE")).toMatchObject({
      questions: ["Which service is “HIE”: HIE production or HIE staging?"],
    });
    expect(understood("Sat 02:00-04:00, update").draft.changeTypeId).toBeUndefined();
  });
});

describe("names and the title", () => {
  const draftOf = (words: string) => understood(`Sat 02:00-04:00 London, ${words}`).draft;

  test.each([
    ["no impact", "none"],
    ["impact: none", "none"],
    ["reduced redundancy", "reducedRedundancy"],
    ["degraded", "degraded"],
    ["Outage", "outage"],
  ])("impact %s", (words, impact) => {
    expect(draftOf(words).impact).toBe(impact);
  });

  test("services by part of their name, and several at once", () => {
    expect(draftOf("portal").serviceIds).toEqual(["portal"]);
    expect(draftOf("HIE prod and patient portal").serviceIds).toEqual(["hie", "portal"]);
    expect(draftOf("production").serviceIds).toBeUndefined();
  });

  test("a service named in the title is one", () => {
    expect(draftOf("patch HIE production database")).toMatchObject({
      title: "patch HIE production database",
      serviceIds: ["hie"],
    });
  });

  test("words of time within a title stay there", () => {
    expect(draftOf("Sun Java upgrade 1.29 to 1.30").title).toBe("Sun Java upgrade 1.29 to 1.30");
    expect(draftOf("London cluster, phase 1/2").title).toBe("London cluster, phase 1/2");
  });

  test("a line without commas is taken apart as well", () => {
    expect(understood("Patch HIE production database Sat 02:00-03:00 London degraded").draft).toMatchObject({
      title: "Patch HIE production database",
      impact: "degraded",
      zone: "Europe/London",
    });
  });
});

test("nothing typed is nothing asked", () => {
  expect(understood("  ")).toEqual({ draft: {}, parts: [], questions: [], asked: [], repeats: null });
});

test("whatever is typed, the draft holds wall times and zones that exist, and no part is invented", () => {
  const word = fc.constantFrom(
    "Sat",
    "28 Nov",
    "02:00",
    "-",
    "to",
    "9pm",
    "for 2h",
    "London",
    ",",
    "GMT",
    "03/04",
    "outage",
    "99:99",
    "noon",
    "at 9",
    "2026-02-30",
    "\uE000",
    "every",
    "second",
    "Sunday",
    "half past",
    "ten",
    "0200-0400",
    "the 31st",
    "in 999 days",
    "12/13/99",
    "UTC+14",
    "midnight",
    "1h30",
    "Portl",
    "tonight",
  );
  const line = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.array(word, { maxLength: 12 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(line, (typed) => {
      const { draft, parts, questions } = understood(typed);
      for (const wall of [draft.start?.wall, draft.end?.wall]) if (wall !== undefined) expect(isWallTime(wall)).toBe(true);
      if (draft.zone !== undefined) expect(isZone(draft.zone)).toBe(true);
      if (draft.start !== undefined && draft.end !== undefined) expect(draft.end.wall > draft.start.wall).toBe(true);
      for (const { words } of parts) expect(typed.replaceAll("\uE000", " ")).toContain(words);
      expect(new Set(questions).size).toBe(questions.length);
      const { asked, repeats } = understood(typed);
      for (const { answers } of asked) for (const { label } of answers) expect(label).not.toBe("");
      if (repeats !== null) expect(readRule(repeats).kind).toBe("rule");
    }),
    { numRuns: 1000 },
  );
});

test("a line of any length is read at once", () => {
  const begun = performance.now();
  for (const bit of ["1", "9-", "at ", "Sat ", "a ", ",", "for 1 h ", "(", "28 Nov "]) understood(bit.repeat(100_000));
  expect(performance.now() - begun).toBeLessThan(500);
});

test("five hundred characters, however unkind, are read in less than 50 ms", () => {
  const bits = [
    "0200-",
    "1h",
    "every ",
    "every second ",
    "half past ",
    "a week on ",
    "the 1st ",
    "12/6/",
    "1.1.",
    "(1 h ",
    "Portl, ",
    " \t",
  ];
  for (const bit of bits) {
    const line = bit.repeat(500).slice(0, 500);
    understood(line);
    // The quickest of some: a machine that does other things in between says nothing of the reading.
    const quickest = Math.min(
      ...Array.from({ length: 5 }, () => {
        const begun = performance.now();
        understood(line);
        return performance.now() - begun;
      }),
    );
    expect(quickest, bit).toBeLessThan(50);
  }
});

test("an environment stands for its one service; where it has several, which of them is asked", () => {
  const one = understood("Sat 02:00–04:00, resize nodes, HIE production", {
    services: [aService({ id: "eks", name: "EKS cluster", environment: "HIE production" })],
  });
  expect(one.draft).toMatchObject({ title: "resize nodes", serviceIds: ["eks"] });
  const several = understood("Sat 02:00–04:00, resize nodes, HIE production", {
    services: [
      aService({ id: "eks", name: "EKS cluster", environment: "HIE production" }),
      aService({ id: "database", name: "Database", environment: "HIE production" }),
    ],
  });
  expect(several.draft.title).toBe("resize nodes");
  expect(several.draft.serviceIds ?? []).toEqual([]);
  expect(several.questions).toEqual(["Which service of “HIE production” is meant: EKS cluster or Database?"]);
});
