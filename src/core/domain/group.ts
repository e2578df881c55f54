import { type Delivery, recipientKey, wasHeard } from "./delivery.ts";
import type { Instant } from "./instant.ts";
import type { Series } from "./recurrence/series.ts";
import { lastTold, type Told } from "./told.ts";
import type { FormerTime, Window } from "./window.ts";

/** The windows of one change or series, with what their readers know of each through any of them. */
export type Group = {
  readonly kind: "change" | "series";
  /** Null for a change. */
  readonly series: Series | null;
  /** All of its windows, whatever became of them, by start. */
  readonly members: readonly Window[];
  /** The series this one was split from, the last first, each with its windows. */
  readonly ancestors: readonly { readonly series: Series; readonly members: readonly Window[] }[];
  /** The last word each recipient heard of a member, be it its own message or one that spoke of all. */
  readonly toldOf: (windowId: string) => readonly Told[];
  /** The keys of recipients who were told of a member by another one's message. */
  readonly knowing: (windowId: string) => ReadonlySet<string>;
};

/** What a group is made from. */
export type GroupSource = {
  readonly kind: Group["kind"];
  readonly series: Series | null;
  readonly members: readonly Window[];
  /** The series this one was split from, with their windows: their announcements spoke of these windows, too. */
  readonly ancestors: Group["ancestors"];
  /** The deliveries of a window that count for who knows of it. */
  readonly deliveriesOf: (windowId: string) => readonly Delivery[];
};

/** Puts a group together. What is known of a member is worked out when it is asked for. */
export function groupFrom(source: GroupSource): Group {
  const members = [...source.members].sort((one, other) => one.start.at - other.start.at || (one.id < other.id ? -1 : 1));
  const words = once(() =>
    [...members, ...source.ancestors.flatMap((ancestor) => ancestor.members)].flatMap((window) =>
      groupWords(window, source.deliveriesOf(window.id)),
    ),
  );
  const throughOthers = onceEach((id) => {
    const member = members.find((candidate) => candidate.id === id);
    return member === undefined ? [] : words().flatMap((word) => wordOn(member, word, source.kind));
  });
  const toldOf = onceEach((id) => lastWords([...lastTold(source.deliveriesOf(id)), ...throughOthers(id)]));
  const knowing = onceEach((id) => new Set(throughOthers(id).map(recipientKey)));
  return { kind: source.kind, series: source.series, members, ancestors: source.ancestors, toldOf, knowing };
}

/** A message that spoke of more than its own window: of all of them, or of those a step changed together. */
type GroupWord = { readonly from: Window; readonly delivery: Delivery; readonly at: Instant; readonly step: string | null };

function groupWords(from: Window, deliveries: readonly Delivery[]): GroupWord[] {
  return deliveries.filter(wasHeard).flatMap((delivery): GroupWord[] => {
    const { state, stage } = delivery;
    if (state.kind !== "accepted" && state.kind !== "confirmed") return [];
    const word = { from, delivery, at: state.receipt.at };
    if (stage === "announce") return [{ ...word, step: null }];
    const step = stage === "rescheduled" || stage === "cancelled" ? stepToldBy(from, delivery) : null;
    return step === null ? [] : [{ ...word, step }];
  });
}

/** The step a message about a move or an end told of, or null where it was about its own window only. */
function stepToldBy(window: Window, { stage, approvedAt }: Delivery): string | null {
  if (stage === "cancelled") return window.outcome.kind === "cancelled" ? (window.outcome.together ?? null) : null;
  return window.formerTimes.findLast(({ replacedAt }) => replacedAt <= approvedAt)?.together ?? null;
}

/** What such a message told of a member, with the times the member had when it was approved. */
function wordOn(member: Window, { from, delivery, at, step }: GroupWord, kind: Group["kind"]): Told[] {
  if (from.id === member.id) return [];
  if (step !== null && !stepsOf(member).includes(step)) return [];
  // A rule announces dates that are entered only later; a phase that is added later was not announced.
  if (kind === "change" && member.createdAt > delivery.approvedAt) return [];
  const { audienceId, channelId, customerId, stage } = delivery;
  const times = timesAt(member, delivery.approvedAt);
  return [{ audienceId, channelId, customerId, stage, startAt: times.start.at, endAt: times.end.at, at, via: from.id }];
}

/** The steps that changed a window together with others. */
function stepsOf({ formerTimes, outcome }: Window): string[] {
  const steps = formerTimes.flatMap(({ together }) => (together === undefined ? [] : [together]));
  return outcome.kind === "cancelled" && outcome.together !== undefined ? [...steps, outcome.together] : steps;
}

/** The times a window had at that instant. */
function timesAt(window: Window, at: Instant): Pick<FormerTime, "start" | "end"> {
  return window.formerTimes.find(({ replacedAt }) => replacedAt > at) ?? window;
}

/** One word for each recipient, the last. */
export function lastWords(told: readonly Told[]): Told[] {
  const last = new Map<string, Told>();
  for (const word of told) {
    const key = recipientKey(word);
    const known = last.get(key);
    const [earlier, later] = known !== undefined && known.at <= word.at ? [known, word] : [word, known ?? word];
    // Who was told the same start before knows of it since then.
    const isSame = earlier.startAt === later.startAt;
    const since = Math.min(...[later, ...(isSame ? [earlier] : [])].map(({ heardSince, at }) => heardSince ?? at));
    last.set(key, { ...later, heardSince: since });
  }
  return [...last.values()];
}

export type PhasePlace = { readonly number: number; readonly of: number };

/** Which phase of how many a window is, by start, those cancelled left out; null for one that is alone or cancelled. */
export function phaseNumber(window: Window, members: readonly Window[]): PhasePlace | null {
  const standing = members.filter(({ outcome }) => outcome.kind !== "cancelled");
  const index = standing.findIndex(({ id }) => id === window.id);
  return index === -1 || standing.length < 2 ? null : { number: index + 1, of: standing.length };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function onceEach<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>();
  return (id) => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const fresh = make(id);
    made.set(id, fresh);
    return fresh;
  };
}
