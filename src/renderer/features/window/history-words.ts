import { auditWords } from "../../../core/domain/audit-words.ts";
import { connectionNames, isConnectionKind } from "../../../core/domain/connection-kind.ts";
import type { Stage } from "../../../core/domain/matrix.ts";
import { stageWords } from "../../ui/words.ts";
import type { HistoryEntry } from "./shown-window.ts";

/** What a window's own page can say more briefly than the audit log, which tells of all windows. */
const titles: Readonly<Record<string, string>> = {
  "windows.create": "Created",
  "windows.change": "Changed",
  "windows.move": "Moved",
  "windows.cancel": "Cancelled",
  "windows.completed": "Completed",
  "windows.rolledBack": "Rolled back",
  "windows.extend": "Extended",
  "windows.undo": "Undone",
  "directory.channelReaders": "A channel's readers looked up",
  "notices.approveByPolicy": "Approved by its rule",
  "outbox.lookAgain": "Found at the provider",
  "outbox.retry": "Sent again",
  "outbox.cancel": "Delivery cancelled",
  "outbox.lapsed.sendNow": "Lapsed: sent all the same",
  "outbox.lapsed.cancel": "Lapsed: not sent",
  "counterparts.look": "Another system asked",
  "delivery.accepted": "Sent",
  "delivery.confirmed": "Confirmed",
  "delivery.held": "Held",
  "delivery.unknown": "Sent or not: unknown",
  "delivery.failed": "Not sent",
};

/** Facts of a window as the history names them when they change. */
const factWords: Readonly<Record<string, string>> = {
  title: "title",
  changeTypeId: "change type",
  serviceIds: "services",
  start: "start",
  end: "end",
  zone: "zone",
  impact: "impact",
  expectedDowntimeMinutes: "expected downtime",
  customersAffected: "customers affected",
  reason: "reason",
  effect: "effect",
  goesOn: "what goes on working",
  toDo: "what readers do",
  toDoBy: "by when readers do it",
  afterwards: "what is different afterwards",
  toDoAfter: "what readers do afterwards",
  progress: "what is done and left",
  rollbackPlan: "rollback plan",
  lead: "lead",
  communicationOwner: "communication owner",
  references: "references",
  shortNotice: "shorter notice",
};

/** What was done, as a heading. */
export function historyTitle({ what }: Pick<HistoryEntry, "what">): string {
  return titles[what] ?? auditWords(what);
}

/** What it concerned: the facts that changed, the stage of the notice, the reason. */
export function historyDetail({ what, before, after }: HistoryEntry): string {
  const old = fieldsOf(before);
  const current = fieldsOf(after);
  if (/^(?:windows|series|phases)\./u.test(what) && before && after) {
    const changed = Object.keys(factWords).filter((name) => JSON.stringify(old[name]) !== JSON.stringify(current[name]));
    return changed.map((name) => factWords[name]).join(", ");
  }
  if (what.startsWith("counterparts.")) return placeText(Object.keys(current).length > 0 ? current : old);
  const message = [stageText(old.stage ?? current.stage), textOf(current.channel)].filter((words) => words !== "").join(" to ");
  return [message, textOf(current.reason), overriddenText(current.decisions), shortNoticeText(current.shortNotice)]
    .filter((words) => words !== "")
    .join(": ");
}

/** Which system, where in it, and why it did not work if it did not. */
function placeText({ kind, place, state }: Readonly<Record<string, unknown>>): string {
  const system = textOf(kind);
  const where = typeof place === "string" ? place : textOf(fieldsOf(place).name);
  return [isConnectionKind(system) ? connectionNames[system] : system, where, textOf(fieldsOf(state).detail)]
    .filter((words) => words !== "")
    .join(": ");
}

/** Errors somebody sent in spite of: what was seen, and why. */
function overriddenText(decisions: unknown): string {
  const { overridden } = fieldsOf(decisions);
  if (!Array.isArray(overridden)) return "";
  return overridden
    .map(fieldsOf)
    .map(({ saw, reason }) => `${textOf(saw)} overridden (${textOf(reason)})`)
    .join(", ");
}

/** Who agreed that its readers hear later than promised, and why. */
function shortNoticeText(shortNotice: unknown): string {
  const { reason, approver } = fieldsOf(shortNotice);
  return textOf(approver) === "" ? "" : `shorter notice agreed by ${textOf(approver)} (${textOf(reason)})`;
}

/** Whether an entry is a step on the way, told by what came of it: the audit log has it, the page need not. */
export function isOnTheWay({ what }: HistoryEntry): boolean {
  return what === "delivery.sending" || what === "delivery.due" || what === "counterparts.working";
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function stageText(value: unknown): string {
  const name = textOf(value);
  return name in stageWords ? stageWords[name as Stage] : "";
}
