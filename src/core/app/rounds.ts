import { day, type Instant } from "../domain/instant.ts";
import type { Notice } from "../domain/notice.ts";
import { stageWords } from "../domain/stage-words.ts";
import type { ReaderLookUps } from "./connections/reader-look-ups.ts";
import type { Dependencies } from "./dependencies.ts";
import type { SeriesAhead } from "./groups/series-ahead.ts";
import type { NoticesAndPolicy } from "./notices/notices.ts";
import type { Sender } from "./sending/sending.ts";

/** What is looked at about once a second. Ticks compare times; no timer is armed for a date (FACTS.md §6). */
export type Rounds = {
  /** Once after opening: what was on its way when the process ended becomes unknown. */
  start(): void;
  /** Says which windows have started or ended, approves what may go by itself, points out what waits for a person, sends what is due. */
  tick(): Promise<void>;
  /** No round could be made: why nothing is sent is told on every screen, until one is made again. */
  cannotSend(why: string): void;
  /** Sends nothing more. Resolves when what is on its way has its outcome. */
  halt(): Promise<void>;
  /** Sends again after a halt. */
  goOn(): void;
};

export function createRounds(
  dependencies: Dependencies,
  sender: Sender,
  notices: Pick<NoticesAndPolicy, "approveByPolicy">,
  readerLookUps: Pick<ReaderLookUps, "lookUpNext">,
  /** What else is looked at: backups, files of feeds, counterparts in other systems. */
  besides: { readonly recover: () => void; readonly tick: (now: Instant) => void; readonly halt: () => Promise<void> },
  series: Pick<SeriesAhead, "isDue" | "tick">,
): Rounds {
  const { store, clock, changes } = dependencies;
  /** Notices pointed out already, or found not fit to go by themselves. Each is told once a session. */
  const pointedOut = new Set<string>();
  let lookedUntil = clock.now();

  function pointOut(notice: Notice, text: string): void {
    if (pointedOut.has(notice.id)) return;
    pointedOut.add(notice.id);
    const title = store.read((reading) => reading.window(notice.windowId))?.title ?? "";
    changes.emit({ topic: "due", noticeId: notice.id, title: `${stageWords[notice.stage]}: ${title}`, text });
    changes.emit({ topic: "notices", windowId: notice.windowId });
  }

  /** A notice whose rule lets it go by itself goes, unless the checker has anything against it. */
  function approveByPolicy(notice: Notice): void {
    const approved = notices.approveByPolicy(notice.id);
    if (!approved.ok) pointOut(notice, `It could not go by itself: ${approved.refusal.message}`);
  }

  function lookAtDueNotices(now: Instant): void {
    const due = store.read((reading) => reading.noticesDue(now - 7 * day, now + 1, "open", 200));
    for (const { id, latestUsefulAt } of due) {
      if (latestUsefulAt <= now || pointedOut.has(id)) continue;
      const notice = store.read((reading) => reading.notice(id));
      if (notice === null) continue;
      if (notice.sending === "automatic") approveByPolicy(notice);
      else pointOut(notice, "It is due now and waits for you.");
    }
  }

  /** Screens keep what they read until they hear of a change; a start or an end that comes with the clock is one, too. */
  function tellStartsAndEnds(now: Instant): void {
    const hasCome = (at: Instant): boolean => at > lookedUntil && at <= now;
    const near = now > lookedUntil ? store.read((reading) => reading.windowsBetween(lookedUntil, now + 1)) : [];
    for (const { id, startAt, endAt, outcome } of near) {
      if (outcome === "open" && (hasCome(startAt) || hasCome(endAt))) changes.emit({ topic: "windows", windowId: id });
    }
    lookedUntil = now;
  }

  return {
    start() {
      if (store.readOnly !== null) return;
      sender.recover();
      besides.recover();
    },
    async tick() {
      if (store.read((reading) => reading.workspace()) === null) return;
      tellStartsAndEnds(clock.now());
      if (store.readOnly !== null) return;
      besides.tick(clock.now());
      try {
        if (series.isDue(clock.now())) series.tick(clock.now(), await dependencies.holidays.load());
        lookAtDueNotices(clock.now());
        await readerLookUps.lookUpNext();
      } catch (error) {
        // What keeps a notice from being approved by itself must not keep others from being sent, unless it is the disk.
        sender.heed(error);
      }
      await sender.tick();
    },
    cannotSend: sender.cannotSend,
    async halt() {
      await sender.halt();
      await besides.halt();
    },
    goOn: sender.goOn,
  };
}
