import { copyFileSync, rmSync } from "node:fs";
import type { Fault } from "../../servers/faults.ts";
import type { Violation } from "../invariants.ts";
import { Died } from "./child.ts";
import { begin, type Desk, noteInTheNetwork } from "./desk.ts";
import { drive } from "./drives.ts";
import { judgeKilled } from "./judge.ts";
import { driveOf, type Point } from "./points.ts";
import type { Dice } from "./random.ts";
import type { Template } from "./template.ts";
import { readAnyVersion } from "./workspace-file.ts";

export type KillOutcome = {
  readonly wasReached: boolean;
  readonly violations: readonly Violation[];
};

/** One life: a backend is opened on the desk, driven to its point, killed there, and the file is judged by the ledger. */
export async function killAt(
  desk: Desk,
  point: Point,
  dice: Dice,
  template: Template,
  withFaults: boolean,
): Promise<KillOutcome> {
  const kind = driveOf(point, desk.provider);
  if (kind === "migrate") {
    beginWith(desk, template.olderFile);
  }
  const { by } = point.kill;
  const within = by === "time" || by === "checkpoint" ? dice.below(point.kill.by === by ? point.kill.within * 10 : 0) / 10 : 0;
  // A backend that is started again is so a little later.
  desk.now += 1_000;
  const isLate = withFaults && scriptFaults(desk, dice);
  const life = await begin(desk, { point, chance: dice.chance, within, isLate });
  let trouble: unknown = null;
  try {
    await life.child.opened;
    await drive(kind, desk, life, dice);
  } catch (error) {
    if (!(error instanceof Died) && !life.wasReached()) trouble = error;
  }
  const wasReached = life.wasReached();
  await life.child.kill();
  life.end();
  await desk.server.open();
  const { violations } = judgeKilled(desk);
  if (kind !== "migrate") noteInTheNetwork(desk);
  return {
    wasReached,
    violations:
      trouble === null || (withFaults && trouble instanceof Error && trouble.name === "Refused")
        ? violations
        : [
            ...violations,
            {
              rule: "the rig itself",
              deliveryId: "",
              detail: trouble instanceof Error ? (trouble.stack ?? "") : String(trouble),
            },
          ],
  };
}

/** Puts an older file in the workspace's place, and keeps what it says: a migration must not change it. */
function beginWith(desk: Desk, olderFile: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${desk.file}${ending}`, { force: true });
  copyFileSync(olderFile, desk.file);
  const { approved, lastEntry } = readAnyVersion(desk.file);
  desk.approved.clear();
  for (const [id, said] of approved) desk.approved.set(id, said);
  desk.lastCommitted = lastEntry;
}

const faults: readonly Fault[] = [
  { kind: "loseResponse" },
  { kind: "loseRequest" },
  { kind: "refuse", code: "timeout", status: 408 },
  { kind: "rateLimit", retryAfter: "7" },
  { kind: "rateLimit", retryAfter: null },
  { kind: "serverError", status: 500, taken: false },
  { kind: "serverError", status: 500, taken: true },
  { kind: "serverError", status: 503, taken: false },
  { kind: "serverError", status: 504, taken: true },
  { kind: "garble" },
  { kind: "truncate" },
  { kind: "slow", milliseconds: 30 },
  // Longer than the (hurried) client waits: taken, and answered to nobody.
  { kind: "slow", milliseconds: 700 },
];

/** Says whether an answer among them is later than a client waits. */
function scriptFaults(desk: Desk, dice: Dice): boolean {
  const requests = ["send", "send", "send", "look", "prepare", "check"] as const;
  let isLate = false;
  for (let count = dice.below(3); count > 0; count -= 1) {
    const fault = dice.pick(faults);
    isLate ||= fault.kind === "slow" && fault.milliseconds > 100;
    desk.server.fault(dice.pick(requests), fault);
  }
  return isLate;
}
