import { useState } from "react";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { useProgress } from "../../state/progress.ts";
import { MoreButton } from "../../ui/more-button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { BatchProgress } from "./batch-progress.tsx";
import classes from "./outbox.module.css";
import { WaitingLine } from "./waiting-line.tsx";

type Props = { readonly deliveries: readonly DeliverySummary[]; readonly total: number; readonly zone: ZoneId };

/** What leaves by itself, batch by batch, the next first. `total` counts what is too much to list, too. */
export function Waiting({ deliveries, total, zone }: Props) {
  const batches = Map.groupBy(deliveries, ({ batchId }) => batchId);
  return (
    <Panel title="Waiting" detail={total.toLocaleString("en")} content="rows">
      {deliveries.length === 0 && <p className={classes.empty}>Nothing waits to leave. Approve a notice, and it appears here.</p>}
      {[...batches].map(([batchId, lines]) => (
        <Batch key={batchId} batchId={batchId} lines={lines} zone={zone} />
      ))}
    </Panel>
  );
}

/** A batch of thousands is told by its bar; its next lines are enough to see what it is. */
const shownAtFirst = 10;

function Batch({
  batchId,
  lines,
  zone,
}: {
  readonly batchId: string;
  readonly lines: readonly DeliverySummary[];
  readonly zone: ZoneId;
}) {
  const [isWhole, setWhole] = useState(false);
  const progress = useProgress((state) => state.batches[batchId]);
  const shown = isWhole || lines.length <= shownAtFirst + 1 ? lines : lines.slice(0, shownAtFirst);
  const remaining = Math.max(lines.length, progress === undefined ? 0 : progress.total - progress.done);
  return (
    <div>
      <BatchProgress batchId={batchId} lines={lines} />
      <ul className={classes.lines}>
        {shown.map((delivery) => (
          <WaitingLine key={delivery.id} delivery={delivery} zone={zone} />
        ))}
      </ul>
      {shown.length < lines.length && (
        <MoreButton onClick={() => setWhole(true)}>
          Show {lines.length - shown.length} more
          {remaining > lines.length ? ` of ${(remaining - shown.length).toLocaleString("en")}` : ""}
        </MoreButton>
      )}
    </div>
  );
}
