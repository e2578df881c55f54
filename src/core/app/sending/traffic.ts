import { type Carrier, type Delivery, recipientKey } from "../../domain/delivery.ts";
import { type Lane, laneOf, mayBegin } from "../../domain/sending/pace.ts";
import { retryDelay, spreadOf } from "../../domain/sending/retry-delay.ts";

type OnTheWay = Pick<Delivery, "id" | "carrier" | "address" | "channelId" | "customerId" | "windowId">;

/** What is on its way, how quickly each place was written to, and which providers ask for a pause. In memory. */
export type Traffic = {
  /** Whether this may begin now: its lane has room, nothing of the same conversation is on its way, its provider is there. */
  mayBegin(delivery: OnTheWay): boolean;
  /** Counts it as begun; call the result when it has its outcome. */
  begin(delivery: OnTheWay): () => void;
  /** Its request leaves just now, which may be long after it was begun: the pace is kept between requests. */
  leaves(delivery: Pick<OnTheWay, "id">): void;
  /** Channels whose lane is full: what waits for them need not be read. */
  fullChannels(): readonly string[];
  /** A provider can't be reached or asks for a pause of `wait` milliseconds, or of our choosing when null. */
  trouble(carrier: Carrier, wait: number | null): void;
  /** A provider answered. */
  allWell(carrier: Carrier): void;
  isInTrouble(carrier: Carrier): boolean;
};

/** Of one process at most this many at once, whatever the lanes allow. */
const mostAtOnce = 16;

type LaneUse = { readonly lane: Lane; readonly channelIds: Set<string>; inFlight: number; begun: readonly number[] };
type Trouble = { readonly failures: number; readonly until: number };

/** `elapsed` is a clock nobody sets, in milliseconds. */
export function createTraffic(elapsed: () => number): Traffic {
  const lanes = new Map<string, LaneUse>();
  const conversations = new Set<string>();
  /** What was begun under a limit: its lane, and when it counts as begun. */
  const begunAt = new Map<string, { readonly use: LaneUse; at: number }>();
  const troubles = new Map<Carrier, Trouble>();
  const byCarrier = new Map<Carrier, number>();
  let inFlight = 0;

  function laneUse(delivery: OnTheWay): LaneUse {
    const lane = laneOf(delivery);
    const use = lanes.get(lane.key) ?? { lane, channelIds: new Set<string>(), inFlight: 0, begun: [] };
    use.channelIds.add(delivery.channelId);
    lanes.set(lane.key, use);
    return use;
  }

  const conversationOf = (delivery: OnTheWay): string => `${delivery.windowId} ${recipientKey(delivery)}`;
  const hasRoom = ({ lane, inFlight: here, begun }: LaneUse): boolean => mayBegin(lane, here, begun, elapsed());

  return {
    mayBegin(delivery) {
      if (inFlight >= mostAtOnce || conversations.has(conversationOf(delivery))) return false;
      const trouble = troubles.get(delivery.carrier);
      // After trouble one goes first, to see whether the provider is back.
      if (trouble !== undefined && (elapsed() < trouble.until || (byCarrier.get(delivery.carrier) ?? 0) > 0)) return false;
      return hasRoom(laneUse(delivery));
    },
    begin(delivery) {
      const use = laneUse(delivery);
      const conversation = conversationOf(delivery);
      const { carrier } = delivery;
      const { limit } = use.lane;
      if (limit !== null) {
        use.begun = [...use.begun.filter((at) => at > elapsed() - limit.per), elapsed()];
        begunAt.set(delivery.id, { use, at: elapsed() });
      }
      use.inFlight += 1;
      inFlight += 1;
      conversations.add(conversation);
      byCarrier.set(carrier, (byCarrier.get(carrier) ?? 0) + 1);
      return () => {
        begunAt.delete(delivery.id);
        use.inFlight -= 1;
        inFlight -= 1;
        conversations.delete(conversation);
        byCarrier.set(carrier, (byCarrier.get(carrier) ?? 1) - 1);
      };
    },
    leaves({ id }) {
      const begun = begunAt.get(id);
      if (begun === undefined) return;
      const { use, at } = begun;
      const index = use.begun.indexOf(at);
      use.begun = [...(index === -1 ? use.begun : use.begun.toSpliced(index, 1)), elapsed()];
      begun.at = elapsed();
    },
    fullChannels: () => [...lanes.values()].filter((use) => !hasRoom(use)).flatMap(({ channelIds }) => [...channelIds]),
    trouble(carrier, wait) {
      const failures = (troubles.get(carrier)?.failures ?? 0) + 1;
      troubles.set(carrier, { failures, until: elapsed() + (wait ?? retryDelay(failures, spreadOf(carrier, failures))) });
    },
    allWell: (carrier) => void troubles.delete(carrier),
    isInTrouble: (carrier) => troubles.has(carrier),
  };
}
