import { expect, onTestFinished, test } from "vitest";
import type { ImportedFile, ImportPreview } from "../../../src/core/app/calendar/calendar-import.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

async function anApp(): Promise<TestApp> {
  const test = await openTestApp();
  onTestFinished(() => test.close());
  await makeExampleWorkspace(test);
  return test;
}

function aFile(text: string, changes: Partial<ImportedFile> = {}): ImportedFile {
  return { name: "supplier.ics", text, mapping: null, dates: null, answers: [], ...changes };
}

function calendar(...lines: readonly string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Supplier//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

function notice(changes: Readonly<Record<string, string | null>> = {}): string[] {
  const all: Record<string, string | null> = {
    DTSTAMP: "20261120T090000Z",
    UID: "42@carrier.example",
    SEQUENCE: "1",
    "DTSTART;TZID=Europe/London": "20261205T220000",
    "DTEND;TZID=Europe/London": "20261206T020000",
    SUMMARY: "Fibre works\\, north ring",
    ORGANIZER: "mailto:noc@carrier.example",
    "X-MAINTNOTE-PROVIDER": "Carrier",
    "X-MAINTNOTE-MAINTENANCE-ID;X-MAINTNOTE-PRECEDENCE=PRIMARY": "CR-42",
    "X-MAINTNOTE-OBJECT-ID": "Circuit 7",
    "X-MAINTNOTE-IMPACT": "OUTAGE",
    ...changes,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}:${value}`]));
  return ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
}

async function preview(test: TestApp, file: ImportedFile): Promise<ImportPreview> {
  return granted(await test.app.calendarImport.read(file));
}

async function keepAll(test: TestApp, file: ImportedFile): Promise<void> {
  const { rows } = await preview(test, file);
  granted(
    await test.app.calendarImport.keep(
      file,
      rows.map(({ key }) => key),
    ),
  );
}

const windowCount = (test: TestApp): number => test.app.windows.find("").length;

test("a supplier's notice is read with its fields, and becomes a proposal, never an act", async () => {
  const test = await anApp();
  const before = windowCount(test);
  const file = aFile(calendar(...notice()));
  const { rows, problems } = await preview(test, file);
  expect(problems).toEqual([]);
  expect(rows).toMatchObject([
    {
      title: "Fibre works, north ring",
      provider: "Carrier",
      impact: "outage",
      times: { startAt: Date.UTC(2026, 11, 5, 22), endAt: Date.UTC(2026, 11, 6, 2), zone: "Europe/London" },
      becomes: { kind: "add" },
    },
  ]);
  expect(test.app.calendarImport.open()).toEqual([]);
  await keepAll(test, file);
  expect(test.app.calendarImport.open()).toMatchObject([
    {
      asks: "add",
      uid: "42@carrier.example",
      says: { reference: "CR-42", objects: ["Circuit 7"], organizer: "noc@carrier.example" },
    },
  ]);
  expect(windowCount(test)).toBe(before);
});

test("a proposal is planned once, moved by a higher number, and cancelled only by a person", async () => {
  const test = await anApp();
  const service = test.app.directory.all().services[0];
  await keepAll(test, aFile(calendar(...notice({ "X-MAINTNOTE-OBJECT-ID": service?.name ?? "" }))));
  const [proposal] = test.app.calendarImport.open();
  const draft = granted(test.app.calendarImport.draft(proposal?.id ?? ""));
  expect(draft).toMatchObject({ serviceIds: [service?.id], start: { wall: "2026-12-05T22:00" }, impact: "outage" });
  const changeTypeId = test.app.directory.all().changeTypes[0]?.id ?? "";
  const { id } = granted(await test.app.windows.create({ ...draft, changeTypeId }, proposal?.id ?? null));
  expect(test.app.calendarImport.open()).toEqual([]);
  expect(await test.app.windows.create({ ...draft, changeTypeId }, proposal?.id ?? null)).toMatchObject({ ok: false });
  expect((await test.app.calendarImport.take(proposal?.id ?? "", "")).ok).toBe(false);

  const later = aFile(
    calendar(
      ...notice({
        SEQUENCE: "3",
        "DTSTART;TZID=Europe/London": "20261206T220000",
        "DTEND;TZID=Europe/London": "20261207T020000",
      }),
    ),
  );
  await keepAll(test, later);
  const [change] = test.app.calendarImport.open();
  expect(change).toMatchObject({ asks: "change", window: { id } });
  expect(granted(test.app.windows.get(id)).window.start.wall).toBe("2026-12-05T22:00");
  granted(await test.app.calendarImport.take(change?.id ?? "", "The carrier moved it."));
  expect(granted(test.app.windows.get(id)).window.start.wall).toBe("2026-12-06T22:00");

  const lower = await preview(test, aFile(calendar(...notice({ SEQUENCE: "2" }))));
  expect(lower.rows[0]?.becomes).toEqual({
    kind: "known",
    why: expect.stringContaining("number 3, and this one is 2. It is ignored."),
  });
  const equal = await preview(test, later);
  expect(equal.rows[0]?.becomes).toMatchObject({ kind: "known" });

  await keepAll(test, aFile(calendar(...notice({ SEQUENCE: "4", STATUS: "CANCELLED" }))));
  expect(granted(test.app.windows.get(id)).phase).toBe("upcoming");
  const [cancel] = test.app.calendarImport.open();
  expect(cancel).toMatchObject({ asks: "cancel", window: { id } });
  granted(await test.app.calendarImport.take(cancel?.id ?? "", "The carrier cancelled it."));
  expect(granted(test.app.windows.get(id)).phase).toBe("cancelled");
});

test("another sender is not trusted with a UID that somebody else spoke under", async () => {
  const test = await anApp();
  await keepAll(test, aFile(calendar(...notice())));
  for (const changes of [{ "X-MAINTNOTE-PROVIDER": "Somebody" }, { ORGANIZER: "mailto:else@example.org" }]) {
    const { rows } = await preview(test, aFile(calendar(...notice({ SEQUENCE: "9", STATUS: "CANCELLED", ...changes }))));
    expect(rows[0]?.becomes).toEqual({ kind: "known", why: expect.stringContaining("not trusted") });
  }
});

test("our own file changes nothing when it comes back", async () => {
  const test = await anApp();
  const { id } = granted(await test.app.windows.create(draftIn(test, 3 * 24 * 60, 60)));
  const { text } = granted(test.app.calendarFiles.ofWindows([id]));
  const { rows } = await preview(test, aFile(text));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.becomes).toEqual({ kind: "known", why: expect.stringContaining("your own window") });
  const refused = await test.app.calendarImport.keep(aFile(text), [rows[0]?.key ?? ""]);
  expect(refused).toMatchObject({ ok: false, refusal: { message: expect.stringContaining("Nothing of the file was kept") } });
});

test("a series is told occurrence by occurrence, by the clock, with its exceptions", async () => {
  const test = await anApp();
  const series = notice({
    RRULE: "FREQ=WEEKLY;COUNT=4",
    "DTSTART;TZID=Europe/London": "20270314T010000",
    "DTEND;TZID=Europe/London": "20270314T030000",
    "EXDATE;TZID=Europe/London": "20270321T010000",
  });
  const moved = notice({
    "RECURRENCE-ID;TZID=Europe/London": "20270404T010000",
    "DTSTART;TZID=Europe/London": "20270405T050000",
    "DTEND;TZID=Europe/London": "20270405T060000",
    SUMMARY: "Moved",
  });
  const { rows } = await preview(test, aFile(calendar(...series, ...moved)));
  expect(rows.map(({ title, times, becomes }) => [title, times?.startAt ?? becomes.kind])).toEqual([
    ["Fibre works, north ring", Date.UTC(2027, 2, 14, 1)],
    // The clocks go forward that night.
    ["Fibre works, north ring", "asks"],
    ["Moved", Date.UTC(2027, 3, 5, 4)],
  ]);
});

test("a time that clocks skip or show twice is asked about, and the answer is kept", async () => {
  const test = await anApp();
  const file = aFile(
    calendar(...notice({ "DTSTART;TZID=Europe/London": "20271031T013000", "DTEND;TZID=Europe/London": "20271031T040000" })),
  );
  const asked = await preview(test, file);
  expect(asked.rows[0]?.becomes).toMatchObject({
    kind: "asks",
    field: "start",
    choices: [{ answer: "earlier" }, { answer: "later" }],
  });
  const key = asked.rows[0]?.key ?? "";
  expect((await test.app.calendarImport.keep(file, [key])).ok).toBe(false);
  const answered = aFile(file.text, { answers: [{ key, field: "start", answer: "later" }] });
  const { rows } = await preview(test, answered);
  expect(rows[0]?.times?.startAt).toBe(Date.UTC(2027, 9, 31, 1, 30));
});

test("an unknown zone and a broken entry are named by their lines, and the others stay whole", async () => {
  const test = await anApp();
  const foreign = { "DTSTART;TZID=Europe/London": null, "DTEND;TZID=Europe/London": null };
  const { rows, problems } = await preview(
    test,
    aFile(
      calendar(
        ...notice({
          UID: "a",
          ...foreign,
          "DTSTART;TZID=Mars/Phobos": "20261205T220000",
          "DTEND;TZID=Mars/Phobos": "20261206T020000",
        }),
        ...notice({ UID: "b", ...foreign, DTSTART: "yesterday" }),
        ...notice({ UID: "c", ...foreign, "DTSTART;TZID=GMT Standard Time": "20261205T220000", DURATION: "PT2H" }),
      ),
    ),
  );
  expect(rows.map(({ line, becomes }) => [line, becomes.kind])).toEqual([
    [14, "broken"],
    [expect.any(Number), "add"],
  ]);
  expect(rows[0]?.becomes).toMatchObject({ message: expect.stringContaining("“Mars/Phobos” is not a time zone") });
  expect(rows[1]?.times).toMatchObject({ zone: "Europe/London", endAt: Date.UTC(2026, 11, 6, 0) });
  expect(problems).toHaveLength(1);
  expect(problems[0]?.line).toBeGreaterThan(15);
});

const table = [
  "Impact;Ends;What;Date;Time;Time zone;Ref",
  "outage;04:00;Switch swap;28/11/2026;02:00;Europe/London;A-1",
  "degraded;01:00;Over midnight;29/11/2026;23:00;Europe/London;A-2",
  "loud;04:00;No impact word;28/11/2026;02:00;Europe/London;A-3",
  "outage;04:00;Nowhere;28/11/2026;02:00;Mars/Phobos;A-4",
  "outage;04:00;;28/11/2026;02:00;Europe/London;A-5",
  "outage;04:00;Gap;28/03/2027;01:30;Europe/London;A-6",
  "outage;04:00",
].join("\r\n");

test("a table is read by its header in any order, and a broken row is named by its line", async () => {
  const test = await anApp();
  const file = aFile(table, { name: "changes.csv" });
  const { rows, problems, table: how } = await preview(test, file);
  expect(how).toMatchObject({
    dates: "dayFirst",
    asksDates: false,
    mapping: { impact: 0, end: 1, title: 2, start: 3, startTime: 4, zone: 5, reference: 6 },
  });
  expect(rows.map(({ line, title, becomes }) => [line, title, becomes.kind])).toEqual([
    [2, "Switch swap", "add"],
    [3, "Over midnight", "add"],
    [7, "Gap", "asks"],
  ]);
  expect(rows[1]?.times).toMatchObject({ startAt: Date.UTC(2026, 10, 29, 23), endAt: Date.UTC(2026, 10, 30, 1) });
  expect(problems.map(({ line }) => line)).toEqual([4, 5, 6, 8]);
  granted(await test.app.calendarImport.keep(file, ["2", "3"]));
  expect(test.app.calendarImport.open()).toHaveLength(2);
  const again = await preview(test, file);
  expect(again.rows.map(({ becomes }) => becomes.kind)).toEqual(["known", "known", "asks"]);
});

test("a table's dates that can be read in two ways are asked about", async () => {
  const test = await anApp();
  const text = "Title,Start,End\nSwap,03/04/2027 02:00,03/04/2027 04:00\n";
  const asked = await preview(test, aFile(text, { name: "a.csv" }));
  expect(asked.table?.asksDates).toBe(true);
  expect(asked.rows).toEqual([]);
  const dayFirst = await preview(test, aFile(text, { name: "a.csv", dates: "dayFirst" }));
  expect(dayFirst.rows[0]).toMatchObject({ isZoneTaken: true, times: { startAt: Date.UTC(2027, 3, 3, 1) } });
  const monthFirst = await preview(test, aFile(text, { name: "a.csv", dates: "monthFirst" }));
  expect(monthFirst.rows[0]?.times?.startAt).toBe(Date.UTC(2027, 2, 4, 2));
});

test("a file that goes beyond its limits imports nothing, and the message says which limit", async () => {
  const test = await anApp();
  const bomb = aFile(calendar(...notice({ UID: "fine" }), ...notice({ RRULE: "FREQ=DAILY;COUNT=1000000000" })));
  const refused = { ok: false, refusal: { message: expect.stringMatching(/repeats more than 500 times.*Nothing was changed/u) } };
  expect(await test.app.calendarImport.read(bomb)).toMatchObject(refused);
  expect(await test.app.calendarImport.keep(bomb, ["4"])).toMatchObject(refused);
  expect(test.app.calendarImport.open()).toEqual([]);
});

test("rows are kept all or none", async () => {
  const test = await anApp();
  const refused = await test.app.calendarImport.keep(aFile(table, { name: "changes.csv" }), ["2", "7"]);
  expect(refused).toMatchObject({
    ok: false,
    refusal: { message: expect.stringMatching(/^Line 7: .*Nothing of the file was kept/u) },
  });
  expect(test.app.calendarImport.open()).toEqual([]);
});

test("what was dismissed is gone, and a later word of the same sender asks anew", async () => {
  const test = await anApp();
  await keepAll(test, aFile(calendar(...notice())));
  const [first] = test.app.calendarImport.open();
  granted(test.app.calendarImport.dismiss(first?.id ?? ""));
  expect(test.app.calendarImport.open()).toEqual([]);
  await keepAll(test, aFile(calendar(...notice({ SEQUENCE: "2" }))));
  expect(test.app.calendarImport.open()).toMatchObject([{ asks: "add", sequence: 2 }]);
  // Cancelled before anybody planned it: a person is told, and nothing is there to cancel.
  await keepAll(test, aFile(calendar(...notice({ SEQUENCE: "3" }), "METHOD:CANCEL")));
  const [cancel] = test.app.calendarImport.open();
  expect(cancel).toMatchObject({ asks: "cancel", window: null });
  expect((await test.app.calendarImport.take(cancel?.id ?? "", "")).ok).toBe(false);
});

test.each(["series", "phases"] as const)("a proposal that is planned as %s is decided with it", async (kind) => {
  const test = await anApp();
  await keepAll(test, aFile(calendar(...notice())));
  const [proposal] = test.app.calendarImport.open();
  const proposalId = proposal?.id ?? "";
  const changeTypeId = test.app.directory.all().changeTypes[0]?.id ?? "";
  const draft = {
    ...granted(test.app.calendarImport.draft(proposalId)),
    changeTypeId,
    serviceIds: [test.app.directory.all().services[0]?.id ?? ""],
  };
  const second = {
    title: "",
    start: { wall: "2026-12-07T22:00", occurrence: null },
    end: { wall: "2026-12-07T23:00", occurrence: null },
  };
  const plan = () =>
    kind === "series"
      ? test.app.series.create(draft, "FREQ=WEEKLY;COUNT=3", [], proposalId)
      : test.app.phases.create(draft, [second], proposalId);
  const { id } = granted(await plan());
  expect(test.app.calendarImport.open()).toEqual([]);
  expect(test.app.today.view().proposals).toEqual([]);
  expect(await plan()).toMatchObject({ ok: false, refusal: { message: expect.stringContaining("decided already") } });
  await keepAll(test, aFile(calendar(...notice({ SEQUENCE: "3", STATUS: "CANCELLED" }))));
  expect(test.app.calendarImport.open()).toMatchObject([{ asks: "cancel", window: { id } }]);
});
