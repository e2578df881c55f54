import { readFile } from "node:fs/promises";
import type { Download } from "@playwright/test";
import ICAL from "ical.js";
import { convertIcsCalendar } from "ts-ics";
import { violationsOf } from "./axe.ts";
import { expect, test } from "./desk.ts";
import type { Shell } from "./pages/shell.ts";

const resize = "Resize EKS nodes";

/** A supplier's maintenance notice, as machines write it. */
function notice(sequence: number, day: string, more: readonly string[] = []): { readonly name: string; readonly text: string } {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Carrier//EN",
    "BEGIN:VEVENT",
    "DTSTAMP:20261115T090000Z",
    "UID:cr-42@carrier.example",
    `SEQUENCE:${sequence}`,
    `DTSTART;TZID=Europe/London:202612${day}T220000`,
    `DTEND;TZID=Europe/London:202612${day}T233000`,
    "SUMMARY:Fibre works on the north ring",
    "ORGANIZER:mailto:noc@carrier.example",
    "X-MAINTNOTE-PROVIDER:Carrier",
    "X-MAINTNOTE-ACCOUNT:HIE",
    "X-MAINTNOTE-MAINTENANCE-ID;X-MAINTNOTE-PRECEDENCE=PRIMARY:CR-42",
    "X-MAINTNOTE-OBJECT-ID:Database",
    "X-MAINTNOTE-IMPACT:OUTAGE",
    ...more,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ];
  return { name: "carrier.ics", text: lines.join("\r\n") };
}

const title = "Fibre works on the north ring";

async function goToImport(shell: Shell): Promise<void> {
  const search = await shell.openPalette();
  await search.fill("import a calendar");
  await search.press("Enter");
  await expect(shell.title).toHaveText("Import a calendar");
  // It gives the focus back as it goes.
  await expect(search).toBeHidden();
}

function summariesOf(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((event) => String(event.getFirstPropertyValue("summary")));
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), "utf8");
}

const table = [
  "Task;Begin;End;Zone;Impact",
  "Switch swap;03/12/2026 22:00;03/12/2026 23:00;Europe/London;outage",
  "Disk swap;04/12/2026 22:00;04/12/2026 23:00;Mars/Phobos;outage",
  "In the gap;28/03/2027 01:30;28/03/2027 04:00;Europe/London;degraded",
].join("\n");

test("calendar files go out and come in: two parsers read ours, and of theirs a table and a bomb are told line by line", async ({
  desk: { shell, calendar, calendarImport, page },
}) => {
  await test.step("a window, and what the calendar shows, are saved as files that two parsers read", async () => {
    await shell.goTo("Calendar");
    await expect(calendar.window(resize)).toBeVisible();
    const save = page.getByRole("button", { name: "Save as calendar file" });
    await shell.tabTo(save);
    const [all] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(all.suggestedFilename()).toMatch(/^windows-2026-\d\d-\d\d-to-202\d-\d\d-\d\d\.ics$/u);
    expect(summariesOf(await textOf(all)).length).toBeGreaterThan(3);
    await calendar.window(resize).click();
    await expect(shell.title).toContainText(resize);
    const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
    expect(download.suggestedFilename()).toMatch(/^FW-2026-\d+\.ics$/u);
    const text = await textOf(download);
    expect(summariesOf(text)).toEqual([expect.stringContaining(resize)]);
    expect(convertIcsCalendar(undefined, text).events?.[0]?.summary).toContain(resize);
  });

  await test.step("a table is read, corrected and kept with the keyboard alone", async () => {
    await goToImport(shell);
    await shell.tabTo(calendarImport.openButton);
    await calendarImport.open({ name: "changes.csv", text: table }, () => page.keyboard.press("Enter"));
    await expect(calendarImport.row("Switch swap")).toContainText("3 Dec");
    await expect(calendarImport.problems).toContainText("Line 3: “Mars/Phobos” is not a time zone");
    await expect(calendarImport.row("In the gap")).toContainText("does not exist in Europe/London");
    expect(await violationsOf(page)).toEqual([]);

    await shell.tabTo(calendarImport.row("In the gap").getByRole("button").last());
    await page.keyboard.press("Enter");
    await expect(calendarImport.row("In the gap")).toContainText("Propose a window");
    await shell.tabTo(calendarImport.column("Title"));
    await page.keyboard.press("Home");
    await expect(calendarImport.row("Switch swap")).toHaveCount(0);
    await page.keyboard.press("ArrowDown");
    await expect(calendarImport.row("Switch swap")).toBeVisible();
    await shell.tabTo(calendarImport.keepButton("1 proposal"));
    await page.keyboard.press("Enter");
    await expect(calendarImport.proposal("Switch swap")).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await shell.tabTo(calendarImport.proposal("Switch swap").getByRole("button", { name: "Dismiss" }));
    await page.keyboard.press("Enter");
    await expect(calendarImport.proposal("Switch swap")).toHaveCount(0);
  });

  await test.step("a calendar bomb ends at its limit, and nothing is imported", async () => {
    await goToImport(shell);
    await calendarImport.open(notice(1, "05", ["RRULE:FREQ=DAILY;COUNT=1000000000"]));
    await expect(page.getByRole("alert")).toContainText("repeats more than 500 times");
    await expect(page.getByRole("alert")).toContainText("Nothing was changed");
    await expect(page.getByText("Nothing is proposed")).toBeVisible();
  });
});

test("a feed is made, fetched and removed, by mouse and by keyboard", async ({ desk: { shell, settings, page }, host }) => {
  test.skip(host.name !== "browser", "Electron opens no port: its feeds are files.");

  await test.step("a feed is made in the settings and fetched by its address alone", async () => {
    await shell.goTo("Settings");
    await settings.show("Calendar feeds");
    await page.getByRole("button", { name: "New feed" }).click();
    await page.getByLabel("Name").fill("All changes");
    await page.getByLabel("Also keep it as a file in the data folder").check();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Make the feed" }).click();
    const card = page.getByRole("article", { name: "All changes" });
    const address = (await card.getByText(/^http:\/\/127\.0\.0\.1/u).textContent()) ?? "";
    expect(await violationsOf(page)).toEqual([]);

    const answer = await fetch(address);
    const text = await answer.text();
    expect(summariesOf(text).join()).toContain(resize);
    expect(convertIcsCalendar(undefined, text).events?.length).toBe(summariesOf(text).length);
    const again = await fetch(address, { headers: { "if-none-match": answer.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
    const path = (await card.getByText(/feeds.*\.ics$/u).textContent()) ?? "";
    expect(summariesOf(await readFile(path, "utf8"))).toEqual(summariesOf(text));

    await page.reload();
    await expect(card).toBeVisible();
    await expect(card.getByText(/^http:/u)).toHaveCount(0);
    await card.getByRole("button", { name: "Remove…" }).click();
    await page.getByRole("button", { name: "Remove the feed" }).click();
    await expect(card).toHaveCount(0);
    expect((await fetch(address)).status).toBe(404);
  });

  await test.step("a feed is made and removed with the keyboard alone", async () => {
    await shell.refusePointer();
    await shell.goByPalette("Calendar feeds", "Settings");
    await shell.tabTo(page.getByRole("button", { name: "New feed" }));
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Name")).toBeFocused();
    await page.keyboard.type("Ours");
    await page.keyboard.press("Enter");
    const card = page.getByRole("article", { name: "Ours" });
    const address = (await card.getByText(/^http:\/\/127\.0\.0\.1/u).textContent()) ?? "";
    expect(summariesOf(await (await fetch(address)).text()).join()).toContain(resize);
    await shell.tabTo(card.getByRole("button", { name: "Remove…" }));
    await page.keyboard.press("Enter");
    await shell.tabTo(page.getByRole("button", { name: "Remove the feed" }));
    await page.keyboard.press("Enter");
    await expect(card).toHaveCount(0);
  });
});

test("a supplier's notice is planned, moved and cancelled, each by a person", async ({
  desk: { shell, calendarImport, windowForm, page },
}) => {
  await goToImport(shell);
  await calendarImport.open(notice(1, "05"));
  await expect(calendarImport.row(title)).toContainText("Propose a window");
  await calendarImport.keep("1 proposal");
  await shell.goTo("Today");
  const needsYou = page.getByRole("region", { name: "Needs you" });
  await needsYou.getByRole("button", { name: /^Show all/u }).click();
  await needsYou.getByRole("link", { name: "Decide" }).click();
  await calendarImport.proposal(title).getByRole("link", { name: "Open in the form" }).click();
  await expect(windowForm.time("Start").date).toHaveValue("2026-12-05");
  await page.getByRole("combobox", { name: "Change type" }).click();
  await page
    .getByRole("option", { name: /infrastructure/iu })
    .first()
    .click();
  await page.getByRole("button", { name: "Save and see the plan" }).click();
  await expect(page.getByText(/5 Dec/u).first()).toBeVisible();
  await expect(shell.title).toContainText(title);

  await goToImport(shell);
  await expect(page.getByText("Nothing is proposed")).toBeVisible();
  await calendarImport.open(notice(1, "06"));
  await expect(calendarImport.row(title)).toContainText("This was imported before. Nothing changes.");
  await calendarImport.open(notice(2, "06"));
  await calendarImport.keep("1 proposal");
  await calendarImport.proposal(title).getByRole("button", { name: "Move the window…" }).click();
  await shell.giveReason("Why, as readers will be told (Carrier said so) (optional)", "The carrier moved it.", "Move the window");
  await expect(shell.title).toContainText(title);
  await expect(page.getByText(/6 Dec/u).first()).toBeVisible();

  await goToImport(shell);
  await calendarImport.open(notice(3, "06", ["STATUS:CANCELLED"]));
  await calendarImport.keep("1 proposal");
  await calendarImport.proposal(title).getByRole("button", { name: "Cancel the window…" }).click();
  await shell.giveReason(
    "Why, as readers will be told (Carrier said so) (optional)",
    "The carrier cancelled it.",
    "Cancel the window",
  );
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  await shell.goTo("Today");
  await expect(page.getByRole("link", { name: "Decide" })).toHaveCount(0);
});
