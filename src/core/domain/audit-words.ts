/** Every command and event the audit log knows, as a reader calls it. */
const words: Readonly<Record<string, string>> = {
  "workspaces.create": "Workspace made",
  "workspaces.update": "Settings of the workspace changed",
  "windows.create": "Window created",
  "windows.change": "Window changed",
  "windows.move": "Window moved",
  "windows.cancel": "Window cancelled",
  "windows.completed": "Window completed",
  "windows.rolledBack": "Window rolled back",
  "windows.extend": "Window extended",
  "windows.undo": "Last step undone",
  "notices.saveDraft": "Draft edited",
  "notices.resetDraft": "Draft reset to its template",
  "notices.approve": "Notice approved",
  "notices.approveByPolicy": "Notice approved by its rule",
  "notices.skip": "Notice skipped",
  "notices.reopen": "Notice opened again",
  "outbox.lookAgain": "Message found at the provider",
  "outbox.itWasSent": "Decided: it was sent",
  "outbox.sendAgain": "Decided: send again",
  "outbox.giveUp": "Decided: given up",
  "outbox.retry": "Sent at once by a person",
  "outbox.cancel": "Message cancelled",
  "outbox.markDone": "Done by hand",
  "outbox.lapsed.sendNow": "Lapsed message: sent all the same",
  "outbox.lapsed.cancel": "Lapsed message: not sent",
  "sending.pause": "Sending paused",
  "sending.resume": "Sending resumed",
  "delivery.approved": "Message approved",
  "delivery.due": "Message in line again",
  "delivery.sending": "Message on its way",
  "delivery.accepted": "Message sent",
  "delivery.acceptedLate": "Message accepted after its attempt was given up",
  "delivery.confirmed": "Message confirmed",
  "delivery.held": "Message held",
  "delivery.unknown": "Message sent or not: unknown",
  "delivery.failed": "Message not sent",
  "delivery.cancelled": "Message cancelled",
  "delivery.superseded": "Message overtaken by a change",
  "matrix.save": "Rule saved",
  "matrix.remove": "Rule removed",
  "policy.apply": "Policy taken over",
  "directory.save": "Directory entry saved",
  "directory.remove": "Directory entry removed",
  "freezes.save": "Freeze saved",
  "freezes.remove": "Freeze removed",
  "directory.channelReach": "Readers of a channel looked up",
  "templates.save": "Template saved",
  "templates.reset": "Template reset",
  "connections.connect": "Connection made",
  "connections.check": "Connection checked",
  "connections.disconnect": "Connection ended",
  "connections.pause": "Connection paused",
};

/** What was done, in words; a command without words of its own is told by its name. */
export function auditWords(what: string): string {
  return words[what] ?? what;
}

/** What entries can be about, to choose among them. */
export const auditAreas = [
  "windows",
  "notices",
  "messages",
  "sending",
  "policy",
  "directory",
  "connections",
  "workspace",
] as const;
export type AuditArea = (typeof auditAreas)[number];

/** The beginnings of the commands of each area. */
export const commandsOfArea: Readonly<Record<AuditArea, readonly string[]>> = {
  windows: ["windows."],
  notices: ["notices."],
  messages: ["delivery.", "outbox."],
  sending: ["sending."],
  policy: ["matrix.", "policy.", "templates."],
  directory: ["directory.", "freezes."],
  connections: ["connections."],
  workspace: ["workspaces."],
};
