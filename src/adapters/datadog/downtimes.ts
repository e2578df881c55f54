import type { CounterpartWish, HeldRecord, Place } from "../../core/domain/counterpart.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { CounterpartKeeper, FindOutcome, KeepOutcome } from "../../core/ports/connector.ts";
import { askedOf, failedKeep, foundOf, saysGone } from "../network/call-outcome.ts";
import { counterpartText } from "../network/counterpart-text.ts";
import type { JsonAnswer, JsonCall } from "../network/json-call.ts";
import { type Downtime, datadog, definitions, manyDowntimes, oneDowntime } from "./datadog-shapes.ts";

/** Windows as Datadog's downtimes, for the monitors of a scope such as `service:patient-records`. */
export function keepDowntimes(call: JsonCall, now: () => Instant): CounterpartKeeper {
  return {
    async places(words) {
      const wanted = words.trim().toLowerCase();
      const asked = askedOf(await call("GET", "/api/v2/services/definitions?page[size]=100"), datadog, (body) => {
        const read = definitions.safeParse(body);
        if (!read.success) return null;
        const names = read.data.data.flatMap(({ attributes }) => attributes.schema["dd-service"] ?? []);
        return names.filter((name) => name.toLowerCase().includes(wanted)).map((name) => placeOf(`service:${name}`));
      });
      // A scope need not be a service of the catalogue: `env:prod AND team:ehr` is one, too.
      const isScope = /^[\w./-]+:[\w./:*-]+/u.test(words.trim());
      if (asked.kind !== "answered" || !isScope) return asked;
      return { kind: "answered", value: [placeOf(words.trim()), ...asked.value] };
    },
    async find({ mark }) {
      const asked = askedOf(await call("GET", "/api/v2/downtime?page[limit]=1000"), datadog, (body) => {
        const read = manyDowntimes.safeParse(body);
        return read.success ? read.data.data : null;
      });
      return foundOf(asked, (downtimes): FindOutcome => {
        const ours = downtimes.find(({ attributes }) => attributes.message?.includes(mark) === true);
        return ours === undefined ? { kind: "absent" } : { kind: "found", record: recordOf(ours) };
      });
    },
    async make(wish, place, mayLeave) {
      const attributes = {
        ...textAndTimes(wish),
        scope: place.ids[0] ?? "",
        monitor_identifier: { monitor_tags: ["*"] },
      };
      return kept(await call("POST", "/api/v2/downtime", { data: { type: "downtime", attributes } }, mayLeave));
    },
    async change(record, wish, _place, mayLeave) {
      if (wish.outcome !== "open") return end(record, mayLeave);
      const body = { data: { type: "downtime", id: record.id, attributes: textAndTimes(wish) } };
      return kept(await call("PATCH", pathOf(record), body, mayLeave));
    },
    async read(record) {
      const answer = await call("GET", pathOf(record));
      if (saysGone(answer, "errors")) return { kind: "absent" };
      const asked = askedOf(answer, datadog, (body) => {
        const read = oneDowntime.safeParse(body);
        return read.success ? read.data.data : null;
      });
      return foundOf(asked, (downtime): FindOutcome => ({ kind: "found", record: recordOf(downtime) }));
    },
  };

  /** Datadog cancels one that runs as it does one that is to come; one that is over it calls not found. */
  async function end(record: HeldRecord, mayLeave: () => boolean): Promise<KeepOutcome> {
    const answer = await call("DELETE", pathOf(record), undefined, mayLeave);
    const isEnded = (answer.kind === "answered" && answer.status === 204) || saysGone(answer, "errors");
    if (!isEnded) return failedKeep(answer, datadog, now());
    return { kind: "kept", record: { ...record, status: "canceled", isOver: true, readAt: now() } };
  }

  function kept(answer: JsonAnswer): KeepOutcome {
    if (answer.kind !== "answered" || answer.status >= 300) return failedKeep(answer, datadog, now());
    const read = oneDowntime.safeParse(answer.body);
    return read.success
      ? { kind: "kept", record: recordOf(read.data.data) }
      : { kind: "unknown", detail: "Datadog's answer could not be read." };
  }

  function recordOf({ id, attributes: { status, schedule } }: Downtime): HeldRecord {
    return {
      id,
      url: null,
      status,
      startAt: Date.parse(schedule.start),
      endAt: schedule.end == null ? null : Date.parse(schedule.end),
      isOver: status === "ended" || status === "canceled",
      remarks: [],
      readAt: now(),
    };
  }
}

function placeOf(scope: string): Place {
  return { ids: [scope], name: scope, record: null };
}

function pathOf({ id }: HeldRecord): string {
  return `/api/v2/downtime/${encodeURIComponent(id)}`;
}

function textAndTimes(wish: CounterpartWish) {
  return {
    // Datadog notifies whoever is named with an @: in a text that is data nobody is.
    message: `${wish.title}\n\n${counterpartText(wish)}`.replaceAll("@", "(at)"),
    schedule: { start: new Date(wish.startAt).toISOString(), end: new Date(wish.endAt).toISOString() },
  };
}
