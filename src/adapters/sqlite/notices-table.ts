import type { Stage } from "../../core/domain/matrix.ts";
import type { Notice } from "../../core/domain/notice.ts";
import type { NoticeSummary, ReadStore, WriteStore } from "../../core/ports/store.ts";
import { type Connection, onlyRow } from "./connection.ts";
import { fromJson } from "./json.ts";

const summaryColumns = "id, window_id, stage, audience_id, due_at, latest_useful_at, state";

type SummaryRow = [
  id: string,
  windowId: string,
  stage: Stage,
  audienceId: string,
  dueAt: number,
  latestUsefulAt: number,
  state: NoticeSummary["state"],
];

type NoticeRow = [...SummaryRow, key: string, facts: string];

/** The part of a notice that has no column of its own; what its state says beside its kind is in here too. */
type NoticeRest = Omit<Notice, "id" | "key" | "windowId" | "stage" | "audienceId" | "dueAt" | "latestUsefulAt">;

export function readNotices(connection: Connection): Pick<ReadStore, "notice" | "noticesOf" | "noticesDue" | "noticeIdsHeard"> {
  return {
    notice(id) {
      const row = onlyRow(connection.rows<NoticeRow>(`SELECT ${summaryColumns}, key, facts FROM notice WHERE id = ?`, id));
      return row === null ? null : toNotice(row);
    },
    noticesOf: (windowId) =>
      connection
        .rows<NoticeRow>(
          `SELECT ${summaryColumns}, key, facts FROM notice WHERE window_id = ? ORDER BY due_at, position`,
          windowId,
        )
        .map(toNotice),
    noticesDue: (from, to, state, limit) =>
      connection
        .rows<SummaryRow>(
          `SELECT ${summaryColumns} FROM notice WHERE state = ? AND due_at >= ? AND due_at < ?
           ORDER BY due_at, position LIMIT +?`,
          state,
          from,
          to,
          limit,
        )
        .map(([id, windowId, stage, audienceId, dueAt, latestUsefulAt, kind]) => ({
          id,
          windowId,
          stage,
          audienceId,
          dueAt,
          latestUsefulAt,
          state: kind,
        })),
    noticeIdsHeard: (from, to) =>
      new Set(
        connection
          .rows<[id: string]>(
            `SELECT id FROM notice WHERE state = 'approved' AND due_at >= ? AND due_at < ? AND EXISTS (
               SELECT 1 FROM delivery WHERE notice_id = notice.id AND delivery.state IN ('accepted', 'confirmed'))`,
            from,
            to,
          )
          .map(([id]) => id),
      ),
  };
}

export function writeNotices(connection: Connection): Pick<WriteStore, "saveNotice"> {
  return {
    saveNotice(notice) {
      const { id, key, windowId, stage, audienceId, dueAt, latestUsefulAt, ...rest } = notice;
      connection.change(
        `INSERT INTO notice (id, key, window_id, stage, audience_id, due_at, latest_useful_at, state, facts)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET
           key = excluded.key, window_id = excluded.window_id, stage = excluded.stage, audience_id = excluded.audience_id,
           due_at = excluded.due_at, latest_useful_at = excluded.latest_useful_at, state = excluded.state,
           facts = excluded.facts`,
        id,
        key,
        windowId,
        stage,
        audienceId,
        dueAt,
        latestUsefulAt,
        rest.state.kind,
        JSON.stringify(rest satisfies NoticeRest),
      );
    },
  };
}

function toNotice(row: NoticeRow): Notice {
  const [id, windowId, stage, audienceId, dueAt, latestUsefulAt, , key, facts] = row;
  return { ...fromJson<NoticeRest>(facts), id, key, windowId, stage, audienceId, dueAt, latestUsefulAt };
}
