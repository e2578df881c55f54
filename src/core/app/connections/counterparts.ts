import { type Disagreement, disagreementsOf } from "../../domain/agreement.ts";
import { type ConnectionKind, connectionNames } from "../../domain/connection-kind.ts";
import { type Counterpart, type Place, wishOf } from "../../domain/counterpart.ts";
import { day, type Instant } from "../../domain/instant.ts";
import { lastTold } from "../../domain/told.ts";
import type { Asked } from "../../ports/connector.ts";
import type { ReadStore } from "../../ports/store.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { countingDeliveries } from "../sending/counting-deliveries.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";
import type { ConnectionFor } from "./open-connections.ts";

/** How a window agrees with what other systems hold of it and with what was said. */
export type AgreementView = {
  readonly windowId: string;
  readonly title: string;
  readonly reference: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly counterparts: readonly Counterpart[];
  readonly disagreements: readonly Disagreement[];
};

export interface Counterparts {
  /** Of one window. */
  of(windowId: string): Answer<AgreementView>;
  /** Of every window from a week ago on that has a counterpart, by start. */
  agreement(): readonly AgreementView[];
  /** Places in a system for these words; or the record there that a key or an address names. */
  places(kind: ConnectionKind, words: string): Promise<Answer<readonly Place[]>>;
  /** Keeps a window there from now on: a record is made, or the place's own is linked. What is not chosen stays as usual. */
  add(windowId: string, kind: ConnectionKind, place: Place, chosen?: Readonly<Record<string, string>>): Answer<Counterpart>;
  /** No longer keeps it there. What is there stays as it is. */
  remove(id: string): Answer<{ readonly id: string }>;
  /** Asks the system what it holds now. */
  look(id: string): Promise<Answer<Counterpart>>;
  /** Brings it in step again, whatever the system says now: after a refusal, a doubt, or a change made there. */
  mend(id: string): Answer<Counterpart>;
}

/** How far back agreement is shown. */
const back = 7 * day;

export function createCounterparts(
  dependencies: Pick<Dependencies, "store" | "clock" | "ids" | "changes">,
  connectionFor: ConnectionFor,
  whyNot: (kind: ConnectionKind) => string | null,
): Counterparts {
  const { store, clock, ids, changes } = dependencies;

  function viewOf(reading: ReadStore, windowId: string): AgreementView | null {
    const window = reading.window(windowId);
    if (window === null) return null;
    const counterparts = reading.counterpartsOf(windowId);
    return {
      windowId,
      title: window.title,
      reference: window.reference,
      startAt: window.start.at,
      endAt: window.end.at,
      counterparts,
      disagreements: disagreementsOf(window, counterparts, lastTold(countingDeliveries(reading, windowId))),
    };
  }

  function change(id: string, what: string, next: (counterpart: Counterpart) => Answer<Counterpart | null>): Answer<Counterpart> {
    const allowed = mayWrite(store);
    if (!allowed.ok) return allowed;
    const answer = store.write((writing): Answer<Counterpart> => {
      const counterpart = writing.counterpart(id);
      if (counterpart === null) return noSuchCounterpart;
      const changed = next(counterpart);
      if (!changed.ok) return changed;
      if (changed.value === null) writing.removeCounterpart(id);
      else writing.saveCounterpart(changed.value);
      writing.appendAudit({
        at: clock.now(),
        who: workspaceIn(writing).coordinator.name,
        what,
        subjectId: counterpart.windowId,
        before: counterpart,
        after: changed.value,
      });
      return done(changed.value ?? counterpart);
    });
    if (answer.ok) changes.emit({ topic: "windows", windowId: answer.value.windowId });
    return answer;
  }

  return {
    of(windowId) {
      const view = store.read((reading) => viewOf(reading, windowId));
      return view === null ? refuse("notFound", "There is no such window any more.") : done(view);
    },
    agreement() {
      return store.read((reading) => {
        const windows = new Set(
          reading.counterpartIdsSince(clock.now() - back).flatMap((id) => reading.counterpart(id)?.windowId ?? []),
        );
        return [...windows].flatMap((id) => viewOf(reading, id) ?? []);
      });
    },
    async places(kind, words) {
      const why = whyNot(kind);
      const keeper = connectionFor(kind)?.counterparts;
      if (why !== null) return refuse("connection", why);
      if (keeper === undefined) return refuse("notPossible", `${connectionNames[kind]} keeps no records of windows.`);
      return answerOf(await keeper.places(words));
    },
    add(windowId, kind, { ids: placeIds, name, record }, chosen = {}) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const now = clock.now();
      const place: Place = { ids: placeIds, name, record, chosen };
      const answer = store.write((writing): Answer<Counterpart> => {
        const window = writing.window(windowId);
        if (window === null) return refuse("notFound", "There is no such window any more. Nothing was added.");
        if (writing.counterpartsOf(windowId).some((other) => other.kind === kind && samePlace(other.place, place))) {
          return refuse("notPossible", `The window is kept in ${place.name} already. Nothing was added.`);
        }
        const counterpart: Counterpart = {
          id: ids.next(),
          windowId,
          kind,
          place,
          held:
            place.record === null
              ? null
              : { ...place.record, status: "", startAt: null, endAt: null, isOver: false, remarks: [], readAt: now },
          inStepWith: "",
          state: { kind: "behind", since: now, tries: 0, nextAt: now, detail: "" },
        };
        writing.saveCounterpart(counterpart);
        writing.appendAudit({
          at: now,
          who: workspaceIn(writing).coordinator.name,
          what: "counterparts.add",
          subjectId: windowId,
          before: null,
          after: counterpart,
        });
        return done(counterpart);
      });
      if (answer.ok) changes.emit({ topic: "windows", windowId });
      return answer;
    },
    remove(id) {
      const answer = change(id, "counterparts.remove", ({ state }) =>
        state.kind === "working" ? refuse("notPossible", "Something is being done there just now. Wait for it.") : done(null),
      );
      return answer.ok ? done({ id }) : answer;
    },
    async look(id) {
      const counterpart = store.read((reading) => reading.counterpart(id));
      if (counterpart === null) return noSuchCounterpart;
      const { kind, held, place } = counterpart;
      const why = whyNot(kind);
      const keeper = connectionFor(kind)?.counterparts;
      if (why !== null || keeper === undefined) return refuse("connection", why ?? "It can't be asked.");
      const window = store.read((reading) => reading.window(counterpart.windowId));
      if (window === null) return noSuchCounterpart;
      const wish = wishOf(window, id);
      const seen = held === null ? await keeper.find(wish, place) : await keeper.read(held, place, wish);
      if (seen.kind === "cannotTell") return refuse("connection", `${connectionNames[kind]} could not be asked. ${seen.detail}`);
      return change(id, "counterparts.look", (current) => {
        if (current.state.kind === "working")
          return refuse("notPossible", "Something is being done there just now. Wait for it.");
        if (seen.kind === "found") return done({ ...current, held: seen.record });
        return done({
          ...current,
          held: current.held === null ? null : { ...current.held, isOver: true, status: "not there any more" },
        });
      });
    },
    mend(id) {
      const now = clock.now();
      return change(id, "counterparts.mend", (counterpart) => {
        const { state, held } = counterpart;
        if (state.kind === "working") return refuse("notPossible", "Something is being done there just now. Wait for it.");
        const isGone = held?.isOver === true && counterpart.place.record === null;
        return done({
          ...counterpart,
          held: isGone ? null : held,
          inStepWith: "",
          // What is in doubt is looked for first, and at once.
          state:
            state.kind === "unknown"
              ? { ...state, nextAt: now }
              : { kind: "behind", since: now, tries: 0, nextAt: now, detail: "" },
        });
      });
    },
  };
}

function answerOf<T>(asked: Asked<T>): Answer<T> {
  return asked.kind === "answered" ? done(asked.value) : refuse("connection", asked.detail);
}

function samePlace(one: Place, other: Place): boolean {
  return one.record?.id === other.record?.id && [...one.ids].sort().join(" ") === [...other.ids].sort().join(" ");
}

const noSuchCounterpart = refuse("notFound", "It is not kept there any more.");
