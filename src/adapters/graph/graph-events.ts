import { createHash } from "node:crypto";
import { z } from "zod";
import type { CounterpartWish, HeldRecord, Place } from "../../core/domain/counterpart.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Asked, CounterpartKeeper, FindOutcome, KeepOutcome } from "../../core/ports/connector.ts";
import { askedOf, failedKeep, foundOf, type Speaker, saysGone } from "../network/call-outcome.ts";
import { counterpartText } from "../network/counterpart-text.ts";
import type { GraphAnswer, GraphCall } from "./graph-client.ts";
import { nameOf } from "./graph-outcome.ts";
import { markProperty } from "./mail-property.ts";

const calendars = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullish(),
      canEdit: z.boolean().nullish(),
      owner: z.object({ name: z.string().nullish() }).nullish(),
    }),
  ),
});
const time = z.object({ dateTime: z.string(), timeZone: z.string() });
const event = z.object({
  id: z.string(),
  subject: z.string().nullish(),
  webLink: z.string().nullish(),
  start: time,
  end: time,
});
const events = z.object({ value: z.array(event) });

const microsoft: Speaker = {
  name: "Microsoft",
  reasonOf: (answer) =>
    answer.status === 403
      ? "this sign-in may not change that calendar. In Settings sign in again and choose “Shared calendar”; the calendar's owner must let you edit it."
      : nameOf(answer),
};

const shown = { open: "", completed: "Completed: ", rolledBack: "Rolled back: ", cancelled: "Cancelled: " } as const;

/** Windows as events of a calendar that others look into. Nobody is invited, and nobody's own time is taken. */
export function keepEvents(call: GraphCall, now: () => Instant): CounterpartKeeper {
  return {
    async places(words) {
      const answer = await call("GET", "/me/calendars?$select=id,name,canEdit,owner&$top=100");
      const wanted = words.trim().toLowerCase();
      return asked(answer, (body) => {
        const read = calendars.safeParse(body);
        if (!read.success) return null;
        return read.data.value
          .filter(({ canEdit }) => canEdit !== false)
          .map(
            ({ id, name, owner }): Place => ({ ids: [id], name: placeName(name ?? "Calendar", owner?.name ?? ""), record: null }),
          )
          .filter(({ name }) => name.toLowerCase().includes(wanted));
      });
    },
    async find({ mark }, place) {
      const quote = (text: string): string => text.replaceAll("'", "''");
      const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${quote(markProperty)}' and ep/value eq '${quote(mark)}')`;
      const answer = await call("GET", `${eventsOf(place)}?$filter=${encodeURIComponent(filter)}&${fields}`);
      const found = asked(answer, (body) => {
        const read = events.safeParse(body);
        return read.success ? read.data.value : null;
      });
      return foundOf(found, ([first]): FindOutcome => (first === undefined ? { kind: "absent" } : seen(first)));
    },
    async make(wish, place, mayLeave) {
      const body = {
        ...bodyOf(wish),
        isReminderOn: false,
        // The same for the same counterpart: Graph makes no second event for it.
        transactionId: transactionIdOf(wish.mark),
        singleValueExtendedProperties: [{ id: markProperty, value: wish.mark }],
      };
      const answer = await call("POST", eventsOf(place), body, mayLeave);
      // A conflict is about that id: the event is there, and is looked for.
      const isInDoubt = answer.kind === "answered" && answer.status === 409;
      return isInDoubt ? { kind: "unknown", detail: `Microsoft answered ${nameOf(answer)}.` } : kept(answer);
    },
    async change(record, wish, place, mayLeave) {
      return kept(await call("PATCH", pathOf(record, place), bodyOf(wish), mayLeave));
    },
    async read(record, place) {
      const answer = await call("GET", `${pathOf(record, place)}?${fields}`);
      if (answer.kind !== "noToken" && saysGone(answer, "error")) return { kind: "absent" };
      const found = asked(answer, (body) => {
        const read = event.safeParse(body);
        return read.success ? read.data : null;
      });
      return foundOf(found, seen);
    },
  };

  function kept(answer: GraphAnswer): KeepOutcome {
    if (answer.kind === "noToken") return { kind: "signInNeeded", detail: answer.detail };
    if (answer.kind !== "answered" || answer.status >= 300) return failedKeep(answer, microsoft, now());
    const read = event.safeParse(answer.body);
    return read.success
      ? { kind: "kept", record: recordOf(read.data) }
      : { kind: "unknown", detail: "Microsoft's answer could not be read." };
  }

  function seen(found: z.infer<typeof event>): FindOutcome {
    return { kind: "found", record: recordOf(found) };
  }

  function recordOf({ id, subject, webLink, start, end }: z.infer<typeof event>): HeldRecord {
    const over = Object.entries(shown).find(([, prefix]) => prefix !== "" && subject?.startsWith(prefix) === true);
    return {
      id,
      url: webLink ?? null,
      status: over === undefined ? "planned" : over[1].slice(0, -2).toLowerCase(),
      startAt: instantIn(start),
      endAt: instantIn(end),
      isOver: over !== undefined,
      remarks: [],
      readAt: now(),
    };
  }
}

const fields = "$select=id,subject,start,end,webLink";

function asked<T>(answer: GraphAnswer, read: (body: unknown) => T | null): Asked<T> {
  if (answer.kind === "noToken") return { kind: "signInNeeded", detail: answer.detail };
  return askedOf(answer, microsoft, read);
}

function placeName(name: string, owner: string): string {
  return owner === "" ? name : `${name} (${owner})`;
}

function eventsOf({ ids: [calendarId = ""] }: Place): string {
  return `/me/calendars/${encodeURIComponent(calendarId)}/events`;
}

function pathOf({ id }: HeldRecord, place: Place): string {
  return `${eventsOf(place)}/${encodeURIComponent(id)}`;
}

/** One that was cancelled stays, and says so, until somebody takes it away: a gap says nothing. */
function bodyOf(wish: CounterpartWish): Record<string, unknown> {
  const { title, reference, outcome, startAt, endAt, endedAt } = wish;
  return {
    subject: `${shown[outcome]}${title} (${reference})`,
    body: { contentType: "text", content: counterpartText(wish) },
    start: inUtc(startAt),
    // An end before the start is none to Graph.
    end: inUtc(endedAt === null ? endAt : Math.max(endedAt, startAt)),
    showAs: "free",
  };
}

function inUtc(at: Instant): { readonly dateTime: string; readonly timeZone: "UTC" } {
  return { dateTime: new Date(at).toISOString().slice(0, -1), timeZone: "UTC" };
}

/** Graph answers in UTC unless another zone is asked for, without saying so in the time. */
function instantIn({ dateTime, timeZone }: z.infer<typeof time>): Instant | null {
  const at = timeZone === "UTC" ? Date.parse(`${dateTime.replace(/(\.\d{3})\d*$/u, "$1")}Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function transactionIdOf(mark: string): string {
  const hex = createHash("sha256").update(mark).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
