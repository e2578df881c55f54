import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { AgreementView } from "../../../src/core/app/connections/counterparts.ts";
import type { Place } from "../../../src/core/domain/counterpart.ts";
import { type Instant, minute } from "../../../src/core/domain/instant.ts";
import { type Child, startChild } from "../kills/child.ts";
import { childBundle, workplace } from "../kills/child-bundle.ts";
import { draftOf } from "../kills/drives.ts";
import { makeLiveWorkspace } from "../kills/live-workspace.ts";
import { readWorkspaceFile } from "../kills/workspace-file.ts";
import { type FollowedSystem, startFollowedSystem } from "./followed-systems.ts";
import { type FollowedKind, type FollowingDeath, followedKinds } from "./following-points.ts";
import { diedIn } from "./one-life.ts";

/** A little more than the ten seconds in which a change can be taken back. */
const undoTime = 11_000;
const beginning: Instant = Date.UTC(2026, 9, 5, 9);

type Desk = {
  readonly folder: string;
  readonly file: string;
  readonly secrets: Map<string, string>;
  readonly systems: readonly FollowedSystem[];
  now: Instant;
  windows: number;
  readonly expected: Record<FollowedKind, { records: number; ends: number }>;
  said: string;
};

/**
 * One workspace, whose windows are kept in three systems: one backend after another dies at these moments, and the next one
 * recovers what it left. Says what is wrong at the end, in words; empty when every window has one record, in step.
 */
export async function follow(deaths: readonly FollowingDeath[]): Promise<readonly string[]> {
  const parent = join(workplace, "following");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "desk-"));
  const time: { now: Instant } = { now: beginning };
  const systems = await Promise.all(followedKinds.map((kind) => startFollowedSystem(kind, () => time.now)));
  const none = () => ({ records: 0, ends: 0 });
  const desk: Desk = Object.assign(time, {
    folder,
    file: join(folder, "workspace.forewarn"),
    secrets: new Map<string, string>(),
    systems,
    windows: 0,
    expected: { pagerDuty: none(), serviceNow: none(), jira: none() },
    said: "",
  });
  const wrong: string[] = [];
  try {
    await live(desk, (child) => furnish(desk, child));
    for (const death of deaths) {
      const name = `${death.system}, ${death.action}: ${death.point.name}`;
      const wasReached = await live(desk, (child, isGone) => dieAt(desk, child, isGone, death));
      if (!wasReached) wrong.push(`${name}: the point was not reached`);
    }
    await live(desk, async (child) => wrong.push(...(await settle(desk, child, deaths.length))));
    wrong.push(...judge(desk));
  } finally {
    await Promise.all(systems.map(({ stop }) => stop()));
    rmSync(folder, { recursive: true, force: true });
  }
  return wrong;
}

/** One life of the backend; true when it died in it. */
async function live(desk: Desk, work: (child: Child, isGone: () => boolean) => Promise<unknown>): Promise<boolean> {
  desk.now += 1_000;
  const { folder, file, now } = desk;
  const child = startChild(
    await childBundle(),
    { folder, file, now, slackUrl: null, graphUrl: null, secrets: Object.fromEntries(desk.secrets), trigger: null, hurry: 4 },
    {
      committed: () => undefined,
      dying: () => undefined,
      checkpointing: () => undefined,
      secret(name, secret) {
        if (secret === null) desk.secrets.delete(name);
        else desk.secrets.set(name, secret);
      },
    },
  );
  try {
    return await diedIn(child, () => work(child, child.isGone));
  } finally {
    desk.said += child.said();
  }
}

async function furnish({ systems }: Desk, child: Child): Promise<void> {
  await makeLiveWorkspace(child);
  for (const { kind, connect } of systems) await child.call("connections.connect", kind, connect);
}

async function dieAt(desk: Desk, child: Child, isGone: () => boolean, { system, action, point }: FollowingDeath): Promise<void> {
  const followed = desk.systems.find(({ kind }) => kind === system);
  if (followed === undefined) throw new Error(`${system} was not started`);
  await untilInStep(desk, child);
  desk.windows += 1;
  const draft = draftOf({ provider: system, windows: desk.windows }, desk.now + minute);
  const { id } = (await child.call("windows.create", draft)) as { readonly id: string };
  const keep = async (): Promise<void> => {
    const [place] = (await child.call("counterparts.places", system, followed.place.words)) as readonly Place[];
    await child.call("counterparts.add", id, system, place, followed.place.chosen);
    desk.expected[system].records += 1;
  };
  if (action !== "make") {
    await keep();
    await pass(desk, child, undoTime);
    await untilInStep(desk, child);
    followed.approve();
    await pass(desk, child, 2 * minute);
  }
  if (point.kill.by === "child") await child.order({ do: "arm", trigger: point.kill.trigger });
  else followed.door.arm(point.kill.moment, (request) => followed.does[action].test(request), child.kill);
  switch (action) {
    case "make":
      await keep();
      break;
    case "change":
      await child.call("windows.extend", id, 30, "The nodes start slowly");
      break;
    case "end":
      await child.call("windows.conclude", id, "completed", "All is well");
      desk.expected[system].ends += 1;
      break;
  }
  await pass(desk, child, undoTime);
  for (let looks = 0; looks < 100 && !isGone(); looks += 1) await pass(desk, child, 100);
}

async function pass(desk: Desk, child: Child, milliseconds: number): Promise<void> {
  desk.now += milliseconds;
  await child.order({ do: "pass", milliseconds });
  // What a round begins, it does not wait for.
  await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Lets time pass until every counterpart is in step; says which are not when hours brought none of it. */
async function untilInStep(desk: Desk, child: Child): Promise<readonly string[]> {
  for (let looks = 0; ; looks += 1) {
    const views = (await child.call("counterparts.agreement")) as readonly AgreementView[];
    const others = views
      .flatMap(({ counterparts }) => counterparts)
      .filter(({ state, held }) => state.kind !== "inStep" || held === null);
    if (others.length === 0 || looks >= 600) return others.map(({ kind, state }) => `${kind}: ${JSON.stringify(state)}`);
    // A request under way takes a moment of this computer's time, not of the rig's.
    await pass(desk, child, others.some(({ state }) => state.kind === "working") ? 50 : 5_000);
  }
}

async function settle(desk: Desk, child: Child, windows: number): Promise<readonly string[]> {
  // What was changed right before the last death still says that it is in step.
  for (let round = 0; round < 3; round += 1) await pass(desk, child, undoTime);
  const left = await untilInStep(desk, child);
  const views = (await child.call("counterparts.agreement")) as readonly AgreementView[];
  const kept = views.flatMap(({ counterparts }) => counterparts).length;
  const wrong = left.map((each) => `did not come in step: ${each}`);
  // A window whose backend died while it was being kept is kept all the same: that was on disk.
  if (kept !== windows) wrong.push(`${kept} of ${windows} windows are kept somewhere`);
  return [
    ...wrong,
    ...views.flatMap(({ disagreements }) => disagreements.map((each) => `disagreement: ${JSON.stringify(each)}`)),
  ];
}

/** The systems' ledgers against what was asked for: never two of anything for one window. */
function judge({ systems, expected, file, secrets, said }: Desk): readonly string[] {
  const wrong = systems.flatMap(({ kind, counts, refused }) => {
    const is = counts();
    const { records, ends } = expected[kind];
    return [
      ...(is.records === records ? [] : [`${kind}: ${is.records} records for ${records} windows`]),
      ...(is.ends === ends ? [] : [`${kind}: ${is.ends} ends of ${ends} windows`]),
      ...refused().map((reason) => `${kind} does not understand: ${reason}`),
    ];
  });
  if (!readWorkspaceFile(file).chainHolds) wrong.push("the audit chain is broken");
  if ([...secrets.values()].some((secret) => secret !== "" && said.includes(secret))) wrong.push("a secret was printed");
  return wrong;
}
