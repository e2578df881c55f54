import { useQuery } from "@tanstack/react-query";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { DeliveryState } from "../../../core/domain/delivery.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { useNow } from "../../state/now.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { awayText } from "../../ui/relative-words.ts";
import { timeText } from "../../ui/time-words.ts";
import { carrierWords } from "../../ui/words.ts";

/** All that is known of a delivery that may or may not have been sent. */
export function UnknownFacts({ delivery, zone }: { readonly delivery: DeliverySummary; readonly zone: ZoneId }) {
  const now = useNow();
  const story = useQuery(trpc.outbox.story.queryOptions({ id: delivery.id })).data;
  const { state } = delivery;
  if (state.kind !== "unknown") return null;
  const begun = story?.findLast(({ what }) => what === "delivery.sending")?.at;
  const tries = story?.filter(({ what }) => what === "delivery.sending").length ?? 0;
  return (
    <FactList
      facts={[
        ["Begun", begun === undefined ? "–" : `${timeText(begun, zone)}${tries > 1 ? `, the ${ordinal(tries)} attempt` : ""}`],
        ["What came back", state.detail],
        ["In doubt since", `${timeText(state.since, zone)}, ${awayText(state.since, now)}`],
        ["Looked for", lookText(delivery, state, now, zone)],
        ...(state.seen === "" ? [] : [["Seen last", state.seen] as const]),
        ["Useful until", `${timeText(delivery.notAfter, zone)}, ${awayText(delivery.notAfter, now)}`],
      ]}
    />
  );
}

function lookText(
  delivery: DeliverySummary,
  state: Extract<DeliveryState, { kind: "unknown" }>,
  now: Instant,
  zone: ZoneId,
): string {
  const where = carrierWords[delivery.carrier];
  if (state.looks === 0 && state.nextLookAt === null) return `Not by itself: ${where} can’t be asked`;
  const past = state.looks === 0 ? "Not yet" : state.looks === 1 ? "Once" : `${state.looks} times`;
  if (state.nextLookAt === null) return `${past} in ${where}; no more by itself`;
  const next =
    state.nextLookAt <= now ? "now" : `${awayText(state.nextLookAt, now)} (${timeText(state.nextLookAt, zone, "clock")})`;
  return `${past} in ${where}; next ${next}`;
}

function ordinal(number: number): string {
  return ["", "first", "second", "third", "fourth", "fifth"][number] ?? `${number}th`;
}
