import type { CounterpartWish, HeldRecord, Place } from "../../core/domain/counterpart.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { CounterpartKeeper, FindOutcome, KeepOutcome } from "../../core/ports/connector.ts";
import { askedOf, failedKeep, foundOf, saysGone } from "../network/call-outcome.ts";
import type { JsonCall } from "../network/json-call.ts";
import { manyWindows, oneWindow, pagerDuty, recordOf, services } from "./pagerduty-shapes.ts";

/** Windows as PagerDuty's maintenance windows: no incidents are made for the services while one runs. */
export function keepMaintenanceWindows(call: JsonCall, now: () => Instant): CounterpartKeeper {
  return {
    async places(words) {
      const answer = await call("GET", `/services?${new URLSearchParams({ query: words.trim(), limit: "100" })}`);
      return askedOf(answer, pagerDuty, (body) => {
        const read = services.safeParse(body);
        return read.success ? read.data.services.map(({ id, name }): Place => ({ ids: [id], name, record: null })) : null;
      });
    },
    async find({ mark }, { ids }) {
      const query = new URLSearchParams({ query: mark, filter: "all", limit: "100" });
      for (const id of ids) query.append("service_ids[]", id);
      const asked = askedOf(await call("GET", `/maintenance_windows?${query}`), pagerDuty, (body) => {
        const read = manyWindows.safeParse(body);
        return read.success ? read.data.maintenance_windows : null;
      });
      return foundOf(asked, (windows): FindOutcome => {
        const ours = windows.find(({ description }) => description?.includes(mark) === true);
        return ours === undefined ? { kind: "absent" } : { kind: "found", record: recordOf(ours, now()) };
      });
    },
    async make(wish, place, mayLeave) {
      return kept(await call("POST", "/maintenance_windows", bodyOf(wish, place), mayLeave));
    },
    async change(record, wish, place, mayLeave) {
      if (wish.outcome !== "open") return end(record, place, mayLeave);
      return kept(await call("PUT", pathOf(record), bodyOf(wish, place), mayLeave));
    },
    read,
  };

  function kept(answer: Awaited<ReturnType<JsonCall>>): KeepOutcome {
    if (answer.kind !== "answered" || answer.status >= 300) return failedKeep(answer, pagerDuty, now());
    const made = oneWindow.safeParse(answer.body);
    return made.success
      ? { kind: "kept", record: recordOf(made.data.maintenance_window, now()) }
      : { kind: "unknown", detail: "PagerDuty's answer could not be read." };
  }

  /** One that is still to come is taken away, one that runs is ended, and one that is over stays as it is. */
  async function end(record: HeldRecord, place: Place, mayLeave: () => boolean): Promise<KeepOutcome> {
    const answer = await call("DELETE", pathOf(record), undefined, mayLeave);
    const isEnded = (answer.kind === "answered" && answer.status === 204) || saysGone(answer, "error", [404, 405]);
    if (!isEnded) return failedKeep(answer, pagerDuty, now());
    const seen = await read(record, place);
    const at = now();
    if (seen.kind === "found" && seen.record.isOver) return { kind: "kept", record: seen.record };
    // What PagerDuty ended it shows as ended at that second, or not at all.
    return { kind: "kept", record: { ...record, status: "ended", isOver: true, readAt: at } };
  }

  async function read(record: HeldRecord, _place: Place): Promise<FindOutcome> {
    const answer = await call("GET", pathOf(record));
    if (saysGone(answer, "error")) return { kind: "absent" };
    const asked = askedOf(answer, pagerDuty, (body) => {
      const found = oneWindow.safeParse(body);
      return found.success ? found.data.maintenance_window : null;
    });
    return foundOf(asked, (window): FindOutcome => ({ kind: "found", record: recordOf(window, now()) }));
  }
}

function pathOf({ id }: HeldRecord): string {
  return `/maintenance_windows/${encodeURIComponent(id)}`;
}

function bodyOf(wish: CounterpartWish, { ids }: Place): unknown {
  return {
    maintenance_window: {
      type: "maintenance_window",
      start_time: new Date(wish.startAt).toISOString(),
      end_time: new Date(wish.endAt).toISOString(),
      // By the mark it is found again when an answer is lost.
      description: `${wish.title}\n${wish.mark}`,
      services: ids.map((id) => ({ id, type: "service_reference" })),
    },
  };
}
