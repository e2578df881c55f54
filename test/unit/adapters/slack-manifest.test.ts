import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { slackManifest } from "../../../src/adapters/slack/slack-manifest.ts";
import { freeMethods, slackScopes } from "../../../src/adapters/slack/slack-scopes.ts";
import { allScopes, scopesNeeded } from "../../servers/slack-scopes.ts";

const folder = join(import.meta.dirname, "../../../src/adapters/slack");
const source = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
/** Every method of Slack's that the adapter's code calls, by name. */
const called = new Set(
  source.flatMap((text) =>
    [...text.matchAll(/"((?:auth|chat|conversations|users|usergroups|oauth)\.[a-zA-Z0-9.]+)"/gu)].map(([, name]) => name ?? ""),
  ),
);

function scopesInManifest(): { readonly user: readonly string[]; readonly bot: readonly string[] } {
  return JSON.parse(slackManifest).oauth_config.scopes;
}

test("the manifest in the resources is the one that is offered to copy", () => {
  const file = join(import.meta.dirname, "../../../resources/slack-app-manifest.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(slackManifest));
});

test("every method the adapter calls has its rights in the manifest, and no right is there without a method that is called", () => {
  const withScope = new Set([...slackScopes.flatMap(({ methods }) => methods), ...freeMethods]);
  expect([...called].filter((method) => !method.startsWith("oauth.")).toSorted()).toEqual([...withScope].toSorted());
  expect(scopesInManifest().bot.toSorted()).toEqual(slackScopes.map(({ name }) => name).toSorted());
});

test("the rights are those Slack's reference asks for these methods", () => {
  const types = new URLSearchParams({ types: "public_channel,private_channel" });
  const needed = [...called].flatMap((method) => scopesNeeded(method, types));
  expect(scopesInManifest().bot).toEqual(expect.arrayContaining([...needed]));
  expect(scopesInManifest().bot.toSorted()).toEqual([...allScopes].toSorted());
});

test("a person is asked for what only an app can have in no case, and comes back to this computer only", () => {
  expect(scopesInManifest().user).not.toContain("metadata.message:read");
  for (const url of JSON.parse(slackManifest).oauth_config.redirect_urls) {
    expect(url).toMatch(/^http:\/\/localhost:\d{4,5}\/slack$/u);
  }
});

test("the guide for administrators names every right and what it is for", () => {
  const guide = readFileSync(join(import.meta.dirname, "../../../docs/connect-slack.md"), "utf8");
  for (const { name, isFor } of slackScopes) expect(guide).toContain(`| \`${name}\` | ${isFor} |`);
});
