import { createHmac } from "node:crypto";
import type { CounterpartWish, HeldRecord, Place } from "../../core/domain/counterpart.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Connection, ConnectionParts, Connector, KeepOutcome } from "../../core/ports/connector.ts";
import { readApiAddress } from "../network/api-address.ts";
import { failedKeep, type Speaker } from "../network/call-outcome.ts";
import { createJsonCall, type JsonAnswer } from "../network/json-call.ts";

const receiver: Speaker = { name: "The receiver", reasonOf: ({ status }) => `HTTP ${status}.` };

/**
 * An address of the organisation's own that is told of every change of a window, signed with a shared secret. Nobody can be
 * asked what it holds, so what is in doubt is told once more, under the same id: receivers leave out what they know.
 */
export function webhookConnector(now: () => Instant): Connector {
  return {
    kind: "webhook",
    usualUrl: null,
    guide: {
      carries: "Tells an address of your own of every change of a window",
      steps: [
        "Give the address that shall be told, and a secret that it shares with Forewarn: the longer the better.",
        "Every call carries “Forewarn-Signature: t=SECONDS,v1=HEX”, where HEX is the HMAC-SHA256 of “SECONDS.BODY” under the secret, and the same “id” whenever it is told again.",
      ],
      permissions: "none",
      tokenHint: "a shared secret",
      addressHelp: "https only; plain http for this computer.",
    },
    keepsCounterparts: true,
    fields: [],
    connect: (parts) => connect(parts, now),
  };
}

function connect({ apiUrl, token, heardTime }: ConnectionParts, now: () => Instant): Connection {
  const address = readApiAddress(apiUrl ?? "");
  if (!address.ok) return { check: async () => ({ kind: "refused", detail: address.problem }) };
  const { url } = address;

  function tell(body: unknown, mayLeave: () => boolean = () => true): Promise<JsonAnswer> {
    const seconds = Math.floor(now() / 1_000);
    const signature = createHmac("sha256", token)
      .update(`${seconds}.${JSON.stringify(body)}`)
      .digest("hex");
    const call = createJsonCall({ base: url, headers: { "Forewarn-Signature": `t=${seconds},v1=${signature}` }, heardTime }, now);
    return call("POST", "", body, mayLeave);
  }

  async function told(record: HeldRecord | null, wish: CounterpartWish, mayLeave: () => boolean): Promise<KeepOutcome> {
    const answer = await tell(eventOf(wish), mayLeave);
    if (answer.kind !== "answered" || answer.status >= 300) return failedKeep(answer, receiver, now());
    return {
      kind: "kept",
      record: {
        id: record?.id ?? wish.mark,
        url: null,
        status: "told",
        startAt: wish.startAt,
        endAt: wish.endAt,
        isOver: wish.outcome !== "open",
        remarks: [],
        readAt: now(),
      },
    };
  }

  return {
    async check() {
      const answer = await tell({ event: "ping", id: "ping" });
      if (answer.kind === "answered" && answer.status < 300)
        return { kind: "works", account: "the shared secret", place: url.host };
      if (answer.kind !== "answered") {
        return { kind: "unreachable", detail: answer.kind === "failed" ? answer.failure.words : "It was not asked." };
      }
      return { kind: "refused", detail: `The receiver answered a ping with HTTP ${answer.status}; it should answer 200 to 299.` };
    },
    counterparts: {
      places: async () => ({ kind: "answered", value: [{ ids: [], name: url.host, record: null }] satisfies Place[] }),
      find: async () => ({ kind: "absent" }),
      make: (wish, _place, mayLeave) => told(null, wish, mayLeave),
      change: (record, wish, _place, mayLeave) => told(record, wish, mayLeave),
      // What was taken was answered with a success; there is nothing to ask.
      read: async (record) => ({ kind: "found", record: { ...record, readAt: now() } }),
    },
  };
}

const events = {
  open: "window.planned",
  completed: "window.completed",
  rolledBack: "window.rolledBack",
  cancelled: "window.cancelled",
} as const satisfies Record<CounterpartWish["outcome"], string>;

/** The same wish is the same event with the same id. */
function eventOf(wish: CounterpartWish): unknown {
  const { mark, outcome, startAt, endAt, endedAt, ...facts } = wish;
  const iso = (at: number): string => new Date(at).toISOString();
  const window = { ...facts, startAt: iso(startAt), endAt: iso(endAt), endedAt: endedAt === null ? null : iso(endedAt) };
  const fingerprint = createHmac("sha256", mark).update(JSON.stringify(wish)).digest("hex").slice(0, 16);
  return { event: events[outcome], id: `${mark} ${fingerprint}`, window };
}
