import type { Template } from "../../core/domain/message.ts";

/** Reads a default template: `announce.customer.md` holds `Subject: …`, a blank line, and the body. Throws for a file that is not one. */
export function parseTemplateFile(_name: string, _source: string): Template {
  throw new Error("not yet");
}
