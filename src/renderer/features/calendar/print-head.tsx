import type { CalendarFilter } from "../../../core/domain/calendar/calendar-filter.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { useWorkspace } from "../../api/use-workspace.ts";
import { timeText } from "../../ui/time-words.ts";
import { conditionsOf } from "./filter-words.ts";
import { LegendLists } from "./legend.tsx";
import classes from "./print-head.module.css";
import { usePrinting } from "./use-printing.ts";

type Props = {
  readonly heading: string;
  readonly filter: CalendarFilter;
  readonly directory: Directory | null;
  readonly counts: { readonly windows: number; readonly total: number } | null;
  readonly zone: ZoneId;
  readonly now: number;
};

/** What a sheet of paper must say by itself: of whom, of when, of what, by whose clocks, and what its shapes mean. */
export function PrintHead(props: Props) {
  return usePrinting() && <PaperHead {...props} />;
}

function PaperHead({ heading, filter, directory, counts, zone, now }: Props) {
  const workspace = useWorkspace();
  const conditions = conditionsOf(filter, directory);
  return (
    <header className={classes.printHead}>
      <div className={classes.printTitle}>
        <h1>
          {workspace?.name}: {heading}
        </h1>
        <p>
          {conditions.length === 0 ? "All windows" : conditions.map(({ kind, words }) => `${kind} ${words}`).join(" · ")}
          {counts !== null && `, ${counts.windows} of ${counts.total}`} · times of {zone.replaceAll("_", " ")} · printed{" "}
          {timeText(now, zone)}
        </p>
      </div>
      <LegendLists />
    </header>
  );
}
