import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import { useProgress } from "../../state/progress.ts";
import { stagePhrases } from "../../ui/delivery-words.ts";
import { count } from "../../ui/words.ts";
import classes from "./outbox.module.css";
import { paceText } from "./pace-words.ts";

/** How far a batch under way is, and at whose pace; nothing for one that has not begun. */
export function BatchProgress({ batchId, lines }: { readonly batchId: string; readonly lines: readonly DeliverySummary[] }) {
  const progress = useProgress((state) => state.batches[batchId]);
  const first = lines[0];
  if (first === undefined || progress === undefined || progress.done === 0 || progress.done >= progress.total) return null;
  const { done, total } = progress;
  const pace = paceText(lines, total - done);
  return (
    <div className={classes.batch}>
      <p>
        <strong>{first.windowTitle}</strong> · {stagePhrases[first.stage]}
      </p>
      <div className={classes.bar}>
        <progress value={done} max={total} aria-label={`Messages of ${first.windowTitle} on their way`} />
        <span className="fw-tabular">
          {done.toLocaleString("en")} of {total.toLocaleString("en")} gone · {Math.floor((100 * done) / total)} %
        </span>
      </div>
      <p className={classes.detail}>
        {count(total - done, "message")} to go{pace === "" ? "" : ` · ${pace}`}
      </p>
    </div>
  );
}
