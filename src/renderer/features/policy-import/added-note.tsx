import { count } from "../../ui/words.ts";
import classes from "./decide-step.module.css";
import type { NextStep } from "./next-steps.ts";

/** What to do after rules were added: what the Directory still lacks, or that nothing is missing. */
export function AddedNote({ known, steps }: { readonly known: number; readonly steps: readonly NextStep[] }) {
  return (
    <>
      {known > 0 && <p>{count(known, "rule was", "rules were")} there already.</p>}
      {steps.length === 0 ? (
        <p>Everyone they name is in the Directory. Next: plan a window.</p>
      ) : (
        <>
          <p>Next, in the Directory:</p>
          <ul className={classes.nextSteps}>
            {steps.map(({ to, text }) => (
              <li key={to}>
                <a href={`#${to}`}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
