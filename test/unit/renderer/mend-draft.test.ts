import { expect, test } from "vitest";
import type { Finding, Place } from "../../../src/core/domain/message.ts";
import { mendOfTemplate } from "../../../src/core/domain/template-mends.ts";
import type { FactLookUp } from "../../../src/renderer/ui/draft-editor/draft-editor.tsx";
import { marksIn } from "../../../src/renderer/ui/draft-editor/marks-in.ts";
import { mended, mendHere } from "../../../src/renderer/ui/draft-editor/mend-draft.ts";
import { placeInSource } from "../../../src/renderer/ui/draft-editor/place-in-source.ts";

const facts: Readonly<Record<string, string>> = {
  "window.when": "Sat 28 Nov 2026, 02:00–04:00 GMT (UTC+0)",
  "window.effect": "You cannot reach db01.corp until 02:30.",
};
const factOf: FactLookUp = (name) => {
  const text = facts[name];
  return text === undefined ? { kind: "unknown" } : { kind: "value", text };
};
const body =
  "**Portal stops {{ window.when }}.** {{ window.effect }}{% if x %} Back at 02:30.{% endif %}\n\nSee [the page](https://x.example).";

function place(quote: string, nth = 0): Place {
  return { part: "body", of: "rendered", quote, from: 0, to: quote.length, nth };
}

function shown(quote: string, nth = 0): string | null {
  const found = placeInSource(body, place(quote, nth), factOf);
  return found === null ? null : `${body.slice(found.from, found.to)}${found.fact === null ? "" : ` (${found.fact})`}`;
}

const inNotice = { stage: "announce", isOneNotice: true } as const;

function finding(changes: Partial<Finding>): Finding {
  const base = { check: "x", gravity: "error", isOverridable: false, quote: "", message: "Why.", part: "body" } as const;
  return { ...base, places: [], mend: null, ...changes };
}

test("typed words are found through the signs of Markdown and Liquid around them", () => {
  expect(shown("Portal stops")).toBe("Portal stops");
  expect(shown("the page")).toBe("the page");
});

test("of words that occur twice the right ones are meant: those of a fact, or those that were typed", () => {
  expect(shown("02:30")).toBe("{{ window.effect }} (window.effect)");
  expect(shown("02:30", 1)).toBe("02:30");
});

test("words that go over a fact and what was typed are all of both", () => {
  expect(shown("stops Sat 28 Nov 2026, 02:00–04:00 GMT (UTC+0)")).toBe("stops {{ window.when }}");
});

test("what the draft does not show is nowhere", () => {
  expect(shown("Tuesday")).toBeNull();
  expect(shown("")).toBeNull();
});

test("a mend puts its words into the place of the typed ones", () => {
  const mend = { kind: "replace", label: "Add GMT", place: place("02:30", 1), replacement: "02:30 GMT" } as const;
  const here = mendHere(finding({ places: [place("02:30", 1)], mend }), { subject: "", body }, factOf, inNotice);
  if (here.edit === null) throw new Error("no edit");
  expect(mended({ subject: "", body }, here.edit).body).toContain("Back at 02:30 GMT.{% endif %}");
});

test("what comes from a fact is changed where the fact is stated", () => {
  const mend = { kind: "replace", label: "Add GMT", place: place("02:30"), replacement: "02:30 GMT" } as const;
  const here = mendHere(finding({ places: [place("02:30")], mend }), { subject: "", body }, factOf, inNotice);
  expect(here).toEqual({ edit: null, fact: { name: "window.effect", source: { kind: "field", field: "effect" } } });
});

test("what to do once it is over is stated in a field of its own", () => {
  const shown: FactLookUp = () => ({ kind: "value", text: "Sign in again." });
  const text = { subject: "", body: "{{ window.todo }}" };
  const about = finding({ places: [place("Sign in")] });
  const fieldAt = (stage: "announce" | "completed") => mendHere(about, text, shown, { ...inNotice, stage }).fact?.source;
  expect(fieldAt("announce")).toEqual({ kind: "field", field: "toDo" });
  expect(fieldAt("completed")).toEqual({ kind: "field", field: "toDoAfter" });
});

test("what readers must see first is put before all but a greeting", () => {
  const mend = { kind: "prepend", label: "Add", replacement: "**When:** {{ window.when }}" } as const;
  const withMend = (body: string): string => {
    const { edit } = mendHere(finding({ mend }), { subject: "", body }, factOf, inNotice);
    return edit === null ? "" : mended({ subject: "", body }, edit).body;
  };
  expect(withMend("Dear colleagues,\n\nThe portal stops.")).toBe(
    "Dear colleagues,\n\n**When:** {{ window.when }}\n\nThe portal stops.",
  );
  expect(withMend("The portal stops.")).toBe("**When:** {{ window.when }}\n\nThe portal stops.");
});

test("what is missing is added at the end, and what is taken out leaves no gap", () => {
  const draft = { subject: "", body: "Portal really stops.\n" };
  const append = { kind: "append", label: "Add", replacement: "Ask {{ contact.point }}" } as const;
  const added = mendHere(finding({ mend: append }), draft, factOf, inNotice);
  expect(added.edit && mended(draft, added.edit).body).toBe("Portal really stops.\n\nAsk {{ contact.point }}");
  const out = { kind: "replace", label: "Take it out", place: place("really"), replacement: "" } as const;
  const taken = mendHere(finding({ mend: out }), draft, factOf, inNotice);
  expect(taken.edit && mended(draft, taken.edit).body).toBe("Portal stops.\n");
});

test("each place is marked once, by the gravest finding, and what it disagrees with as a hint", () => {
  const findings = [
    finding({ places: [place("02:30", 1), place("Portal")] }),
    finding({ gravity: "warning", places: [place("02:30", 1)] }),
  ];
  const marks = marksIn("body", findings, body, factOf);
  expect(marks.map(({ from, to, gravity }) => [body.slice(from, to), gravity])).toEqual([
    ["02:30", "error"],
    ["Portal", "hint"],
  ]);
});

test("the same words that are as wrong elsewhere are marked as gravely there", () => {
  const marks = marksIn("body", [finding({ places: [place("02:30", 1)], alike: [place("Portal")] })], body, factOf);
  expect(marks.map(({ from, to, gravity }) => [body.slice(from, to), gravity])).toEqual([
    ["02:30", "error"],
    ["Portal", "error"],
  ]);
});

test("Forewarn's own words give way to others in one notice, and in a template only to a person's", () => {
  const own: FactLookUp = (name) =>
    name === "window.impact" ? { kind: "value", text: "slower than usual" } : { kind: "unknown" };
  const text = { subject: "", body: "It will be {{ window.impact }}." };
  const mend = { kind: "replace", label: "Write “less quick”", place: place("slower"), replacement: "less quick" } as const;
  const here = mendHere(finding({ places: [place("slower")], mend }), text, own, inNotice);
  expect(here.edit?.label).toBe("Write “less quick than usual”");
  expect(here.edit && mended(text, here.edit).body).toBe("It will be less quick than usual.");
  expect(mendHere(finding({ places: [place("slower")], mend }), text, own, { ...inNotice, isOneNotice: false })).toMatchObject({
    edit: null,
    fact: { name: "window.impact", source: { kind: "words" } },
  });
});

test("in a template nothing is written that is right for one window only", () => {
  const replace = (replacement: string, quote = "14:30") =>
    ({ kind: "replace", label: "Write it", place: place(quote), replacement }) as const;
  const mendOf = (check: string, replacement: string, quote?: string) =>
    mendOfTemplate(finding({ check, mend: replace(replacement, quote) }));
  expect(mendOf("timeWithoutZone", "14:30 GMT")).toBeNull();
  expect(mendOf("otherTime", "{{ window.when }}")?.replacement).toBe("{{ window.when }}");
  expect(mendOf("avoidedWords", "please")?.replacement).toBe("please");
  expect(mendOf("emptyVariable", "", "{{ window.goesOn }}")?.replacement).toBe(
    "{% if window.goesOn %}{{ window.goesOn }}{% endif %}",
  );
});
