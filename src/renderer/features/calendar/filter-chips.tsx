import { type CalendarFilter, everything } from "../../../core/domain/calendar/calendar-filter.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import { IconX } from "../../ui/icons.ts";
import { count } from "../../ui/words.ts";
import classes from "./filter.module.css";
import { conditionsOf } from "./filter-words.ts";

type Props = {
  readonly filter: CalendarFilter;
  readonly directory: Directory | null;
  /** Windows shown, and all of the same stretch; null until they are read. */
  readonly counts: { readonly windows: number; readonly total: number } | null;
  readonly onFilter: (filter: CalendarFilter) => void;
};

/** What the calendar is narrowed to, each condition with what removes it, and how much of it is left. */
export function FilterChips({ filter, directory, counts, onFilter }: Props) {
  const conditions = conditionsOf(filter, directory);
  return (
    <section className={classes.bar} aria-label="Filter" data-empty={conditions.length === 0 ? "" : undefined}>
      {conditions.length > 0 && (
        <ul className={classes.chips}>
          {conditions.map(({ kind, words, without }) => (
            <li key={`${kind} ${words}`} className={classes.chip}>
              <span className={classes.kind}>{kind}</span> {words}
              <button type="button" aria-label={`Remove ${kind} ${words}`} onClick={() => onFilter(without)}>
                <IconX size={12} stroke={2.2} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className={classes.count} role="status">
        {conditions.length > 0 && counts !== null && `${counts.windows} of ${count(counts.total, "window")}`}
      </p>
      {conditions.length > 1 && (
        <button type="button" className={classes.clear} onClick={() => onFilter(everything)}>
          Clear all
        </button>
      )}
    </section>
  );
}
