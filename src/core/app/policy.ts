import type { PolicyReading, ProposedRule } from "../domain/policy.ts";
import type { Answer } from "./answer.ts";

export interface Policy {
  /** Reads a pasted policy into proposed rules and questions. Nothing is stored. */
  read(source: string): Answer<PolicyReading>;
  /** Stores decided rules, making the change types, audiences and channels they name where they are missing. */
  apply(rules: readonly ProposedRule[]): Promise<Answer<{ readonly rules: number }>>;
}
