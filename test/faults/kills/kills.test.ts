import { afterAll, expect, test } from "vitest";
import { killsPerWorkspace, points, pointsToday, runLives, runWorkspace } from "./chain.ts";
import { tidyUp } from "./child-bundle.ts";
import { providers } from "./points.ts";
import { diceOf, seedOf } from "./random.ts";

/** Another one with FOREWARN_FAULTS_SEED=…; it is in the name of every test, to be run again. */
const seed = Number(process.env.FOREWARN_FAULTS_SEED ?? "20261121");
const randomKills = 300;

afterAll(() => tidyUp(false));

for (const [index, provider] of providers.entries()) {
  test.concurrent(`killed at each of ${pointsToday.length} points, ${provider} gets nothing twice or astray, nothing is lost, all settles`, {
    timeout: 300_000,
  }, async () => {
    const report = await runLives(provider, pointsToday, diceOf(seedOf(seed, index)), { seed, workspace: -1, withFaults: false });
    expect(report.violations).toEqual([]);
    expect([...report.missed.keys()], "points that were not reached").toEqual([]);
    expect(report.kills).toBe(pointsToday.length);
  });
}

for (let workspace = 0; workspace < randomKills / killsPerWorkspace; workspace += 1) {
  test.concurrent(`killed ${killsPerWorkspace} times at random, with faults at random (seed ${seed}, workspace ${workspace})`, {
    timeout: 300_000,
  }, async () => {
    const report = await runWorkspace(seed, workspace);
    expect(report.violations).toEqual([]);
    expect(report.kills).toBe(killsPerWorkspace);
  });
}

for (const { name, pending } of points) if (pending !== undefined) test.todo(`${name}: ${pending}`);
