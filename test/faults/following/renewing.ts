import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { slackSignIn } from "../../../src/adapters/slack/slack-sign-in.ts";
import { type Instant, minute } from "../../../src/core/domain/instant.ts";
import { type SlackServer, startSlackServer } from "../../servers/slack-server.ts";
import { type Child, startChild } from "../kills/child.ts";
import { childBundle, workplace } from "../kills/child-bundle.ts";
import { announce } from "../kills/drives.ts";
import type { Trigger } from "../kills/points.ts";
import { templateFor } from "../kills/template.ts";
import { readWorkspaceFile } from "../kills/workspace-file.ts";
import { type Door, openDoor } from "./door.ts";
import type { RenewingPoint } from "./following-points.ts";
import { diedIn } from "./one-life.ts";

const beginning: Instant = Date.UTC(2026, 9, 5, 9);
const secretName = "connection.slack.signIn";
/** A little more than the ten seconds in which an approval can be taken back. */
const undoTime = 11_000;

type Desk = {
  readonly provider: "slack";
  readonly folder: string;
  readonly file: string;
  readonly slack: SlackServer;
  readonly door: Door;
  secret: string;
  now: Instant;
  windows: number;
  said: string;
};

/**
 * A backend that is signed in to Slack as a person approves a notice and dies while its token is renewed. The next one sends
 * it, or holds it until the person has signed in again: once to each channel in any case. Says what is wrong, in words.
 */
export async function renew(point: RenewingPoint): Promise<readonly string[]> {
  const template = await templateFor("slack");
  const parent = join(workplace, "renewing");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "desk-"));
  const file = join(folder, "workspace.forewarn");
  copyFileSync(template.file, file);
  const time: { now: Instant } = { now: beginning };
  const slack = await startSlackServer({ redirects: "any", date: () => time.now });
  const door = await openDoor(new URL(slack.url).origin);
  const desk: Desk = Object.assign(time, {
    provider: "slack" as const,
    folder,
    file,
    slack,
    door,
    secret: "",
    windows: 0,
    said: "",
  });
  try {
    rememberSignIn(desk);
    desk.secret = await signIn(desk);
    // As twelve hours later.
    slack.signIn.expire();
    desk.secret = JSON.stringify({ ...JSON.parse(desk.secret), expiresAt: desk.now });
    const wrong: string[] = [];
    const died = await live(desk, point.kill.by === "child" ? point.kill.trigger : null, async (child) => {
      await announce(desk, child, 4 * 60, null);
      if (point.kill.by === "door") door.arm(point.kill.moment, (request) => request.includes("oauth.v2.access"), child.kill);
      for (let round = 0; round < 5; round += 1) await pass(desk, child, undoTime);
    });
    if (!died) wrong.push("the point was not reached");
    await live(desk, null, async (child) => {
      for (let round = 0; round < 3; round += 1) await pass(desk, child, undoTime);
    });
    const states = statesIn(desk);
    const wanted = point.costsSignIn ? "held" : "accepted";
    if (states.some((state) => state !== wanted)) wrong.push(`after the next start: ${states.join(", ")}`);
    if (point.costsSignIn) await signInAgain(desk);
    return [...wrong, ...judge(desk)];
  } finally {
    await door.stop();
    await slack.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function signInAgain(desk: Desk): Promise<void> {
  desk.secret = await signIn(desk);
  await live(desk, null, async (child) => {
    await child.call("connections.check", "slack");
    for (let round = 0; round < 3; round += 1) await pass(desk, child, undoTime);
  });
}

/** What somebody has who signed in on Slack's page. */
async function signIn({ slack, now }: Desk): Promise<string> {
  const outcome = await slackSignIn(() => now, slack.url, []).run({
    way: "browser",
    values: { clientId: slack.signIn.clientId, world: "slack", team: "" },
    features: [],
    end: { isOver: () => false, whenOver: () => undefined },
    show: ({ url }) => void fetch(slack.signIn.decide(url, "allow")),
  });
  if (outcome.kind !== "signedIn") throw new Error(outcome.detail);
  return outcome.keepsake;
}

/** The template is connected by a token; here it is as after a sign-in. */
function rememberSignIn({ file, slack }: Desk): void {
  const database = new DatabaseSync(file);
  const values = { clientId: slack.signIn.clientId, world: "slack", team: "", features: "" };
  database.prepare("UPDATE connection SET filled_in = ? WHERE kind = 'slack'").run(JSON.stringify(values));
  database.close();
}

/** One life of the backend; true when it died in it. */
async function live(desk: Desk, trigger: Trigger | null, work: (child: Child) => Promise<void>): Promise<boolean> {
  desk.now += minute;
  const { folder, file, now, door } = desk;
  const child = startChild(
    await childBundle(),
    {
      folder,
      file,
      now,
      slackUrl: `${door.origin}/api/`,
      graphUrl: null,
      secrets: { [secretName]: desk.secret },
      trigger,
      hurry: 4,
    },
    {
      committed: () => undefined,
      dying: () => undefined,
      checkpointing: () => undefined,
      secret(name, secret) {
        if (name === secretName && secret !== null) desk.secret = secret;
      },
    },
  );
  try {
    return await diedIn(child, work);
  } finally {
    desk.said += child.said();
  }
}

async function pass(desk: Desk, child: Child, milliseconds: number): Promise<void> {
  desk.now += milliseconds;
  await child.order({ do: "pass", milliseconds });
}

function statesIn({ file }: Desk): readonly string[] {
  return readWorkspaceFile(file).deliveries.map(({ state }) => state.kind);
}

/** Every notice once, nothing left over, and no secret anywhere. */
function judge({ file, folder, slack, said }: Desk): readonly string[] {
  const { deliveries, chainHolds } = readWorkspaceFile(file);
  const posts = slack.ledger.posts.map(({ deliveryId }) => deliveryId);
  const times = deliveries.map(({ id }) => posts.filter((each) => each === id).length);
  const found = slack.signIn.secrets.filter((secret) => said.includes(secret) || readFileSync(file).includes(secret));
  return [
    ...(deliveries.length > 0 ? [] : ["nothing was approved"]),
    ...(deliveries.every(({ state }) => state.kind === "accepted")
      ? []
      : [`left over: ${JSON.stringify(deliveries.map((each) => each.state))}`]),
    ...(times.every((each) => each === 1) && posts.length === deliveries.length
      ? []
      : [`posted ${times.join(", ")} times, ${posts.length} in all`]),
    ...(chainHolds ? [] : ["the audit chain is broken"]),
    ...(found.length === 0 ? [] : [`a secret is in the file or was printed (${folder})`]),
    ...slack.ledger.refused.map((reason) => `Slack does not understand: ${reason}`),
  ];
}
