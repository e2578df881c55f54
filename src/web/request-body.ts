import type { IncomingMessage } from "node:http";

/** The longest call, in bytes: two million characters of policy and what JSON adds to them. */
const bodyLimit = 4 * 1024 * 1024;
/** The longest call that hands in a calendar or a table: ten million characters and what JSON adds to them. */
const fileLimit = 24 * 1024 * 1024;
const callsWithFiles: ReadonlySet<string> = new Set(["calendarImport.read", "calendarImport.keep"]);

/** How long the body of a call may be, in bytes. */
export function bodyLimitOf(path: string): number {
  return callsWithFiles.has(path) ? fileLimit : bodyLimit;
}

/** How much of a call that is too long is still read, so that the browser gets to hear why instead of a broken connection. */
const drainLimit = 64 * 1024 * 1024;

/** Reads the whole body as text, or says `tooLong`. Rejects when the connection breaks. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | "tooLong"> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else if (size > drainLimit) break;
  }
  return size > limit ? "tooLong" : Buffer.concat(chunks).toString("utf8");
}
