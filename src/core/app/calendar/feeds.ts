import { type CalendarFeed, type FeedFilter, feedFileName, isForCustomers } from "../../domain/calendar/calendar-feed.ts";
import { day, type Instant, minute, second } from "../../domain/instant.ts";
import type { ReadStore, WriteStore } from "../../ports/store.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";
import { entriesFor } from "./calendar-entries.ts";

/** A feed as Settings shows it. Its address is not known any more: only a hash of its secret part is kept. */
export type FeedView = Omit<CalendarFeed, "tokenHash"> & {
  readonly isForCustomers: boolean;
  /** How many windows it shows now. */
  readonly windows: number;
  /** Its file, as an absolute path, or null when it is not kept as one. */
  readonly path: string | null;
  /** Why the file is not up to date, or null. */
  readonly trouble: string | null;
};

/** The secret part of a feed's address: it is told once, and can be replaced but not looked up. */
export type FeedSecret = { readonly id: string; readonly token: string };

/** A feed's text for whoever has its address. The tag stays as long as the text does. */
export type FeedAnswer = { readonly text: string; readonly tag: string };

export interface Feeds {
  all(): readonly FeedView[];
  create(name: string, filter: FeedFilter, keepAsFile: boolean): Promise<Answer<FeedSecret>>;
  /** Another address; the one before leads nowhere from then on. */
  newAddress(id: string): Promise<Answer<FeedSecret>>;
  /** Keeps it as a file in the data folder, or takes that file away. */
  keepAsFile(id: string, isKept: boolean): Promise<Answer<{ readonly id: string }>>;
  remove(id: string): Promise<Answer<{ readonly id: string }>>;
  /** What the address with this secret part gives, or null when there is none. */
  read(token: string): FeedAnswer | null;
}

/** What a calendar of changes is looked at for: a quarter back, and a year and a month ahead. */
const back = 90 * day;
const ahead = 400 * day;
/** How often files are looked at, and how long a text stays as it is at most: what runs by now is told by the clock alone. */
const pace = 5 * second;
const oldest = minute;
const mostFeeds = 50;

type Rendered = FeedAnswer & { readonly sequence: number; readonly at: Instant; readonly windows: number };

/** Keeps the feeds of a workspace, answers them, and writes those that are kept as files whenever something changed. */
export function createFeeds(
  dependencies: Pick<Dependencies, "store" | "clock" | "ids" | "changes" | "log" | "calendar" | "feedSecrets" | "feedFiles">,
): { readonly desk: Feeds; readonly tick: (now: Instant) => void } {
  const { store, clock, ids, changes, log, calendar, feedSecrets, feedFiles } = dependencies;
  const rendered = new Map<string, Rendered>();
  const written = new Map<string, string>();
  const troubles = new Map<string, string>();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let isWriting = false;

  /** Every change of the workspace appends to the audit log, so its last number says whether a text still holds. */
  function lastChange(reading: ReadStore): number {
    return reading.audit({ limit: 1 })[0]?.sequence ?? 0;
  }

  function render(reading: ReadStore, feed: CalendarFeed, now: Instant): Rendered {
    const sequence = lastChange(reading);
    const known = rendered.get(feed.id);
    if (known !== undefined && known.sequence === sequence && now >= known.at && now - known.at < oldest) return known;
    // Whole days, so that the same windows are in it all day long.
    const today = Math.floor(now / day) * day;
    const { entries } = entriesFor(reading, feed.filter, { from: today - back, to: today + ahead });
    const text = calendar({ name: feed.name, workspace: workspaceIn(reading), entries, now });
    const made = { text, tag: ids.fingerprint(text), sequence, at: now, windows: entries.length };
    rendered.set(feed.id, made);
    return made;
  }

  function viewOf(reading: ReadStore, feed: CalendarFeed): FeedView {
    const { tokenHash: _tokenHash, ...rest } = feed;
    return {
      ...rest,
      isForCustomers: isForCustomers(feed),
      windows: render(reading, feed, clock.now()).windows,
      path: feed.fileName === null ? null : feedFiles.pathOf(feed.fileName),
      trouble: troubles.get(feed.id) ?? null,
    };
  }

  /** Changes one feed, with its audit entry; what is told of it holds no secret. */
  function change<T>(
    id: string,
    what: string,
    next: (writing: WriteStore, feed: CalendarFeed) => CalendarFeed | null,
    answer: (feed: CalendarFeed) => T,
  ): Answer<T> {
    const allowed = mayWrite(store);
    if (!allowed.ok) return allowed;
    const changed = store.write((writing): Answer<T> => {
      const feed = writing.feeds().find((each) => each.id === id);
      if (feed === undefined) return refuse("notFound", "There is no such feed any more. Nothing was changed.");
      const after = next(writing, feed);
      if (after === null) writing.removeFeed(id);
      else writing.saveFeed(after);
      writing.appendAudit({
        at: clock.now(),
        who: workspaceIn(writing).coordinator.name,
        what,
        subjectId: id,
        before: toldOf(feed),
        after: after === null ? null : toldOf(after),
      });
      return done(answer(feed));
    });
    rendered.delete(id);
    if (changed.ok) changes.emit({ topic: "feeds" });
    return changed;
  }

  async function writeFile(feed: CalendarFeed, now: Instant): Promise<void> {
    if (feed.fileName === null) return;
    const { text, tag } = store.read((reading) => render(reading, feed, now));
    if (written.get(feed.id) === tag) return;
    try {
      await feedFiles.write(feed.fileName, text);
      written.set(feed.id, tag);
      troubles.delete(feed.id);
    } catch (error) {
      const reason = error instanceof Error ? error.message : "unknown";
      log.warn({ feedId: feed.id, reason }, "A feed's file was not written");
      troubles.set(feed.id, `The file was not written: ${reason}. The one before stays, and it is tried again by itself.`);
    }
  }

  async function writeFiles(now: Instant): Promise<void> {
    const kept = store
      .read((reading) => (reading.workspace() === null ? [] : reading.feeds()))
      .filter(({ fileName }) => fileName !== null);
    for (const feed of kept) await writeFile(feed, now);
  }

  async function removeFile(fileName: string | null): Promise<void> {
    if (fileName === null) return;
    await feedFiles.remove(fileName).catch((error: unknown) => {
      log.warn({ reason: error instanceof Error ? error.message : "unknown" }, "A feed's file was not taken away");
    });
  }

  const find = (id: string): CalendarFeed | undefined => store.read((reading) => reading.feeds()).find((feed) => feed.id === id);

  return {
    desk: {
      all: () => store.read((reading) => reading.feeds().map((feed) => viewOf(reading, feed))),
      async create(name, filter, keepAsFile) {
        const allowed = mayWrite(store);
        if (!allowed.ok) return allowed;
        const token = feedSecrets.newToken();
        const id = ids.next();
        const answer = store.write((writing): Answer<FeedSecret> => {
          const feeds = writing.feeds();
          if (feeds.some((feed) => feed.name.toLowerCase() === name.toLowerCase())) {
            return refuse("invalid", "Another feed has this name. Choose one that tells them apart. Nothing was made.", "name");
          }
          if (feeds.length >= mostFeeds) {
            return refuse("notPossible", `There are ${mostFeeds} feeds already. Remove one first. Nothing was made.`);
          }
          const feed: CalendarFeed = {
            id,
            name,
            tokenHash: feedSecrets.hashOf(token),
            filter,
            fileName: keepAsFile ? feedFileName(name, id) : null,
            createdAt: clock.now(),
          };
          writing.saveFeed(feed);
          writing.appendAudit({
            at: clock.now(),
            who: workspaceIn(writing).coordinator.name,
            what: "feeds.create",
            subjectId: id,
            before: null,
            after: toldOf(feed),
          });
          return done({ id, token });
        });
        const made = find(id);
        if (made !== undefined) await writeFile(made, clock.now());
        if (answer.ok) changes.emit({ topic: "feeds" });
        return answer;
      },
      async newAddress(id) {
        const token = feedSecrets.newToken();
        return change(
          id,
          "feeds.newAddress",
          (_writing, feed) => ({ ...feed, tokenHash: feedSecrets.hashOf(token) }),
          () => ({ id, token }),
        );
      },
      async keepAsFile(id, isKept) {
        const answer = change(
          id,
          "feeds.keepAsFile",
          (_writing, feed) => ({ ...feed, fileName: isKept ? feedFileName(feed.name, id) : null }),
          ({ fileName }) => fileName,
        );
        if (!answer.ok) return answer;
        written.delete(id);
        troubles.delete(id);
        const feed = find(id);
        if (feed !== undefined && isKept) await writeFile(feed, clock.now());
        else await removeFile(answer.value);
        return done({ id });
      },
      async remove(id) {
        const answer = change(
          id,
          "feeds.remove",
          () => null,
          ({ fileName }) => fileName,
        );
        if (!answer.ok) return answer;
        await removeFile(answer.value);
        return done({ id });
      },
      read(token) {
        const hash = feedSecrets.hashOf(token);
        return store.read((reading) => {
          if (reading.workspace() === null) return null;
          // All are compared, so that the time it takes says nothing of which.
          const [feed] = reading.feeds().filter(({ tokenHash }) => feedSecrets.isSame(tokenHash, hash));
          return feed === undefined ? null : render(reading, feed, clock.now());
        });
      },
    },
    tick(now) {
      if (isWriting || store.readOnly !== null || Math.abs(now - lookedAt) < pace) return;
      lookedAt = now;
      isWriting = true;
      void writeFiles(now)
        .catch((error: unknown) => {
          log.error({ error: error instanceof Error ? error.message : "unknown" }, "Writing feeds failed");
        })
        .finally(() => {
          isWriting = false;
        });
    },
  };
}

function toldOf({ name, filter, fileName }: CalendarFeed): unknown {
  return { name, filter, fileName };
}
