import type { IncomingMessage, ServerResponse } from "node:http";
import { newNonce, pageHeaders } from "../backend/page-headers.ts";
import type { Context } from "../contract/router.ts";

/** How often all feeds together are answered within a minute. Calendars ask every few minutes; a guess is as dear as a hit. */
const answersAMinute = 120;

/**
 * Calendars fetch a feed by its secret address alone: no cookie, no header, and nothing else can be reached with it.
 * Whether an address was never there, is no more, or is written wrongly, looks the same from outside.
 */
export function createFeedDoor(options: {
  readonly read: Context["app"]["feeds"]["read"];
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsed: () => number;
}): {
  /** Answers when the path is a feed's, whatever comes of it; false for any other path. */
  answer(request: IncomingMessage, response: ServerResponse, path: string): boolean;
} {
  let minuteBegan = Number.NEGATIVE_INFINITY;
  let answered = 0;

  function mayAnswer(): boolean {
    const now = options.elapsed();
    if (now - minuteBegan >= 60_000) {
      minuteBegan = now;
      answered = 0;
    }
    answered += 1;
    return answered <= answersAMinute;
  }

  return {
    answer(request, response, path) {
      if (!path.startsWith("/feed/")) return false;
      const isHead = request.method === "HEAD";
      if (request.method !== "GET" && !isHead) {
        sendWords(response, 405, "Only GET is answered here.", { allow: "GET, HEAD" });
        return true;
      }
      if (!mayAnswer()) {
        sendWords(response, 429, "That is often. Ask again in a minute.", { "retry-after": "60" });
        return true;
      }
      const token = /^\/feed\/([A-Za-z0-9_-]{43})\.ics$/u.exec(path)?.[1];
      const feed = token === undefined ? null : options.read(token);
      if (feed === null) {
        sendWords(response, 404, "There is nothing at this address.", {});
        return true;
      }
      const etag = `"${feed.tag}"`;
      const headers = { ...headersOf("text/calendar; charset=utf-8", "private, no-cache"), etag };
      if (isKnown(request.headers["if-none-match"], etag)) {
        response.writeHead(304, headers).end();
        return true;
      }
      const body = Buffer.from(feed.text);
      response.writeHead(200, {
        ...headers,
        "content-length": String(body.length),
        "content-disposition": 'inline; filename="forewarn.ics"',
      });
      response.end(isHead ? undefined : body);
      return true;
    },
  };
}

/** Weak or strong, one of several or any (RFC 9110, 13.1.2). */
function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? "").split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//u, "") === etag);
}

function headersOf(type: string, caching: string): Record<string, string> {
  return pageHeaders({ type, caching, nonce: newNonce() });
}

function sendWords(response: ServerResponse, status: number, text: string, more: Record<string, string>): void {
  response.writeHead(status, { ...headersOf("text/plain; charset=utf-8", "no-store"), ...more });
  response.end(text);
}
