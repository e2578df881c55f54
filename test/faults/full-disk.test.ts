import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../../src/adapters/sqlite/open-store.ts";
import { verifyFile } from "../../src/adapters/sqlite/verify-file.ts";
import { type Context, contract } from "../../src/contract/router.ts";
import { findingKey } from "../../src/core/domain/message.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../builders/open-test-app.ts";
import { sampleWorkspace } from "../builders/samples.ts";
import { mountSmallDisk, type SmallDisk } from "../builders/small-disk.ts";
import { openedStore, sampleClock, temporaryFile } from "../builders/temporary-store.ts";

const probe = mountSmallDisk(1);
probe?.remove();
const canMount = probe !== null;
const how = canMount ? "on a real disk of a few megabytes" : "skipped: this account may not mount one, see the limit below";

function smallDisk(megabytes: number): SmallDisk {
  const disk = mountSmallDisk(megabytes);
  if (disk === null) throw new Error("The disk could not be mounted");
  onTestFinished(() => disk.remove());
  return disk;
}

async function announceSoon(desk: TestApp): Promise<string> {
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 7 * 24 * 60, 120)));
  for (const notice of granted(desk.app.windows.get(id)).notices.filter(({ stage }) => stage === "announce")) {
    const { draft } = granted(desk.app.notices.compose(notice.id));
    const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
    granted(await desk.app.notices.approve(notice.id, draft, "now", findings.map(findingKey), []));
  }
  return id;
}

const host = { info: {}, licences: async () => [], openExternal: async () => undefined } as unknown as Context["host"];

test.skipIf(!canMount)(
  `a full disk is told, refuses commands, stops sending, and sending goes on when there is room (${how})`,
  async () => {
    const disk = smallDisk(24);
    const desk = await openTestApp({ folder: disk.folder });
    onTestFinished(() => desk.close());
    await makeExampleWorkspace(desk);
    const id = await announceSoon(desk);
    const arrived = () => desk.app.outbox.practiceMailbox().filter(({ windowId }) => windowId === id).length;
    disk.fill();

    await desk.pass(11_000);
    expect(arrived()).toBe(0);
    expect(desk.app.workspaces.view().sending.trouble).toContain("disk is full");
    const caller = contract.createCaller({ app: desk.app, host });
    const before = JSON.stringify(desk.app.directory.all());
    await expect(caller.outbox.pause({ reason: "Full" })).rejects.toMatchObject({ refusal: { code: "storage" } });
    await expect(caller.backups.make()).rejects.toMatchObject({
      refusal: { code: "storage", message: expect.stringContaining("full") },
    });
    // What can be read still is.
    expect(JSON.stringify(desk.app.directory.all())).toBe(before);
    await desk.pass(60_000);
    expect(arrived()).toBe(0);

    disk.makeRoom();
    await desk.pass(1_000);
    await desk.pass(1_000);
    expect(desk.app.workspaces.view().sending.trouble).toBeNull();
    expect(arrived()).toBeGreaterThan(0);
    expect(verifyFile(join(disk.folder, "workspace.forewarn"))).toMatchObject({ kind: "whole", chainBrokenAt: null });
  },
);

test.skipIf(!canMount)(`a disk that became read-only is told, and what lies on it can be read (${how})`, async () => {
  const disk = smallDisk(24);
  const file = join(disk.folder, "workspace.db");
  const store = openedStore(file);
  store.write((writing) => writing.saveWorkspace(sampleWorkspace()));
  store.close();
  disk.makeReadOnly();
  const reader = openedStore(file);
  expect(reader.readOnly?.reason).toContain("can't be written to");
  expect(reader.read((reading) => reading.workspace()?.id)).toBe("workspace-1");
  reader.close();
});

test.skipIf(!canMount)(`no workspace is begun on a full disk, and none is left half made (${how})`, () => {
  const disk = smallDisk(1);
  disk.fill();
  const file = join(disk.folder, "workspace.db");
  expect(openStore({ file, clock: sampleClock }).kind).toBe("unavailable");
  disk.makeRoom();
  expect(openedStore(file).readOnly).toBeNull();
});

// A limit on the size of files needs no rights: every system of the Unix kind has it.
test.skipIf(process.platform === "win32")(
  "at a limit of the file's size the store says it is full, and what was committed is whole",
  () => {
    const file = temporaryFile();
    const builders = new URL("../../", import.meta.url).href;
    const script = `
    const { openStore } = await import("${builders}src/adapters/sqlite/open-store.ts");
    const { StorageTrouble } = await import("${builders}src/core/ports/storage-trouble.ts");
    const { sampleWindow } = await import("${builders}test/builders/samples.ts");
    const { store } = openStore({ file: ${JSON.stringify(file)}, clock: { now: () => 0 } });
    let written = 0;
    let last = "";
    for (let round = 0; round < 20; round += 1) {
      try {
        store.write((writing) => {
          for (let number = 0; number < 200; number += 1) {
            const id = "w" + round + "-" + number;
            writing.saveWindow(sampleWindow({ id, reference: "FW-" + id, reason: "x".repeat(4000) }));
          }
        });
        written += 200;
      } catch (error) {
        last = error instanceof StorageTrouble ? error.kind : "other: " + error;
      }
    }
    console.log(JSON.stringify({ written, last, readable: store.read((reading) => reading.windowCount()) }));`;
    // 4 MiB in blocks of 512 bytes; a process that ignores the signal gets an error instead.
    const run = spawnSync(
      "sh",
      ["-c", `trap '' XFSZ; ulimit -f 8192; exec "$0" --input-type=module --eval "$1"`, process.execPath, script],
      {
        cwd: fileURLToPath(new URL("../..", import.meta.url)),
        encoding: "utf8",
      },
    );
    expect(run.stderr).toBe("");
    const { written, last, readable } = JSON.parse(run.stdout);
    expect(last).toMatch(/^(full|disk)$/u);
    expect(written).toBeGreaterThan(0);
    expect(readable).toBe(written);
    expect(openedStore(file).read((reading) => reading.windowCount())).toBe(written);
    expect(verifyFile(file).kind).toBe("whole");
  },
);
