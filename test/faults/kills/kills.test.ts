import { afterAll, expect, test } from "vitest";
import { follow } from "../following/following.ts";
import { renewingPoints, tellingDeaths } from "../following/following-points.ts";
import { renew } from "../following/renewing.ts";
import { describeViolations, points, pointsToday, runLives, runWorkspace } from "./chain.ts";
import { tidyUp } from "./child-bundle.ts";
import { providers } from "./points.ts";
import { diceOf, seedOf } from "./random.ts";

/** Another one with FOREWARN_FAULTS_SEED=…; it is in the name of every test, to be run again. */
const seed = Number(process.env.FOREWARN_FAULTS_SEED ?? "20261121");
const randomKills = 300;
/** Fewer workspaces than a long run has for as many kills: settling one at its end takes as long as three kills. */
const killsEach = 50;
/** A machine may be slow: what ends a test is a child that hangs, and it is told with the point it hung at. */
const timeout = 1_800_000;

afterAll(() => tidyUp(false));

// Rendering and checking take a third of every life: they are in those of mail here, and in all of a long run's.
for (const [index, provider] of providers.entries()) {
  test.concurrent(`killed at each of ${pointsToday.length} points, ${provider} gets nothing twice or astray, nothing is lost, all settles`, {
    timeout,
  }, async () => {
    const report = await runLives(provider, pointsToday, diceOf(seedOf(seed, index)), {
      seed,
      workspace: -1,
      withFaults: false,
      parts: provider === "mail" ? "all" : "plain",
    });
    if (report.violations.length > 0) expect.fail(describeViolations(report));
    expect([...report.missed.keys()], "points that were not reached").toEqual([]);
    expect(report.kills).toBe(pointsToday.length);
  });
}

for (let workspace = 0; workspace < randomKills / killsEach; workspace += 1) {
  test.concurrent(`killed ${killsEach} times at random, with faults at random (seed ${seed}, workspace ${workspace})`, {
    timeout,
  }, async () => {
    const report = await runWorkspace(seed, workspace, killsEach, "plain");
    if (report.violations.length > 0) expect.fail(describeViolations(report));
    expect(report.kills).toBe(killsEach);
  });
}

test.concurrent(`killed ${tellingDeaths.length} times while it keeps windows in other systems: never two records or words for one`, {
  timeout,
}, async () => {
  expect(tellingDeaths).toHaveLength(4);
  expect(await follow(tellingDeaths)).toEqual([]);
});

// The others, and every moment in every system: npm run faults -- --following.
for (const point of renewingPoints.filter(({ kill }) => kill.by === "child")) {
  const price = point.costsSignIn ? "a sign-in" : "nothing";
  test.concurrent(`killed while a sign-in is renewed (${point.name}): it costs ${price}, and every message leaves once`, {
    timeout,
  }, async () => {
    expect(await renew(point)).toEqual([]);
  });
}

for (const { name, pending } of points) if (pending !== undefined) test.todo(`${name}: ${pending}`);
