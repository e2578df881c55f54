import { type ConnectionKind, connectionNames } from "../../domain/connection-kind.ts";
import { type Instant, minute } from "../../domain/instant.ts";
import type { Asked, Listed } from "../../ports/connector.ts";
import type { KeptListed, ListName } from "../../ports/store.ts";
import type { Dependencies } from "../dependencies.ts";
import type { ConnectionFor } from "./open-connections.ts";

/** What a person picks from: of which system, which kind, with which words, within which team. */
export type ListQuestion = ListName & {
  readonly search: string;
  /** Whether the system is asked: never, when what is kept is old, or in any case. */
  readonly ask: "never" | "ifOld" | "now";
};

/** What there is to pick from. */
export type ListView = {
  /** The first of those that match, the best match first. */
  readonly items: readonly Listed[];
  /** How many match in all. */
  readonly matches: number;
  /** When the system said so; null when it never did. */
  readonly fetchedAt: Instant | null;
  /** There is too much to list: the system is asked once there are some letters to search for. */
  readonly needsWords: boolean;
  /** Why the system was not asked or did not answer, with the next step; null when what is shown is what it says. */
  readonly trouble: string | null;
};

/** Whoever waits for an answer, and may stop waiting for it. */
export type Waiting = { /** Returns the function that stops listening. */ onGivenUp(listener: () => void): () => void };
const patient: Waiting = { onGivenUp: () => () => undefined };

export interface ListsDesk {
  /** Never refuses: without the system it is what was kept of it, and why. */
  list(question: ListQuestion, waiting?: Waiting): Promise<ListView>;
}

/** What a system listed is good for this long: people type several words before they pick. */
const goodFor = 5 * minute;
/** A system that did not answer is not asked with every letter that is typed. */
const notAgainFor = 15_000;
const mostItems = 50;
/** Questions whose answers' times are remembered; afterwards each is asked once more. */
const mostRemembered = 500;
/** A search shorter than this is not asked for: it would find half of the organisation. */
const shortestSearch = 2;

type Asking = { readonly answer: Promise<Asked<readonly Listed[]>>; askers: number; isGivenUp: boolean };

/** Lists of other systems to pick from; the last answer is kept in the workspace's file, for when there is no network. */
export function createLists(
  { store, clock }: Pick<Dependencies, "store" | "clock">,
  ways: {
    readonly connectionFor: ConnectionFor;
    readonly whyNot: (kind: ConnectionKind) => string | null;
    readonly pauseConnection: (kind: ConnectionKind, why: string) => void;
  },
): ListsDesk {
  /** What came of each question when it was last put. In memory: after a start everything is asked once more. */
  const lastTime = new Map<string, { readonly at: Instant; readonly trouble: string | null }>();
  /** Who asks what is being asked already waits for the same answer. */
  const asking = new Map<string, Asking>();

  return {
    async list(question, waiting = patient) {
      const { kind, what, search, within } = question;
      const lists = ways.connectionFor(kind)?.lists;
      const why = ways.whyNot(kind);
      if (why !== null) return viewOf(question, why);
      if (lists === undefined) return viewOf(question, `${connectionNames[kind]} offers no lists. Type the id.`);
      const isSearched = lists.searched?.includes(what) === true;
      const words = isSearched ? search.trim() : "";
      const key = JSON.stringify([accountOf(kind), kind, what, within, words]);
      if (isSearched && words.length < shortestSearch) return { ...viewOf(question, null), needsWords: true };
      if (question.ask === "never") return viewOf(question, null);
      const recent = question.ask === "ifOld" ? recently(key) : undefined;
      if (recent !== undefined) return viewOf(question, recent.trouble);
      const asked = await shared(key, waiting, (isGivenUp) => lists.list(what, words, within, isGivenUp));
      if (asked === null) return viewOf(question, null);
      const trouble = asked.kind === "answered" ? null : asked.detail;
      if (asked.kind === "answered") keep(question, asked.value, isSearched);
      if (asked.kind === "signInNeeded") ways.pauseConnection(kind, asked.detail);
      if (lastTime.size >= mostRemembered) lastTime.clear();
      lastTime.set(key, { at: clock.now(), trouble });
      return viewOf(question, trouble);
    },
  };

  /** Whose lists they are: another account's are asked for anew. */
  function accountOf(kind: ConnectionKind): string {
    return store.read((reading) => reading.connections()).find((settings) => settings.kind === kind)?.account ?? "";
  }

  function recently(key: string): { readonly trouble: string | null } | undefined {
    const last = lastTime.get(key);
    const isGood = last !== undefined && clock.now() - last.at < (last.trouble === null ? goodFor : notAgainFor);
    return isGood ? last : undefined;
  }

  /** One question for all who ask it; it is given up once nobody waits any more. Null for whoever gave it up. */
  async function shared(
    key: string,
    waiting: Waiting,
    ask: (isGivenUp: () => boolean) => Promise<Asked<readonly Listed[]>>,
  ): Promise<Asked<readonly Listed[]> | null> {
    const current = asking.get(key) ?? begin(key, ask);
    current.askers += 1;
    return new Promise((resolve, reject) => {
      const stopListening = waiting.onGivenUp(() => {
        current.askers -= 1;
        current.isGivenUp = current.askers === 0;
        // Who asks from now on asks anew.
        if (current.isGivenUp && asking.get(key) === current) asking.delete(key);
        resolve(null);
      });
      current.answer.then(resolve, reject).finally(stopListening);
    });
  }

  function begin(key: string, ask: (isGivenUp: () => boolean) => Promise<Asked<readonly Listed[]>>): Asking {
    const begun = { askers: 0, isGivenUp: false };
    const answer = ask(() => begun.isGivenUp).finally(() => {
      if (asking.get(key) === current) asking.delete(key);
    });
    const current: Asking = Object.assign(begun, { answer });
    asking.set(key, current);
    return current;
  }

  /** A whole list takes the place of the one before; what was found by a search is added to what was found before. */
  function keep(name: ListName, listed: readonly Listed[], isSearched: boolean): void {
    if (store.readOnly !== null) return;
    const fetchedAt = clock.now();
    store.write((writing) => {
      if (!isSearched) writing.forgetList(name);
      for (const one of listed) writing.keepListed(name, { ...one, fetchedAt });
    });
  }

  function viewOf(question: ListQuestion, trouble: string | null): ListView {
    const kept = store.read((reading) => reading.keptList(question));
    const matching = matchesOf(kept, question.search);
    return {
      items: matching.slice(0, mostItems).map(({ fetchedAt: _, ...listed }) => listed),
      matches: matching.length,
      fetchedAt: matching.reduce<Instant | null>((oldest, { fetchedAt }) => Math.min(oldest ?? fetchedAt, fetchedAt), null),
      needsWords: false,
      trouble,
    };
  }
}

/** Those in which every word is found: the one with this id, the names that begin with the search, the others; each by name. */
function matchesOf(kept: readonly KeptListed[], search: string): readonly KeptListed[] {
  const wanted = plain(search);
  if (wanted === "") return kept;
  const words = wanted.split(/\s+/u);
  const ranked: [KeptListed[], KeptListed[], KeptListed[]] = [[], [], []];
  for (const listed of kept) {
    const name = plain(listed.name);
    const id = listed.id.toLowerCase();
    const text = `${name} ${plain(listed.detail)} ${id}`;
    if (words.every((word) => text.includes(word))) ranked[id === wanted ? 0 : name.startsWith(wanted) ? 1 : 2].push(listed);
  }
  return ranked.flat();
}

/** As people type it: without the sign of a channel or a person, in small letters. */
function plain(text: string): string {
  return text.trim().toLowerCase().replace(/^[#@]/u, "");
}
