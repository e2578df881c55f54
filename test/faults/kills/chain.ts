import { allMigrations } from "../../../src/adapters/sqlite/migrations/all-migrations.ts";
import { newestVersion } from "../../../src/adapters/sqlite/migrations/migration.ts";
import type { Violation } from "../invariants.ts";
import type { ChildParts } from "./child-bundle.ts";
import { closeDesk, openDesk } from "./desk.ts";
import { killAt } from "./kill.ts";
import { driveOf, type Point, type Provider, pointsFor, providers } from "./points.ts";
import { type Dice, diceOf, seedOf } from "./random.ts";
import { settle } from "./settle.ts";
import { templateFor } from "./template.ts";

export const points: readonly Point[] = pointsFor(newestVersion(allMigrations));
export const pointsToday: readonly Point[] = points.filter(({ pending }) => pending === undefined);

/** So many backends in a row die on one workspace; then it is settled and the next one begins. */
export const killsPerWorkspace = 25;

export type ChainReport = {
  readonly kills: number;
  /** How often each point was reached, by `point × provider`. */
  readonly reached: ReadonlyMap<string, number>;
  readonly missed: ReadonlyMap<string, number>;
  readonly violations: readonly (Violation & { readonly seed: number; readonly workspace: number; readonly kill: number })[];
};

/** The violations, one a line and the first one first, with what runs them again; empty when there are none. */
export function describeViolations({ violations }: Pick<ChainReport, "violations">): string {
  return violations
    .map(({ rule, deliveryId, detail, seed, workspace, kill }) => {
      const what = deliveryId === "" ? detail : `${detail} (delivery ${deliveryId})`;
      return `VIOLATION ${rule}: ${what.slice(0, 500)} [seed ${seed}, workspace ${workspace}, kill ${kill}]`;
    })
    .join("\n");
}

/**
 * One workspace: random points of a random provider, with random faults, one backend after another recovering what the
 * last one left. The same seed and number give the same points and faults.
 */
export async function runWorkspace(
  seed: number,
  workspace: number,
  kills = killsPerWorkspace,
  parts: ChildParts = "all",
): Promise<ChainReport> {
  const dice = diceOf(seedOf(seed, workspace));
  const provider = dice.pick(providers);
  const lives = Array.from({ length: kills }, () => dice.pick(pointsToday));
  return runLives(provider, lives, dice, { seed, workspace, withFaults: true, parts });
}

type RunOptions = {
  readonly seed: number;
  readonly workspace: number;
  readonly withFaults: boolean;
  readonly parts: ChildParts;
};

/** Kills at these points in this order on one workspace, and settles it at the end. */
export async function runLives(
  provider: Provider,
  lives: readonly Point[],
  dice: Dice,
  { seed, workspace, withFaults, parts }: RunOptions,
): Promise<ChainReport> {
  const template = await templateFor(provider);
  const desk = await openDesk(provider, template.file, template.secrets, parts);
  const reached = new Map<string, number>();
  const missed = new Map<string, number>();
  const violations: ChainReport["violations"][number][] = [];
  let kills = 0;
  try {
    // A migrated file is another workspace: those lives come first, each on a file of its own.
    const ordered = [...lives].sort((one, other) => order(one, provider) - order(other, provider));
    for (const [index, point] of ordered.entries()) {
      const outcome = await killAt(desk, point, dice, template, withFaults && dice.chance(0.6));
      const counts = outcome.wasReached ? reached : missed;
      const name = `${point.name} × ${provider}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      kills += 1;
      const place = (violation: Violation) => ({
        ...violation,
        detail: `${name}: ${violation.detail}`,
        seed,
        workspace,
        kill: index,
      });
      violations.push(...outcome.violations.map(place));
      if (outcome.violations.length > 0) break;
    }
    if (violations.length === 0) {
      const { violations: left } = await settle(desk);
      violations.push(...left.map((violation) => ({ ...violation, seed, workspace, kill: kills })));
    }
  } finally {
    await closeDesk(desk, violations.length > 0);
  }
  return { kills, reached, missed, violations };
}

function order(point: Point, provider: Provider): number {
  return driveOf(point, provider) === "migrate" ? 0 : 1;
}
