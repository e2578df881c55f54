import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { noCondition, type Rule } from "../../../src/core/domain/matrix.ts";
import type { Child } from "./child.ts";
import { workplace } from "./child-bundle.ts";
import { begin, closeDesk, type Desk, openDesk } from "./desk.ts";
import { announce, connectionOf } from "./drives.ts";
import { writeFirstVersion } from "./first-version.ts";
import { makeLiveWorkspace } from "./live-workspace.ts";
import type { Provider } from "./points.ts";

/** Workspaces to begin with: one with nothing in it yet, and one as the first version of Forewarn wrote it. */
export type Template = { readonly file: string; readonly olderFile: string; readonly secrets: Readonly<Record<string, string>> };

const made = new Map<Provider, Promise<Template>>();

export function templateFor(provider: Provider): Promise<Template> {
  const known = made.get(provider) ?? make(provider);
  made.set(provider, known);
  return known;
}

async function make(provider: Provider): Promise<Template> {
  const desk = await openDesk(provider, null, {});
  const { child, end } = await begin(desk, { point: null, chance: () => false, within: 0 });
  await child.opened;
  await furnish(desk, child);
  const folder = join(workplace, "templates");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${provider}.forewarn`);
  const olderFile = join(folder, `${provider}-first-version.forewarn`);
  await child.order({ do: "checkpoint" });
  copyFileSync(desk.file, file);
  // What was approved under the older version leaves under the newer one.
  await announce(desk, child, 240, null);
  await child.order({ do: "close" });
  await child.gone;
  end();
  writeFirstVersion(desk.file, olderFile);
  const secrets = Object.fromEntries(desk.secrets);
  await closeDesk(desk);
  return { file, olderFile, secrets };
}

async function furnish(desk: Desk, child: Child): Promise<void> {
  const { provider, server } = desk;
  const save = (kind: string, entry: object): Promise<unknown> => child.call("directory.save", { kind, entry });
  await makeLiveWorkspace(child, { contactPoint: "Service desk, service-desk@example.org" });
  await child.call("connections.connect", connectionOf(desk), { token: server.token(), apiUrl: null, values: {} });
  for (const channel of channelsFor(desk)) await save("channel", channel);
  for (const name of ["north", "east"]) {
    const email = `service-desk@${name}.example.org`;
    const role = "Service desk";
    await save("contact", {
      id: `${name}-desk`,
      name: `${name} desk`,
      kind: "group",
      role,
      email,
      slackId: null,
      teamsId: null,
      active: true,
    });
    await save("customer", {
      id: name,
      name: `Hospital ${name}`,
      zone: "Europe/London",
      holidayRegion: null,
      contactIds: [`${name}-desk`],
      serviceIds: [],
    });
  }
  const isMail = provider === "mail";
  await save("audience", {
    id: "told",
    name: isMail ? "Customers" : "Teams",
    voice: isMail ? "customer" : "internal",
    contactIds: [],
    customerIds: isMail ? ["north", "east"] : [],
    mentionIds: [],
    quietHours: null,
  });
  const rule: Rule = {
    id: "announce",
    changeTypeId: null,
    stage: "announce",
    audienceId: "told",
    channelIds: channelsFor(desk).map(({ id }) => id),
    timing: { kind: "planning" },
    promised: null,
    condition: noCondition,
    lead: "DevOps engineer",
    sending: "person",
    source: "",
  };
  await child.call("matrix.save", rule);
}

/** Channels every Slack server has, under the same ids: a file made beside one server is used beside others. */
const sameEverywhere: ReadonlySet<string> = new Set(["general", "random"]);

function channelsFor({ provider, server }: Desk): readonly { readonly id: string; readonly [name: string]: unknown }[] {
  switch (provider) {
    case "slack":
      return Object.entries(server.channels).flatMap(([name, conversationId]) =>
        sameEverywhere.has(name) ? [{ id: name, name: `#${name}`, kind: "slack", conversationId }] : [],
      );
    case "teams":
      return ["19:changes@thread.tacv2", "19:operations@thread.tacv2"].map((channelId, index) => ({
        id: `teams-${index}`,
        name: `Teams ${index}`,
        kind: "teamsChannel",
        teamId: "33333333-0000-4000-8000-000000000003",
        channelId,
      }));
    case "mail":
      return [{ id: "mail", name: "Mail", kind: "mail", from: null }];
  }
}
