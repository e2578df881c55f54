import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { RuleEffect } from "../../../core/app/policy/matrix.ts";
import { trpc } from "../../api/trpc.ts";
import { problemsWith, type RuleValues, ruleOf } from "./rule-values.ts";

/** How long typing rests before the effect is worked out again, in milliseconds. */
const rest = 300;

/** What a rule would do to the next windows, as far as it is known. */
export type EffectOfRule = {
  /** Whether what is typed is not in it yet. */
  readonly isPending: boolean;
} & (
  | { readonly kind: "unfinished" | "unknown" }
  | { readonly kind: "refused"; readonly error: unknown }
  | { readonly kind: "known"; readonly windows: readonly RuleEffect[] }
);

/** What saving the rule would do, a moment after typing rests. Nothing is stored. */
export function useEffectOfRule(id: string, values: RuleValues): EffectOfRule {
  const [rested] = useDebouncedValue(values, rest);
  const isReady = Object.keys(problemsWith(rested)).length === 0;
  const effect = useQuery(
    trpc.matrix.effect.queryOptions(ruleOf(id, rested), {
      enabled: isReady,
      placeholderData: keepPreviousData,
      gcTime: 10_000,
    }),
  );
  const isPending = rested !== values || effect.isFetching;
  if (!isReady) return { kind: "unfinished", isPending };
  if (effect.error !== null) return { kind: "refused", error: effect.error, isPending };
  return effect.data === undefined ? { kind: "unknown", isPending } : { kind: "known", windows: effect.data, isPending };
}
