import { isOfClock, type Rule } from "../matrix.ts";
import type { PlannedNotice } from "../notice.ts";
import { counted } from "../time-text.ts";
import type { Window } from "../window.ts";

type Input = {
  readonly window: Pick<Window, "changeTypeId">;
  readonly notice: Pick<PlannedNotice, "audienceId">;
  readonly rules?: readonly Rule[];
};

/** That a new try is told of beforehand: how long before, where a rule promises this audience so much for this change. */
export function promisedNoticeWords({ window, notice, rules = [] }: Input): string {
  const promised = rules
    .filter(({ stage, audienceId }) => stage === "announce" && audienceId === notice.audienceId)
    .filter(({ changeTypeId }) => changeTypeId === null || changeTypeId === window.changeTypeId)
    .flatMap((rule) => rule.promised ?? []);
  const inDays = promised.filter(({ unit }) => unit === "businessDays").map(({ amount }) => amount);
  const inMinutes = promised.flatMap(({ unit, amount }) => (isOfClock(unit) ? [unit === "hours" ? amount * 60 : amount] : []));
  if (inDays.length > 0) return `You get a notice at least ${counted(Math.max(...inDays), "business day")} before.`;
  if (inMinutes.length > 0) return `You get a notice at least ${minutesInWords(Math.max(...inMinutes))} before.`;
  return "You get a notice before.";
}

function minutesInWords(minutes: number): string {
  return minutes % 60 === 0 ? counted(minutes / 60, "hour") : counted(minutes, "minute");
}
