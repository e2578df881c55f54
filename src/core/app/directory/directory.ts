import { canonicalJson } from "../../domain/canonical-json.ts";
import type {
  Audience,
  ChangeType,
  Channel,
  Contact,
  Customer,
  Directory as DirectoryData,
  Service,
} from "../../domain/directory.ts";
import type { Instant } from "../../domain/instant.ts";
import { readersAfter } from "../../domain/outside.ts";
import { addressOf } from "../../domain/sending/right-people.ts";
import type { DirectoryKind, ReadStore, WriteStore } from "../../ports/store.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { ReaderLookUps } from "../connections/reader-look-ups.ts";
import type { Dependencies } from "../dependencies.ts";
import type { Replanning } from "../planning/replanning.ts";
import { mayWrite } from "../workspace-in-use.ts";
import { problemWithEntry } from "./directory-door.ts";

export type DirectoryEntry =
  | { readonly kind: "service"; readonly entry: Service }
  | { readonly kind: "changeType"; readonly entry: ChangeType }
  | { readonly kind: "audience"; readonly entry: Audience }
  | { readonly kind: "customer"; readonly entry: Customer }
  | { readonly kind: "contact"; readonly entry: Contact }
  /** `outside` is what a person says of its readers; nothing leaves it as it is. `readers` is kept by Forewarn. */
  | { readonly kind: "channel"; readonly entry: Channel & { readonly outside?: boolean | undefined } };

export interface DirectoryDesk {
  all(): DirectoryData;
  /** Adds the entry, or replaces the one with its id; an empty id makes a new one. Open windows are planned anew. */
  save(entry: DirectoryEntry): Promise<Answer<{ readonly id: string }>>;
  /** Refused while a rule, an audience or an open window still uses it, naming which. */
  remove(kind: DirectoryKind, id: string): Promise<Answer<{ readonly id: string }>>;
}

export function createDirectoryDesk(
  { store, clock, ids, changes }: Dependencies,
  replanning: Replanning,
  readerLookUps: Pick<ReaderLookUps, "lookUp">,
): DirectoryDesk {
  return {
    all: () => store.read((reading) => reading.directory()),
    async save(entry) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const saved = withId(entry, ids.next());
      const answer = await replanning.change("directory.save", saved.entry.id, (writing) => {
        const problem = problemWithEntry(saved, writing.directory());
        if (problem !== null) return problem;
        const before = entriesOf(writing.directory(), saved.kind).find(({ id }) => id === saved.entry.id) ?? null;
        const after = saved.kind === "channel" ? withReaders(saved.entry, writing.directory(), clock.now()) : saved.entry;
        saveEntry(writing, { kind: saved.kind, entry: after } as DirectoryEntry);
        return done({ before, after });
      });
      if (!answer.ok) return answer;
      if (saved.kind === "channel") await readerLookUps.lookUp(saved.entry.id);
      changes.emit({ topic: "directory" });
      // What a service needs and when it may be maintained, or which services a customer uses: conflicts follow.
      if (saved.kind === "service" || saved.kind === "customer") changes.emit({ topic: "windows", windowId: null });
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

/** The entry as it is stored: where it leads, and what is known of who reads along there. */
function withReaders(
  { outside, readers: _readers, problem: _problem, ...channel }: Channel & { readonly outside?: boolean | undefined },
  { channels }: DirectoryData,
  now: Instant,
): Channel {
  const before = channels.find(({ id }) => id === channel.id);
  // What was said of one conversation says nothing of another.
  const same = before !== undefined && isSamePlace(before, channel) ? before : undefined;
  const known = same?.readers;
  const kept: Channel = same?.problem === undefined ? channel : { ...channel, problem: same.problem };
  if (outside === undefined || (!outside && known === undefined)) return known === undefined ? kept : { ...kept, readers: known };
  const detail = outside ? "as stated in the Directory" : "stated in the Directory as our own";
  return { ...kept, readers: readersAfter(known, { outside, saidBy: "person", detail, since: now }) };
}

function isSamePlace(one: Channel, other: Channel): boolean {
  return canonicalJson(addressOf(one)) === canonicalJson(addressOf(other));
}

/** Everything that would break without this entry, by name. */
function usersOf(store: ReadStore, kind: DirectoryKind, id: string, now: number): string[] {
  const { audiences, customers, services } = store.directory();
  const freezes = store.freezes();
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
        ...services.filter(({ dependsOn }) => dependsOn?.includes(id)).map(({ name }) => `the service “${name}”`),
        ...freezes.filter(({ serviceIds }) => serviceIds.includes(id)).map(({ name }) => `the freeze “${name}”`),
      ];
    case "changeType":
      return [...windows(({ changeTypeId }) => changeTypeId === id), ...ruleCount(({ changeTypeId }) => changeTypeId === id)];
    case "audience":
      return ruleCount(({ audienceId }) => audienceId === id);
    case "customer":
      return [
        ...audienceNames(({ customerIds }) => customerIds.includes(id)),
        ...freezes.filter(({ customerIds }) => customerIds.includes(id)).map(({ name }) => `the freeze “${name}”`),
      ];
    case "contact":
      return [
        ...audienceNames(({ contactIds, mentionIds }) => contactIds.includes(id) || mentionIds.includes(id)),
        ...customers.filter(({ contactIds }) => contactIds.includes(id)).map(({ name }) => `the customer “${name}”`),
      ];
    case "channel":
      return ruleCount(({ channelIds }) => channelIds.includes(id));
  }
}
