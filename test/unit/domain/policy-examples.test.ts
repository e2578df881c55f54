import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { proposedRule, rule } from "../../../src/contract/schemas/rule.ts";
import type { ExampleWorkspace } from "../../../src/core/domain/example-workspace.ts";
import type { Rule } from "../../../src/core/domain/matrix.ts";

function example(name: string): ExampleWorkspace {
  return JSON.parse(readFileSync(new URL(`../../../resources/examples/${name}.json`, import.meta.url), "utf8"));
}

function isZone(zone: string): boolean {
  return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
}

describe.each(["hie-platform", "health-portal"])("the example workspace %s", (name) => {
  const { directory, rules, windows, workspace } = example(name);
  const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map((entry) => entry.id);

  test("has short ids, unique among all its parts", () => {
    for (const part of [...Object.values(directory), rules]) {
      expect(new Set(ids(part)).size).toBe(part.length);
      for (const id of ids(part)) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
    }
  });

  test("names in its rules only what its directory has", () => {
    for (const one of rules) {
      expect(ids(directory.changeTypes)).toContain(one.changeTypeId);
      expect(ids(directory.audiences)).toContain(one.audienceId);
      for (const channel of one.channelIds) expect(ids(directory.channels)).toContain(channel);
      expect(one.lead).not.toBe("");
      expect(one.source).not.toBe("");
      expect(rule.safeParse(one).success).toBe(true);
    }
  });

  test("owes no notice twice", () => {
    const key = (one: Rule): string => JSON.stringify([one.changeTypeId, one.stage, one.audienceId, one.timing]);
    expect(new Set(rules.map(key)).size).toBe(rules.length);
  });

  test("resolves the members of every audience and customer", () => {
    for (const audience of directory.audiences) {
      expect(ids(directory.contacts)).toEqual(expect.arrayContaining([...audience.contactIds, ...audience.mentionIds]));
      expect(ids(directory.customers)).toEqual(expect.arrayContaining([...audience.customerIds]));
      expect(audience.customerIds.length + audience.contactIds.length).toBeGreaterThan(0);
    }
    for (const customer of directory.customers) {
      expect(customer.contactIds.length).toBeGreaterThan(0);
      expect(ids(directory.contacts)).toEqual(expect.arrayContaining([...customer.contactIds]));
      expect(ids(directory.services)).toEqual(expect.arrayContaining([...customer.serviceIds]));
    }
  });

  test("has windows with every fact a notice must carry", () => {
    for (const one of windows) {
      expect(ids(directory.changeTypes)).toContain(one.changeTypeId);
      expect(one.serviceIds.length).toBeGreaterThan(0);
      expect(ids(directory.services)).toEqual(expect.arrayContaining([...one.serviceIds]));
      for (const fact of [one.title, one.reason, one.effect, one.rollbackPlan, one.lead, one.communicationOwner])
        expect(fact.trim()).not.toBe("");
      expect(one.startsAt).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
      expect(one.lengthMinutes).toBeGreaterThan(one.expectedDowntimeMinutes ?? 0);
    }
    expect(new Set(windows.map((one) => one.impact)).size).toBe(4);
    expect(windows.filter((one) => one.startsInDays === 0)).toHaveLength(1);
  });

  test("has only zones that exist and addresses that reach nobody", () => {
    const zones = [workspace.zone, workspace.secondZone ?? workspace.zone, ...directory.services.map((one) => one.zone)];
    for (const zone of [...zones, ...directory.customers.map((one) => one.zone), ...windows.map((one) => one.zone)])
      expect(isZone(zone)).toBe(true);
    const text = JSON.stringify({ directory, windows, workspace });
    for (const [address] of text.matchAll(/[\w.+-]+@[\w.-]+/gu)) expect(address).toMatch(/\.example\.org$/u);
    for (const [, host] of text.matchAll(/https:\/\/([\w.-]+)/gu)) expect(host).toMatch(/\.example\.org$/u);
  });

  test("every rule would pass the door as a proposal, too", () => {
    const named = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
      list.find((entry) => entry.id === id)?.name ?? "";
    for (const one of rules) {
      const audience = directory.audiences.find((entry) => entry.id === one.audienceId);
      const channels = directory.channels.filter((channel) => one.channelIds.includes(channel.id));
      const proposed = {
        ...one,
        changeType: named(directory.changeTypes, one.changeTypeId ?? ""),
        audience: { name: audience?.name, voice: audience?.voice, mentions: [] },
        channels: channels.map((channel) => ({ name: channel.name, kind: channel.kind })),
      };
      expect(proposedRule.safeParse(proposed).success).toBe(true);
    }
  });
});
