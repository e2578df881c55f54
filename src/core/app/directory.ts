import type {
  Audience,
  ChangeType,
  Channel,
  Contact,
  Customer,
  Directory as DirectoryData,
  Service,
} from "../domain/directory.ts";
import type { DirectoryKind, ReadStore, WriteStore } from "../ports/store.ts";
import { type Answer, done, refuse } from "./answer.ts";
import type { Dependencies } from "./dependencies.ts";
import type { Replanning } from "./replanning.ts";
import { mayWrite } from "./workspace-in-use.ts";

export type DirectoryEntry =
  | { readonly kind: "service"; readonly entry: Service }
  | { readonly kind: "changeType"; readonly entry: ChangeType }
  | { readonly kind: "audience"; readonly entry: Audience }
  | { readonly kind: "customer"; readonly entry: Customer }
  | { readonly kind: "contact"; readonly entry: Contact }
  | { readonly kind: "channel"; readonly entry: Channel };

export interface DirectoryDesk {
  all(): DirectoryData;
  /** Adds the entry, or replaces the one with its id; an empty id makes a new one. Open windows are planned anew. */
  save(entry: DirectoryEntry): Promise<Answer<{ readonly id: string }>>;
  /** Refused while a rule, an audience or an open window still uses it, naming which. */
  remove(kind: DirectoryKind, id: string): Promise<Answer<{ readonly id: string }>>;
}

export function createDirectoryDesk({ store, clock, ids, changes }: Dependencies, replanning: Replanning): DirectoryDesk {
  return {
    all: () => store.read((reading) => reading.directory()),
    async save(entry) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const saved = withId(entry, ids.next());
      const answer = await replanning.change("directory.save", saved.entry.id, (writing) => {
        const problem = problemWith(saved, writing);
        if (problem !== null) return problem;
        const before = entriesOf(writing.directory(), saved.kind).find(({ id }) => id === saved.entry.id) ?? null;
        saveEntry(writing, saved);
        return done({ before, after: saved.entry });
      });
      if (!answer.ok) return answer;
      changes.emit({ topic: "directory" });
      return done({ id: saved.entry.id });
    },
    async remove(kind, id) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const answer = await replanning.change("directory.remove", id, (writing) => {
        const before = entriesOf(writing.directory(), kind).find((entry) => entry.id === id);
        if (before === undefined) return refuse("notFound", "There is no such entry any more.");
        const users = usersOf(writing, kind, id, clock.now());
        if (users.length > 0) {
          return refuse(
            "notPossible",
            `“${before.name}” is still used by ${users.slice(0, 5).join(", ")}. Take it out there first. Nothing was removed.`,
          );
        }
        writing.remove(kind, id);
        return done({ before, after: null });
      });
      if (!answer.ok) return answer;
      changes.emit({ topic: "directory" });
      return done({ id });
    },
  };
}

function withId(entry: DirectoryEntry, id: string): DirectoryEntry {
  return entry.entry.id === "" ? ({ kind: entry.kind, entry: { ...entry.entry, id } } as DirectoryEntry) : entry;
}

/** Writes one entry of the directory, whatever its kind. */
function saveEntry(writing: WriteStore, entry: DirectoryEntry): void {
  switch (entry.kind) {
    case "service":
      writing.saveService(entry.entry);
      break;
    case "changeType":
      writing.saveChangeType(entry.entry);
      break;
    case "audience":
      writing.saveAudience(entry.entry);
      break;
    case "customer":
      writing.saveCustomer(entry.entry);
      break;
    case "contact":
      writing.saveContact(entry.entry);
      break;
    case "channel":
      writing.saveChannel(entry.entry);
      break;
  }
}

function entriesOf(directory: DirectoryData, kind: DirectoryKind): readonly { readonly id: string; readonly name: string }[] {
  const lists = {
    service: directory.services,
    changeType: directory.changeTypes,
    audience: directory.audiences,
    customer: directory.customers,
    contact: directory.contacts,
    channel: directory.channels,
  } satisfies Record<DirectoryKind, readonly { readonly id: string; readonly name: string }[]>;
  return lists[kind];
}

function problemWith(entry: DirectoryEntry, store: ReadStore): Answer<never> | null {
  const sameName = entriesOf(store.directory(), entry.kind).find(
    ({ id, name }) => id !== entry.entry.id && name.trim().toLowerCase() === entry.entry.name.trim().toLowerCase(),
  );
  if (sameName !== undefined) return refuse("invalid", "There is one with this name already. Nothing was saved.", "name");
  if (entry.kind === "audience" && entry.entry.customerIds.length > 0 && entry.entry.voice !== "customer") {
    return refuse("invalid", "An audience with customers must be spoken to as customers. Nothing was saved.", "voice");
  }
  return null;
}

/** Everything that would break without this entry, by name. */
function usersOf(store: ReadStore, kind: DirectoryKind, id: string, now: number): string[] {
  const { audiences, customers } = store.directory();
  const rules = store.rules();
  const windows = (uses: (window: NonNullable<ReturnType<ReadStore["window"]>>) => boolean): string[] =>
    store.openWindowIds(now).flatMap((windowId) => {
      const window = store.window(windowId);
      return window !== null && uses(window) ? [`the window “${window.title}”`] : [];
    });
  const ruleCount = (uses: (rule: (typeof rules)[number]) => boolean): string[] => {
    const count = rules.filter(uses).length;
    return count === 0 ? [] : [count === 1 ? "one rule of the matrix" : `${count} rules of the matrix`];
  };
  const audienceNames = (uses: (audience: Audience) => boolean): string[] =>
    audiences.filter(uses).map(({ name }) => `the audience “${name}”`);
  switch (kind) {
    case "service":
      return [
        ...windows(({ serviceIds }) => serviceIds.includes(id)),
        ...ruleCount(({ condition }) => condition.serviceIds.includes(id)),
        ...customers.filter(({ serviceIds }) => serviceIds.includes(id)).map(({ name }) => `the customer “${name}”`),
      ];
    case "changeType":
      return [...windows(({ changeTypeId }) => changeTypeId === id), ...ruleCount(({ changeTypeId }) => changeTypeId === id)];
    case "audience":
      return ruleCount(({ audienceId }) => audienceId === id);
    case "customer":
      return audienceNames(({ customerIds }) => customerIds.includes(id));
    case "contact":
      return [
        ...audienceNames(({ contactIds, mentionIds }) => contactIds.includes(id) || mentionIds.includes(id)),
        ...customers.filter(({ contactIds }) => contactIds.includes(id)).map(({ name }) => `the customer “${name}”`),
      ];
    case "channel":
      return ruleCount(({ channelIds }) => channelIds.includes(id));
  }
}
