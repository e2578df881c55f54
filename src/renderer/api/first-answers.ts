import type { QueryKey } from "@tanstack/react-query";
import type { FirstAnswers, FirstQuestion } from "../../contract/first-screen.ts";
import { learnSpells } from "../../core/domain/zone-spells.ts";
import { beginAt } from "../state/now.ts";
import { queryClient, trpc } from "./trpc.ts";

const keys: Readonly<Record<Exclude<FirstQuestion, "workspace.zoneSpells">, QueryKey>> = {
  "workspace.view": trpc.workspace.view.queryKey(),
  "host.preferences": trpc.host.preferences.queryKey(),
  "connections.all": trpc.connections.all.queryKey(),
  "today.view": trpc.today.view.queryKey(),
  "directory.all": trpc.directory.all.queryKey(),
};

/** Hands what was asked for before the application was here to those who show it, so that the first screen is drawn once and whole. */
export function learnFirstAnswers(answers: FirstAnswers): void {
  const { "workspace.zoneSpells": spells, ...shown } = answers;
  if (spells !== undefined) learnSpells(spells);
  if (shown["today.view"] !== undefined) beginAt(shown["today.view"].now);
  for (const [question, key] of Object.entries(keys)) {
    const data: unknown = shown[question as keyof typeof shown];
    if (data !== undefined) queryClient.setQueryData(key, data);
  }
}
