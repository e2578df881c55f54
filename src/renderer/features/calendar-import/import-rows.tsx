import { Button, Checkbox } from "@mantine/core";
import type { ImportedFile, ImportPreview, ImportRow } from "../../../core/app/calendar/calendar-import.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { SpanText } from "../../ui/time-text.tsx";
import { zonePlace } from "../../ui/time-words.ts";
import { count } from "../../ui/words.ts";
import classes from "./calendar-import.module.css";

type Props = {
  readonly preview: ImportPreview;
  readonly zone: ZoneId;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onAnswer: (answer: ImportedFile["answers"][number]) => void;
};

/** What each row becomes, with a question where a time is not certain; what could not be read, by its line. */
export function ImportRows({ preview, zone, chosen, onChoose, onAnswer }: Props) {
  function choose(key: string, isChosen: boolean): void {
    const next = new Set(chosen);
    if (isChosen) next.add(key);
    else next.delete(key);
    onChoose(next);
  }
  return (
    <>
      {preview.problems.length > 0 && (
        <section className={classes.problems} aria-label="What could not be read">
          <h3>{count(preview.problems.length, "row")} could not be read</h3>
          <ul>
            {preview.problems.slice(0, 50).map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                <strong>Line {line}:</strong> {message}
              </li>
            ))}
          </ul>
        </section>
      )}
      {preview.rows.length === 0 ? (
        <p className={classes.hint}>There is nothing to import.</p>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.rows} aria-label="What each row becomes">
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">What</th>
                <th scope="col">When</th>
                <th scope="col">What comes of it</th>
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row) => (
                <tr key={row.key}>
                  <td>{row.line}</td>
                  <td>
                    <strong>{row.title === "" ? "Untitled" : row.title}</strong>
                    <span className={classes.small}>
                      {row.provider}
                      {row.impact !== null && <ImpactMark impact={row.impact} />}
                    </span>
                  </td>
                  <td>
                    {row.times !== null && <SpanText from={row.times.startAt} to={row.times.endAt} zone={zone} />}
                    {row.times !== null && row.isZoneTaken && (
                      <span className={classes.small}>No zone is given: taken as {zonePlace(zone)}</span>
                    )}
                  </td>
                  <td>
                    <Becomes row={row} zone={zone} isChosen={chosen.has(row.key)} onChoose={choose} onAnswer={onAnswer} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

type BecomesProps = {
  readonly row: ImportRow;
  readonly zone: ZoneId;
  readonly isChosen: boolean;
  readonly onChoose: (key: string, isChosen: boolean) => void;
  readonly onAnswer: Props["onAnswer"];
};

function Becomes({ row, zone, isChosen, onChoose, onAnswer }: BecomesProps) {
  const { key, becomes } = row;
  const box = (label: string) => (
    <Checkbox label={label} checked={isChosen} onChange={(event) => onChoose(key, event.currentTarget.checked)} />
  );
  switch (becomes.kind) {
    case "add":
      return box("Propose a window");
    case "change":
    case "cancel":
      return (
        <>
          {box(becomes.kind === "change" ? "Propose a change" : "Propose a cancellation")}
          <span className={classes.small}>
            was <SpanText from={becomes.was.startAt} to={becomes.was.endAt} zone={zone} />
          </span>
        </>
      );
    case "asks":
      return (
        <fieldset className={classes.asks}>
          <legend>{becomes.message}</legend>
          {becomes.choices.map(({ answer, label }) => (
            <Button key={answer} size="xs" variant="default" onClick={() => onAnswer({ key, field: becomes.field, answer })}>
              {label}
            </Button>
          ))}
        </fieldset>
      );
    case "known":
      return <span className={classes.hint}>{becomes.why}</span>;
    case "broken":
      return <span className={classes.broken}>{becomes.message} Correct it in the file.</span>;
  }
}
