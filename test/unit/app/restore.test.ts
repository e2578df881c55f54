import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hour, minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
});
afterEach(() => desk.close());

/** A window whose announcements are approved for when they are due, or at once. */
async function announced(send: "now" | "whenDue"): Promise<string> {
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 7 * 24 * 60, 120)));
  for (const notice of granted(desk.app.windows.get(id)).notices.filter(({ stage }) => stage === "announce")) {
    const { draft } = granted(desk.app.notices.compose(notice.id));
    const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
    granted(await desk.app.notices.approve(notice.id, draft, send, findings.map(findingKey), []));
  }
  return id;
}

const statesOf = (windowId: string): string[] =>
  granted(desk.app.windows.get(windowId)).deliveries.map(({ state }) => state.kind);

async function until(isSo: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 600 && !isSo(); attempt += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).toBe(true);
}

test("restoring puts back what was, pauses sending, doubts everything unsent, keeps the present file, and needs no restart", async () => {
  const before = desk.app;
  const waiting = await announced("now");
  expect(statesOf(waiting)).toContain("approved");
  const { name } = granted(await desk.app.backups.make());
  await desk.pass(11_000);
  expect(new Set(statesOf(waiting)).has("accepted")).toBe(true);
  const later = granted(await desk.app.windows.create(draftIn(desk, 9 * 24 * 60, 60))).id;
  const told: string[] = [];
  const stop = before.changes.subscribe(({ topic }) => told.push(topic));

  const { unknown } = granted(await desk.app.backups.restore(name));
  stop();
  expect(told).toContain("workspace");
  expect(desk.app).not.toBe(before);
  expect(desk.app.windows.get(later).ok).toBe(false);
  expect(new Set(statesOf(waiting))).toEqual(new Set(["unknown"]));
  expect(desk.app.outbox.view().counts.unknown).toBe(unknown);
  expect(desk.app.workspaces.view().sending.pauses).toMatchObject([{ kind: "restored" }]);
  expect(desk.app.backups.view().backups.map(({ why }) => why)).toContain("restore");
  expect(desk.app.outbox.practiceMailbox().filter(({ windowId }) => windowId === waiting)).toHaveLength(0);

  // Nothing leaves by itself, however long it takes, until a person lets sending go on and decides each.
  await desk.pass(3 * minute);
  expect(new Set(statesOf(waiting))).toEqual(new Set(["unknown"]));
  granted(desk.app.outbox.resume("restored", "Looked at all of them"));
  await desk.pass(3 * minute);
  expect(desk.app.outbox.practiceMailbox().filter(({ windowId }) => windowId === waiting)).toHaveLength(0);
  const doubtful = desk.app.outbox.view().needsDecision.find(({ windowId }) => windowId === waiting);
  granted(desk.app.outbox.decide(doubtful?.id ?? "", "sendAgain", "It is not there"));
  await desk.pass(minute);
  expect(desk.app.outbox.practiceMailbox().filter(({ windowId }) => windowId === waiting)).toHaveLength(1);

  // And back again: the file as it was before the restore is a backup like any other.
  const kept = desk.app.backups.view().backups.find(({ why }) => why === "restore");
  granted(await desk.app.backups.restore(kept?.name ?? ""));
  expect(desk.app.windows.get(later).ok).toBe(true);
  expect(new Set(statesOf(waiting)).has("accepted")).toBe(true);
});

test("the application of the old file answers with a refusal, and undo does not reach over a restore", async () => {
  const before = desk.app;
  const { name } = granted(await desk.app.backups.make());
  granted(await desk.app.backups.restore(name));
  expect(() => before.workspaces.view()).toThrow("was just replaced by a backup");
  expect(readdirSync(desk.folder).filter((file) => file.includes("restoring"))).toEqual([]);
});

test("a backup that is damaged by now is refused, and the workspace goes on as it was", async () => {
  const backup = granted(await desk.app.backups.make());
  writeFileSync(backup.path, "Spoilt. ".repeat(10_000));
  const refused = await desk.app.backups.restore(backup.name);
  expect(refused).toMatchObject({ ok: false, refusal: { message: expect.stringContaining("as it was") } });
  expect(await desk.app.backups.restore("no-such.forewarn")).toMatchObject({ ok: false });
  const id = await announced("now");
  await desk.pass(11_000);
  expect(statesOf(id)).toContain("accepted");
  expect(statesOf(id)).not.toContain("approved");
});

test("an hour with a change in it brings a backup by itself, an hour without brings none", async () => {
  await desk.close();
  desk = await openTestApp();
  const coordinator = { name: "Release coordinator", email: "coordinator@example.org" };
  granted(await desk.app.workspaces.create({ name: "Blank", zone: "UTC", exampleId: null, coordinator }));
  const workspace = () => desk.app.workspaces.view().workspace ?? expect.fail();
  const hourly = () => desk.app.backups.view().backups.filter(({ why }) => why === "hourly").length;
  await desk.pass(minute);
  await until(() => hourly() === 1);
  await desk.pass(59 * minute);
  expect(hourly()).toBe(1);
  granted(await desk.app.workspaces.update({ ...workspace(), name: "Changed" }));
  await desk.pass(2 * minute);
  await until(() => hourly() === 2);
  await desk.pass(61 * minute);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(hourly()).toBe(2);
});

test("a backup that can't be made is told, tried again later, and holds up nothing that is sent", async () => {
  const folder = join(desk.folder, "backups");
  writeFileSync(folder, "A file where the folder should be");
  await desk.pass(minute);
  await until(() => desk.app.backups.view().trouble !== null);
  const id = await announced("now");
  await desk.pass(11_000);
  expect(statesOf(id)).toContain("accepted");
  expect(statesOf(id)).not.toContain("approved");
  rmSync(folder);
  await desk.pass(6 * minute);
  await until(() => desk.app.backups.view().trouble === null && existsSync(folder));
});

test("a file damaged at start is set aside; its newest backup is shown to read, and continued with by a person's word", async () => {
  const id = await announced("whenDue");
  granted(await desk.app.backups.make());
  await desk.reopen(() => writeFileSync(join(desk.folder, "workspace.forewarn"), "Spoilt. ".repeat(10_000)));
  const { setAside, readOnly, workspace } = desk.app.workspaces.view();
  expect(workspace?.name).toBe("HIE platform");
  expect(readOnly?.reason).toContain("damaged");
  expect(existsSync(setAside?.setAsideTo ?? "")).toBe(true);
  expect((await desk.app.windows.create(draftIn(desk, 60, 60))).ok).toBe(false);
  await desk.pass(hour);

  granted(await desk.app.backups.restore(setAside?.newestBackup?.name ?? ""));
  const view = desk.app.workspaces.view();
  expect(view.setAside).toBeNull();
  expect(view.readOnly).toBeNull();
  expect(view.sending.pauses).toMatchObject([{ kind: "restored" }]);
  expect(new Set(statesOf(id))).toEqual(new Set(["unknown"]));
  await desk.reopen();
  expect(desk.app.workspaces.view().setAside).toBeNull();
});

test("without a backup nothing is made silently: a person types that it starts empty", async () => {
  await desk.reopen(() => writeFileSync(join(desk.folder, "workspace.forewarn"), "Spoilt. ".repeat(10_000)));
  expect(desk.app.workspaces.view()).toMatchObject({ workspace: null, setAside: { newestBackup: null } });
  expect(
    (await desk.app.workspaces.create({ name: "N", zone: "UTC", exampleId: null, coordinator: { name: "C", email: "" } })).ok,
  ).toBe(false);
  expect(await desk.app.backups.startEmpty("yes")).toMatchObject({ ok: false, refusal: { field: "word" } });
  expect(desk.app.workspaces.view().setAside).not.toBeNull();
  granted(await desk.app.backups.startEmpty("Start empty"));
  expect(desk.app.workspaces.view()).toMatchObject({ workspace: null, setAside: null, readOnly: null });
  await makeExampleWorkspace(desk);
});

test("a whole workspace is never started anew", async () => {
  expect((await desk.app.backups.startEmpty("start empty")).ok).toBe(false);
  expect(desk.app.workspaces.view().workspace?.name).toBe("HIE platform");
});

test("no entry of a calendar goes back when a backup takes the file's place, whatever was told since it was made", async () => {
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 7 * 24 * 60, 120)));
  const rule = "FREQ=WEEKLY;COUNT=3";
  const series = granted(await desk.app.series.create(draftIn(desk, 10 * 24 * 60, 60), rule, []));
  const fileOf = (windowId: string): string => granted(desk.app.calendarFiles.ofWindows([windowId])).text;
  const number = (windowId: string): number => Number(/^SEQUENCE:(\d+)/mu.exec(fileOf(windowId))?.[1]);
  const { name } = granted(await desk.app.backups.make());
  for (const [index, days] of [8, 9, 10, 11].entries()) {
    await desk.pass(2 * minute);
    const { start, end } = draftIn(desk, days * 24 * 60, 120);
    granted(await desk.app.windows.move(id, index + 1, start, end, ""));
  }
  const told = number(id);
  const ofSeries = number(series.id);
  granted(await desk.app.backups.restore(name));
  expect(number(id)).toBeGreaterThan(told);
  expect(number(series.id)).toBeGreaterThan(ofSeries);
  const restored = number(id);
  const { start, end } = draftIn(desk, 12 * 24 * 60, 120);
  granted(await desk.app.windows.move(id, 1, start, end, ""));
  expect(number(id)).toBe(restored + 1);
});
