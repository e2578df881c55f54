import type { PolicyReading, ProposedRule } from "../../domain/policy.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import type { Replanning } from "../planning/replanning.ts";
import { mayWrite } from "../workspace-in-use.ts";
import { storeProposedRules } from "./policy-storing.ts";

export interface Policy {
  /** Reads a pasted policy into proposed rules and questions. Nothing is stored. */
  read(source: string): Promise<Answer<PolicyReading>>;
  /**
   * Stores decided rules, making the change types, audiences, people and channels they name where they are missing.
   * Answers how many were added: a rule that is there already is not added again.
   */
  apply(rules: readonly ProposedRule[]): Promise<Answer<{ readonly rules: number }>>;
}

export function createPolicy(dependencies: Dependencies, replanning: Replanning): Policy {
  const { store, ids, changes, policyReader } = dependencies;
  return {
    async read(source) {
      if (source.trim() === "") return refuse("invalid", "Paste the policy first: its table, or the whole page.", "source");
      const answer = await policyReader.read(source);
      if (answer.kind === "refused") return refuse("invalid", `${answer.reason} Nothing was changed.`, "source");
      const { reading } = answer;
      if (reading.rules.length === 0 && reading.questions.length === 0) {
        return refuse(
          "invalid",
          "No communication matrix was found in this text. Paste a table with one row for each kind of change, or a list that says when notices go out. Nothing was changed.",
          "source",
        );
      }
      return done(reading);
    },
    async apply(proposed) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      let added = 0;
      const answer = await replanning.change("policy.apply", "", (writing) => {
        const before = writing.rules().length;
        added = storeProposedRules(writing, proposed, () => ids.next());
        return done({ before: { rules: before }, after: { rules: before + added } });
      });
      if (!answer.ok) return answer;
      changes.emit({ topic: "directory" });
      changes.emit({ topic: "matrix" });
      return done({ rules: added });
    },
  };
}
