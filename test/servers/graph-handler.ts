import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Reply } from "./faults.ts";

/** A request as the parts of Graph see it: the path below the version in parts, decoded; the body read as JSON. */
type GraphRequest = {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly headers: IncomingHttpHeaders;
};

/** Does what was asked and answers, or answers with an error. */
export type GraphHandler = (request: GraphRequest) => Reply;

/** An error as Graph words it. */
export function graphError(status: number, code: string, message: string): Reply {
  return {
    status,
    body: { error: { code, message, innerError: { "request-id": randomUUID(), date: new Date().toISOString() } } },
  };
}
