import { afterAll, beforeAll, expect, test } from "vitest";
import { template as templateSchema } from "../../../src/contract/schemas/template.ts";
import type { OfferedTemplate } from "../../../src/core/app/templates/template-copies.ts";
import { voices } from "../../../src/core/domain/directory.ts";
import { exampleKeys } from "../../../src/core/domain/example-windows.ts";
import { stages } from "../../../src/core/domain/matrix.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let desk: TestApp;
const announce = { stage: "announce", voice: "customer" } as const;
const own = { ...announce, subject: "Our words: {{ window.title }}", body: "{{ window.when }}\n\n{{ window.effect }}" };

beforeAll(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
});
afterAll(() => desk.close());

const entry = () => desk.app.templates.all().find(({ stage, voice }) => stage === "announce" && voice === "customer");
const versions = () =>
  desk.app.templates.versions("announce", "customer").map(({ number, way, detail, who }) => `${number} ${way} ${detail} ${who}`);

test("every save is a version with who and when, a restored one is a new version, and a reset keeps them all", async () => {
  expect(entry()).toMatchObject({ isDefault: true, changed: null });
  granted(desk.app.templates.save(own));
  await desk.pass(60_000);
  granted(desk.app.templates.save({ ...own, subject: "Second words" }));
  granted(desk.app.templates.restore("announce", "customer", 1));
  expect(entry()).toMatchObject({ isDefault: false, subject: own.subject, changed: { at: desk.now() } });
  granted(desk.app.templates.reset("announce", "customer"));
  expect(versions()).toEqual([
    "4 reset  Release coordinator",
    "3 restored 1 Release coordinator",
    "2 saved  Release coordinator",
    "1 saved  Release coordinator",
  ]);
  expect(entry()).toMatchObject({ isDefault: true, subject: entry()?.standard.subject });
  expect(desk.app.templates.restore("announce", "customer", 9)).toMatchObject({ ok: false, refusal: { code: "notFound" } });
  await desk.reopen();
  expect(versions()).toHaveLength(4);
});

test("a text that does not parse is refused at its line, and the last good one goes on being used", async () => {
  granted(desk.app.templates.save(own));
  for (const [body, line, words] of [
    ["One\n{% if window.reason %}\nTwo", 2, /never closed/u],
    ["One\nTwo\n{{ window.reason | shout }}", 3, /“shout”/u],
    ["{% for i in (1..9999999) %}{% for j in (1..9999999) %}x{% endfor %}{% endfor %}", 1, /too much/u],
  ] as const) {
    const answer = desk.app.templates.save({ ...own, body });
    expect(answer).toMatchObject({ ok: false, refusal: { field: "body", message: expect.stringContaining(`Line ${line}`) } });
    const { problems } = await desk.app.templates.preview("announce", "customer", { ...own, body }, ordinary, null);
    expect(problems).toContainEqual({ kind: "syntax", part: "body", line, message: expect.stringMatching(words) });
  }
  expect(entry()?.body).toBe(own.body);
  expect(templateSchema.safeParse({ ...own, body: "x".repeat(1_000_000) }).error?.issues[0]?.message).toContain("20,000");
});

const ordinary = { kind: "example", key: "ordinary" } as const;

test("the default templates are shown whole at the example windows, to each of their readers", async () => {
  // A different window for each neighbour: all pairs would take two seconds.
  for (const [index, { stage, voice, standard }] of desk.app.templates.all().entries()) {
    const key = exampleKeys[index % exampleKeys.length] ?? "ordinary";
    const preview = await desk.app.templates.preview(stage, voice, standard, { kind: "example", key }, null);
    const place = `${stage}, ${voice}, ${key}`;
    expect(preview.problems, place).toEqual([]);
    expect(preview.readers.length, place).toBe(key === "threeZones" ? 3 : 1);
  }
  const { readers } = await desk.app.templates.preview("announce", "customer", own, { kind: "example", key: "threeZones" }, null);
  const last = readers.at(-1)?.key ?? "";
  const shown = await desk.app.templates.preview("announce", "customer", own, { kind: "example", key: "threeZones" }, last);
  expect(shown.messages.manual.text).toContain("UTC+5:30");
});

test("any window of the workspace is shown as it would stand at the stage, and what is made up is said", async () => {
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 3 * 1440, 120)));
  const at = async (stage: (typeof stages)[number]) =>
    await desk.app.templates.preview(
      stage,
      "customer",
      { subject: "{{ window.endedAt }}", body: "x" },
      { kind: "window", id },
      null,
    );
  expect((await at("announce")).about).toMatchObject({ title: "Resize the cluster's nodes", imagined: null });
  const completed = await at("completed");
  expect(completed.about.imagined).toContain("As if");
  expect(completed.problems).toEqual([]);
  for (const stage of stages)
    for (const voice of voices) {
      const standard = desk.app.templates.all().find((one) => one.stage === stage && one.voice === voice)?.standard;
      if (standard === undefined) throw new Error("no template");
      const { problems } = await desk.app.templates.preview(stage, voice, standard, { kind: "window", id }, null);
      expect(problems, `${stage}, ${voice}`).toEqual([]);
    }
});

test("the rules that use a template are those of its stage whose audience has its voice", () => {
  const using = desk.app.templates.usedBy("announce", "customer");
  const { audiences } = desk.app.directory.all();
  const ids = desk.app.matrix
    .rules()
    .filter(
      ({ stage, audienceId }) => stage === "announce" && audiences.find(({ id }) => id === audienceId)?.voice === "customer",
    )
    .map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(0);
  expect(using.map(({ id }) => id)).toEqual(ids);
  expect(entry()?.rules).toBe(ids.length);
});

test("a copy goes to another workspace as a file, is compared there first, and is refused where it can't be taken", async () => {
  const { text, name, templates } = desk.app.templates.copyOut([]);
  expect([name, templates]).toEqual(["hie-platform-template-announce-customer.json", 1]);
  const other = await openTestApp();
  await makeExampleWorkspace(other);
  const read = (copy: string) => granted(other.app.templates.readCopy(copy)).templates;
  expect(read(text)).toMatchObject([{ kind: "differs", template: own, notes: [] }]);
  granted(other.app.templates.takeCopy(text, name, [announce]));
  expect(read(text)).toMatchObject([{ kind: "same" }]);
  expect(other.app.templates.versions("announce", "customer")).toMatchObject([{ number: 1, way: "imported", detail: name }]);

  const file = JSON.parse(text);
  const withTemplates = (...list: readonly object[]): string => JSON.stringify({ ...file, templates: list });
  const spoilt = withTemplates(
    { ...announce, subject: "Hidden\u202Ewords", body: ["a\u200Bb {{ window.nothing }}"] },
    { ...announce, subject: "Again", body: ["b"] },
    { stage: "reminder", voice: "customer", subject: "x", body: ["one", "{% if window.reason %}"] },
    { stage: "later", voice: "customer", subject: "x", body: ["b"] },
    { stage: "start", voice: "customer", subject: "x", body: "y".repeat(20_001) },
  );
  const offered = read(spoilt);
  expect(offered[0]).toMatchObject({ kind: "differs", template: { subject: "Hiddenwords", body: "ab {{ window.nothing }}" } });
  expect(notesOf(offered[0])).toMatch(/window\.nothing.*2 characters/su);
  const refused = offered.slice(1).map((one) => (one.kind === "refused" ? one.reason : one.kind));
  expect(refused).toEqual([
    expect.stringContaining("twice"),
    expect.stringContaining("Line 2"),
    expect.stringContaining("stage"),
    expect.stringContaining("20,000"),
  ]);
  // All or none: what can't be taken leaves the others as they were.
  const answer = other.app.templates.takeCopy(spoilt, "x.json", [announce, { stage: "reminder", voice: "customer" }]);
  expect(answer).toMatchObject({ ok: false, refusal: { message: expect.stringContaining("Nothing was taken over") } });
  expect(read(text)).toMatchObject([{ kind: "same" }]);
  const before = other.app.templates.all();
  for (const [bad, words] of [
    ["", /is empty/u],
    ["{}", /not a copy of templates/u],
    ["[1]", /not a copy of templates/u],
    ["\u0089PNG\r\n\0", /not a copy of templates/u],
    [text.slice(0, -40), /cut off or damaged/u],
    [JSON.stringify({ ...file, version: 2 }), /newer Forewarn/u],
    [JSON.stringify({ ...file, version: undefined }), /does not say which Forewarn/u],
    [withTemplates(), /no templates in this file/u],
    ["x".repeat(2_000_001), /longer than 2 million characters/u],
  ] as const) {
    const answer = other.app.templates.readCopy(bad);
    const said = answer.ok ? "" : answer.refusal.message;
    expect(said).toMatch(words);
    expect(said).toContain("Nothing was taken over");
  }
  expect(other.app.templates.all()).toEqual(before);
  await other.close();
});

function notesOf(offered: OfferedTemplate | undefined): string {
  return offered === undefined || offered.kind === "refused" ? "" : offered.notes.join("\n");
}
