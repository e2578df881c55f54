import type { QueryKey } from "@tanstack/react-query";
import { learnSpells, type ZoneSpell } from "../../core/domain/zone-spells.ts";
import { firstAnswers } from "./first-call.ts";
import type { FirstQuestion } from "./first-questions.ts";
import { queryClient, trpc } from "./trpc.ts";

/** How long the first frame waits for them, in milliseconds. Sooner than anyone would miss it. */
const patience = 150;

const keys: Readonly<Record<Exclude<FirstQuestion, "workspace.zoneSpells">, QueryKey>> = {
  "workspace.view": trpc.workspace.view.queryKey(),
  "host.preferences": trpc.host.preferences.queryKey(),
  "connections.all": trpc.connections.all.queryKey(),
  "today.view": trpc.today.view.queryKey(),
  "directory.all": trpc.directory.all.queryKey(),
};

/**
 * Hands what was asked for before the application was here to those who show it, so that the first screen is drawn once and
 * whole. Resolves when the answers are here, or when it is time to show that they are waited for.
 */
export async function takeFirstAnswers(): Promise<void> {
  const taken = firstAnswers.then((answers) => {
    for (const { question, data } of answers) {
      // Our own backend's answer, as the contract's types say.
      if (question === "workspace.zoneSpells") learnSpells(data as readonly ZoneSpell[]);
      else queryClient.setQueryData(keys[question], data);
    }
  });
  await Promise.race([taken, new Promise((resolve) => setTimeout(resolve, patience))]);
}
