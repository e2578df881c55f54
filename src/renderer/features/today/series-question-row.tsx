import type { AskedOfSeries } from "../../../core/app/series-questions.ts";
import { IconClockQuestion } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/plain-button.tsx";
import classes from "./today.module.css";

/** A date of a series that the clocks skip or repeat: it is planned only once somebody says what is meant. */
export function SeriesQuestionRow({ asked }: { readonly asked: AskedOfSeries }) {
  return (
    <div className={classes.row}>
      <IconClockQuestion size={17} stroke={1.75} aria-hidden="true" className={classes.rowIcon} />
      <div className={classes.rowText}>
        <h3 className={classes.rowTitle}>When is {asked.title} to take place?</h3>
        <p className={classes.rowDetail}>{asked.question}</p>
      </div>
      <div className={classes.rowEnd}>
        <ButtonLink size="xs" href={`/windows/${asked.windowId}`}>
          Decide
        </ButtonLink>
      </div>
    </div>
  );
}
