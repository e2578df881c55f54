import type { BadInput } from "./bad-input.ts";

/** A message to Electron's main process that the page's own code would never send. */
export type IpcRow = BadInput & {
  readonly message: unknown;
  readonly frame: { readonly origin: string; readonly isMainFrame: boolean };
  /** Whether an answer comes (a refusal in words), or nothing at all. */
  readonly isAnswered: boolean;
};

const ourPage = { origin: "app://forewarn", isMainFrame: true };
const command = { kind: "mutation", callId: 7, path: "outbox.pause", input: { reason: "Somebody else" } };

function message(name: string, input: string, sent: unknown, isAnswered = false): IpcRow {
  const expected = isAnswered ? "Answered with a refusal; nothing changed" : "Not answered and logged; nothing changed";
  return { area: "IPC payloads", name, input, expected, message: sent, frame: ourPage, isAnswered };
}

function from(name: string, frame: IpcRow["frame"]): IpcRow {
  return { ...message(name, `a command from ${frame.origin}`, command), frame };
}

export const ipcMessages: readonly IpcRow[] = [
  from("a frame inside the page", { ...ourPage, isMainFrame: false }),
  from("a page of the web", { origin: "https://example.org", isMainFrame: true }),
  from("a page whose name begins like ours", { origin: "app://forewarn.example.org", isMainFrame: true }),
  from("a file", { origin: "file://", isMainFrame: true }),
  message("no message", "null", null),
  message("a word", "outbox.pause", "outbox.pause"),
  message("an unknown kind", "kind: command", { ...command, kind: "command" }),
  message("a call number that is text", 'callId: "7"', { ...command, callId: "7" }),
  message("a path that is a list", "path: [outbox, pause]", { ...command, path: ["outbox", "pause"] }),
  message("a procedure that is not there", "outbox.sendEverything", { ...command, path: "outbox.sendEverything" }, true),
  message("a procedure's prototype", "__proto__.toString", { ...command, path: "__proto__.toString" }, true),
  message("a query's path as a command", "today.view as mutation", { ...command, path: "today.view", input: undefined }, true),
  message("an input of the wrong kind", "input: 7", { ...command, input: 7 }, true),
  message("an input with a field too few", "input: {}", { ...command, input: {} }, true),
  message("a reason of 2 MB", "2,000,000 letters", { ...command, input: { reason: "x".repeat(2_000_000) } }, true),
];
