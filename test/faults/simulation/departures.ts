import { canonicalJson } from "../../../src/core/domain/canonical-json.ts";
import { type Delivery, recipientKey } from "../../../src/core/domain/delivery.ts";
import { minute } from "../../../src/core/domain/instant.ts";
import type { ReadStore, Store } from "../../../src/core/ports/store.ts";
import type { Violation } from "../invariants.ts";
import type { Process } from "./faulty-store.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** One call of a messenger's `send`, until its promise has settled. */
export type Attempt = { readonly process: Process; readonly delivery: Delivery; readonly lane: string; isOpen: boolean };

/** What is known of a delivery from outside the application. */
export type Known = {
  readonly recipients: string;
  readonly body: string;
  /** The window exactly as it was at the approval. */
  readonly window: string;
  /** When it really was approved, whatever this computer's clock said. */
  readonly approvedAt: number;
};

/** Judges every message at the one moment that counts: when its request leaves. Reads the file itself, not the application. */
export type Departures = {
  readonly violations: Violation[];
  begins(process: Process, delivery: Delivery): Attempt;
  leaves(attempt: Attempt): void;
  ends(attempt: Attempt): void;
  /** A person decided that this delivery goes now, whatever the hour. */
  personSaid(deliveryId: string): void;
  /** A person just changed somebody's quiet hours. */
  quietHoursChanged(): void;
};

/** A message may be at most this late without anybody's word: half an hour unsent, half an hour without a sign-in, and rounds. */
const mostLate = 75 * minute;
/** Between the claim, where the hour is looked at, and the request. */
const claimToRequest = 5 * minute;
const tolerableSkew = minute + 1_000;

export function createDepartures(file: Store, time: VirtualTime, known: ReadonlyMap<string, Known>): Departures {
  const violations: Violation[] = [];
  const open = new Set<Attempt>();
  const left: { readonly process: Process; readonly lane: string; readonly at: number }[] = [];
  const saidNow = new Set<string>();
  let quietChangedAt = Number.NEGATIVE_INFINITY;

  function judge({ process, delivery, lane }: Attempt, reading: ReadStore): void {
    const say = (rule: string, detail: string): void => void violations.push({ rule, deliveryId: delivery.id, detail });
    const now = time.now();
    const truth = time.trueNow();
    const stored = reading.delivery(delivery.id);
    const approved = known.get(delivery.id);
    if (stored === null || approved === undefined) {
      say("nothing is sent that was not approved", "unknown delivery");
      return;
    }

    if (stored.state.kind !== "sending" || stored.fence !== delivery.fence) {
      say("sending is on disk before the first byte", `${stored.state.kind}, number ${stored.fence} for ${delivery.fence}`);
    } else if (stored.state.leaseUntil <= now) say("nothing leaves after its lease", `${now - stored.state.leaseUntil} ms late`);
    if (reading.sendingPauses().length > 0) say("nothing leaves while sending pauses", reading.sendingPauses()[0]?.kind ?? "");
    // By the true time; as nearly as the minute's doubt that is borne where this computer's clock was wrong, perhaps when the
    // hour was looked at and no longer now. A person may let something go earlier.
    const tolerance = time.wasWrong() ? tolerableSkew : 0;
    const notBefore = saidNow.has(delivery.id) ? 0 : delivery.notBefore;
    if (truth < notBefore - tolerance || truth > delivery.notAfter + tolerance) {
      say("nothing outside its time", `left at ${truth}, with this clock ${time.error()} ms ahead`);
    }
    if (windowText(reading, delivery.windowId) !== approved.window) {
      say("nothing outside its revision", "the window is not the one the approval saw");
    }
    const people = peopleOf(delivery, reading);
    if (people !== null && people !== approved.recipients)
      say("recipients equal what was approved", `${people}; approved ${approved.recipients}`);
    if (messageText(delivery) !== approved.body) say("the body equals what was approved", "");
    judgeHour(delivery, reading, say);

    for (const other of open) {
      if (other.delivery.id === delivery.id || other.process !== process) continue;
      if (conversationOf(other.delivery) === conversationOf(delivery)) say("one of a conversation at a time", other.delivery.id);
    }
    const limit = lane.startsWith("mail")
      ? { messages: 30, per: minute }
      : { messages: lane.startsWith("slack") ? 1 : 4, per: 1_000 };
    const recent = left.filter((one) => one.process === process && one.lane === lane && one.at > time.elapsed() - limit.per);
    if (recent.length >= limit.messages) say("the provider's pace is kept", `${recent.length + 1} in ${limit.per} ms to ${lane}`);
    const atOnce = [...open].filter((one) => one.process === process && one.lane === lane).length;
    if (atOnce > (lane.startsWith("mail") ? 4 : 1)) say("the provider's pace is kept", `${atOnce} at once to ${lane}`);
  }

  /** Quiet hours and lateness: what a person said "now" to is excused. */
  function judgeHour(delivery: Delivery, reading: ReadStore, say: (rule: string, detail: string) => void): void {
    if (saidNow.has(delivery.id)) return;
    const now = time.now();
    if (
      isQuiet(delivery, reading, now) &&
      isQuiet(delivery, reading, now - claimToRequest) &&
      now - quietChangedAt > claimToRequest
    ) {
      say("quiet hours are kept", `left at ${new Date(now).toISOString()}`);
    }
    if (now - delivery.notBefore <= mostLate) return;
    const excusedUntil = Math.max(delivery.notBefore, known.get(delivery.id)?.approvedAt ?? 0, ...excusesOf(delivery, reading));
    if (now - excusedUntil > mostLate)
      say("what lapsed waits for a person", `${Math.round((now - excusedUntil) / minute)} minutes late`);
  }

  function isSending({ delivery: { id, fence } }: Attempt): boolean {
    const stored = file.read((reading) => reading.delivery(id));
    return stored?.state.kind === "sending" && stored.fence === fence;
  }

  return {
    violations,
    begins(process, delivery) {
      const attempt: Attempt = { process, delivery, lane: laneOf(delivery), isOpen: true };
      open.add(attempt);
      return attempt;
    },
    leaves(attempt) {
      file.read((reading) => judge(attempt, reading));
      left.push({ process: attempt.process, lane: attempt.lane, at: time.elapsed() });
    },
    ends(attempt) {
      attempt.isOpen = false;
      open.delete(attempt);
      const { id, fence } = attempt.delivery;
      const newer = [...open].find((other) => other.delivery.id === id && other.delivery.fence > fence && other.process.isAlive);
      if (newer === undefined || !isSending(newer)) return;
      // By then the application has heard this answer, and the virtual time still stands: by the next turn of the event loop
      // something else may have happened.
      process.nextTick(() => {
        if (!newer.isOpen || !newer.process.isAlive || isSending(newer)) return;
        violations.push({ rule: "an answer to an attempt given up changes nothing", deliveryId: id, detail: `number ${fence}` });
      });
    },
    personSaid: (deliveryId) => void saidNow.add(deliveryId),
    quietHoursChanged() {
      quietChangedAt = time.now();
    },
  };
}

/** How a window reads: all of it but the numbers calendars count its changes by, which an undo leaves higher than before. */
export function windowText(reading: ReadStore, windowId: string): string {
  const window = reading.window(windowId);
  if (window === null) return "";
  const { changedAt: _changedAt, takenBack: _takenBack, ...rest } = window;
  return canonicalJson(rest);
}

/** Whom a delivery goes to as stored, in one text. */
export function recipientsText({ recipients, address }: Pick<Delivery, "recipients" | "address">): string {
  return address.kind === "mail" ? addresses(recipients.map(({ email }) => email)) : canonicalJson(address);
}

export function messageText({ content }: Pick<Delivery, "content">): string {
  return canonicalJson(content);
}

function addresses(emails: readonly string[]): string {
  return emails
    .map((email) => email.toLowerCase())
    .sort()
    .join(" ");
}

/** Whom a mail would go to if it were approved at this moment; null for a channel. */
function peopleOf(delivery: Delivery, reading: ReadStore): string | null {
  if (delivery.address.kind !== "mail") return null;
  const { audiences, customers, contacts } = reading.directory();
  const ids =
    delivery.customerId === null
      ? audiences.find(({ id }) => id === delivery.audienceId)?.contactIds
      : customers.find(({ id }) => id === delivery.customerId)?.contactIds;
  const active = contacts.filter(({ id, active, email }) => active && email !== null && ids?.includes(id) === true);
  return addresses(active.map(({ email }) => email ?? ""));
}

function isQuiet(delivery: Delivery, reading: ReadStore, at: number): boolean {
  const { audiences, customers } = reading.directory();
  const hours = audiences.find(({ id }) => id === delivery.audienceId)?.quietHours ?? null;
  if (hours === null) return false;
  const zone = customers.find(({ id }) => id === delivery.customerId)?.zone ?? "Europe/London";
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    at,
  );
  return hours.from <= hours.to ? hours.from <= clock && clock < hours.to : hours.from <= clock || clock < hours.to;
}

/** Moments from which a delivery counts as fresh again: the end of quiet hours, and the proof that an attempt was not sent. */
function excusesOf(delivery: Delivery, reading: ReadStore): readonly number[] {
  return reading.audit({ subjectId: delivery.windowId, limit: 10_000 }).flatMap(({ at, what, before, after }) => {
    if (Reflect.get(Object(before), "deliveryId") !== delivery.id) return [];
    if (what === "delivery.due") return [at];
    const until: unknown = Reflect.get(Object(Reflect.get(Object(after), "state")), "until");
    return what === "delivery.held" && typeof until === "number" ? [until] : [];
  });
}

function conversationOf(delivery: Delivery): string {
  return `${delivery.windowId} ${recipientKey(delivery)}`;
}

function laneOf({ address }: Delivery): string {
  switch (address.kind) {
    case "slack":
      return `slack ${address.conversationId}`;
    case "mail":
      return `mail ${address.from ?? ""}`;
    default:
      return `team ${canonicalJson(address)}`;
  }
}
