import type { RuleEffect } from "../../../core/app/policy/matrix.ts";
import type { PlannedNotice } from "../../../core/domain/notice.ts";

/** What a rule does to one notice of a plan. */
export type NoticeChange =
  | { readonly kind: "added"; readonly notice: PlannedNotice }
  | { readonly kind: "removed"; readonly notice: PlannedNotice }
  /** The same notice at another time or to other recipients. */
  | { readonly kind: "changed"; readonly notice: PlannedNotice; readonly before: PlannedNotice };

/** A plan's changes in the order they fall due; a notice that goes and comes back is one that changed. */
export function noticeChanges({ added, removed }: Pick<RuleEffect, "added" | "removed">): readonly NoticeChange[] {
  const gone = new Map(removed.map((notice) => [notice.key, notice]));
  const changes: NoticeChange[] = added.map((notice) => {
    const before = gone.get(notice.key);
    gone.delete(notice.key);
    return before === undefined ? { kind: "added", notice } : { kind: "changed", notice, before };
  });
  for (const notice of gone.values()) changes.push({ kind: "removed", notice });
  return changes.sort((one, other) => one.notice.dueAt - other.notice.dueAt);
}
