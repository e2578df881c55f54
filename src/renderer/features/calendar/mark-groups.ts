import type { NoticeMark, NoticeStanding, PromiseMark } from "../../../core/app/calendar/calendar-marks.ts";
import type { Instant } from "../../../core/domain/instant.ts";

/** Notices and last chances so close to each other that one mark stands for them. `at` is in the view's own measure. */
export type MarkGroup = {
  readonly at: number;
  readonly notices: readonly NoticeMark[];
  readonly promises: readonly PromiseMark[];
};

/** Joins marks that would lie on one another. `place` says where an instant lies, `closest` how near two may stand. */
export function gatherMarks(
  notices: readonly NoticeMark[],
  promises: readonly PromiseMark[],
  place: (at: Instant) => number,
  closest: number,
): readonly MarkGroup[] {
  const points = [
    ...notices.map((notice) => ({ at: place(notice.dueAt), notice, promise: null })),
    ...promises.map((promise) => ({ at: place(promise.at), notice: null, promise })),
  ].sort((one, other) => one.at - other.at);
  const groups: { at: number; notices: NoticeMark[]; promises: PromiseMark[] }[] = [];
  for (const { at, notice, promise } of points) {
    let group = groups.at(-1);
    if (group === undefined || at - group.at > closest) {
      group = { at, notices: [], promises: [] };
      groups.push(group);
    }
    if (notice !== null) group.notices.push(notice);
    if (promise !== null) group.promises.push(promise);
  }
  return groups;
}

export type MarkKind = NoticeStanding | "promise" | "broken";

/** What most needs somebody comes first, and stands for its group. */
const byUrgency = ["broken", "due", "promise", "waiting", "approved", "sent"] as const satisfies readonly MarkKind[];

export function kindOfGroup({ notices, promises }: MarkGroup): MarkKind {
  const kinds = new Set<MarkKind>([
    ...notices.map(({ standing }) => standing),
    ...promises.map(({ isBroken }) => (isBroken ? "broken" : "promise") satisfies MarkKind),
  ]);
  return byUrgency.find((kind) => kinds.has(kind)) ?? "waiting";
}
