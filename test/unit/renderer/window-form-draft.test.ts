import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Workspace } from "../../../src/core/domain/directory.ts";
import { day } from "../../../src/core/domain/instant.ts";
import { followedBy, instantOf, wallInputAt } from "../../../src/core/domain/wall-input.ts";
import { draftOf } from "../../../src/core/domain/window-draft.ts";
import { asInput, blankDraft, draftFromAddress, withTyped } from "../../../src/renderer/features/window/form-draft.ts";
import { isHeldUp, wrongFields } from "../../../src/renderer/features/window/wrong-fields.ts";
import { aWorkspace } from "../../builders/directory.ts";
import { sampleWindow } from "../../builders/samples.ts";

const zone = "Europe/London";
const workspace: Workspace = aWorkspace({ zone });

describe("what the form begins with", () => {
  test("a new window has no time that nobody chose", () => {
    const draft = blankDraft(workspace);
    expect([draft.start.wall, draft.end.wall, draft.zone]).toEqual(["", "", zone]);
  });

  test("a stretch dragged in the calendar fills start and end in the coordinator's zone", () => {
    const from = Date.UTC(2026, 6, 4, 1);
    const search = new URLSearchParams({ start: String(from), end: "2026-07-04T04:00", service: "eks" });
    const draft = draftFromAddress(blankDraft(workspace), search);
    expect(draft).toMatchObject({ start: { wall: "2026-07-04T02:00" }, end: { wall: "2026-07-04T04:00" }, serviceIds: ["eks"] });
  });

  test("an address that holds no time leaves the form empty", () => {
    const draft = draftFromAddress(blankDraft(workspace), new URLSearchParams({ start: "soon", end: "2026-02-31T10:00" }));
    expect([draft.start.wall, draft.end.wall]).toEqual(["", ""]);
  });

  test("editing a window begins with exactly its facts", () => {
    const window = sampleWindow();
    const draft = draftOf(window);
    expect(instantOf(draft.start, draft.zone)).toBe(window.start.at);
    expect(instantOf(draft.end, draft.zone)).toBe(window.end.at);
    expect(draft.title).toBe(window.title);
  });
});

describe("a draft on its way", () => {
  test("a line of references that was left empty is no reference, so it keeps no plan from being made", () => {
    const stated = { label: "CHG-1042", url: null };
    const draft = { ...blankDraft(workspace), references: [{ label: " ", url: null }, stated] };
    expect(asInput(draft).references).toEqual([stated]);
  });

  test("a record's number grows as it is typed, and leaves what was added by hand alone", () => {
    const [short, long, byHand] = ["CHG-1", "CHG-10", "OPS-7"].map((label) => ({ label, url: null }));
    if (short === undefined || long === undefined || byHand === undefined) throw new Error("three were made");
    const linked = { label: "CHG-1", url: "https://tickets.example.org/CHG-1" };
    expect(withTyped([byHand, short], [long], [short])).toEqual([byHand, long]);
    expect(withTyped([linked], [short], [])).toEqual([linked]);
    expect(withTyped([linked], [long], [short])).toEqual([linked, long]);
  });

  test("each wrong field is counted once, as closely as it is known", () => {
    const errors = { references: "…", "references.0.label": "…", "references.1.url": "…", lead: "…" };
    expect(wrongFields(errors)).toEqual(["references.0.label", "references.1.url", "lead"]);
  });

  test("a plan is held up by a wrong field only once all it needs is there", () => {
    expect(isHeldUp({ "references.0.url": "…" })).toBe(true);
    expect(isHeldUp({ "references.0.url": "…", title: "…" })).toBe(false);
    expect(isHeldUp({})).toBe(false);
  });
});

describe("wall times", () => {
  test("every instant, also in the hour that occurs twice, comes back from the form as it was", () => {
    const clocksGoBack = Date.UTC(2027, 9, 31);
    fc.assert(
      fc.property(fc.integer({ min: -day, max: day }), (offset) => {
        const at = Math.floor((clocksGoBack + offset) / 60_000) * 60_000;
        expect(instantOf(wallInputAt(at, zone), zone)).toBe(at);
      }),
    );
  });

  test("a time that occurs twice means nothing until one of the two is chosen", () => {
    expect(instantOf({ wall: "2027-10-31T01:30", occurrence: null }, zone)).toBeNull();
    expect(instantOf({ wall: "2027-10-31T01:30", occurrence: "later" }, zone)).toBe(Date.UTC(2027, 9, 31, 1, 30));
  });

  test("a time that the clocks skip, or that is half typed, means nothing", () => {
    expect(instantOf({ wall: "2027-03-28T01:30", occurrence: null }, zone)).toBeNull();
    expect(instantOf({ wall: "2027-03-28T", occurrence: null }, zone)).toBeNull();
  });

  test("a start that moves takes its end along by the same wall time", () => {
    expect(followedBy("2026-11-21T02:00", "2026-11-21T04:30", "2026-12-01T23:00")).toBe("2026-12-02T01:30");
    expect(followedBy("2026-11-21T02:00", "", "2026-12-01T23:00")).toBeNull();
    expect(followedBy("2026-11-21T02:00", "2026-11-21T01:00", "2026-12-01T23:00")).toBeNull();
  });
});
