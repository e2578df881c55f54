// Checks drafts of 250 words: one reader's, and two hundred readers' at once. Prints the times in milliseconds.

import { checkDraft } from "../../../src/core/domain/checker.ts";
import { checkedInput } from "../../builders/long-draft.ts";

const [warmUp = 3, runs = 9] = process.argv.slice(2).map(Number);

/** Each time other words, as after an edit: nothing read before is of use. */
function once(run: number): { readonly one: number; readonly many: number } {
  const single = checkedInput(1, `Run ${run}.`);
  const several = checkedInput(200, `Run ${run}.`);
  const begun = performance.now();
  checkDraft(single);
  const middle = performance.now();
  checkDraft(several);
  return { one: middle - begun, many: performance.now() - middle };
}

const all = Array.from({ length: warmUp + runs }, (_, run) => once(run));
process.stdout.write(JSON.stringify({ first: all[0], runs: all.slice(warmUp) }));
