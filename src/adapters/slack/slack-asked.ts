import type { Asked } from "../../core/ports/connector.ts";
import { inTheWay } from "../network/in-the-way.ts";
import type { SlackAnswer } from "./slack-client.ts";
import { signInProblem } from "./slack-outcome.ts";
import { missingScopeWords } from "./slack-scopes.ts";

/** What a question that changes nothing comes to when Slack did not answer it. */
export function failedAsk(answer: Exclude<SlackAnswer, { readonly kind: "ok" }>): Exclude<Asked<never>, { kind: "answered" }> {
  switch (answer.kind) {
    case "error": {
      const { code, needed } = answer;
      if (code === "missing_scope") return { kind: "refused", detail: missingScopeWords(needed) };
      if (code === "ratelimited") return { kind: "unreachable", detail: "Slack asks to wait. Try again in a minute." };
      const signIn = signInProblem(code);
      if (signIn !== null) return { kind: "signInNeeded", detail: signIn };
      return code === "unreadable_answer" ? notSlack : { kind: "refused", detail: `Slack answered "${code}".` };
    }
    case "noToken":
      return { kind: "signInNeeded", detail: answer.detail };
    case "rateLimited":
      return { kind: "unreachable", detail: `Slack asks to wait ${answer.retryAfterSeconds} seconds. Try again then.` };
    case "failed":
      // Nothing was to be sent, so nothing is said of that.
      return {
        kind: "unreachable",
        detail: answer.failure.provablyUnsent
          ? answer.failure.words.replace(/^Nothing was sent\. /u, "")
          : "Slack did not answer, or the connection broke. Try again in a minute.",
      };
    case "withheld":
      return { kind: "unreachable", detail: "Slack was not asked." };
  }
}

export const notSlack = { kind: "unreachable", detail: `The answer is not Slack's. ${inTheWay}` } as const;
