import type { TemplateProblem } from "../../../core/domain/message.ts";
import type { LineTrouble } from "../../ui/draft-editor/marked-lines.ts";
import { IconAlertOctagon } from "../../ui/icons.ts";
import classes from "./line-troubles.module.css";

/** What keeps a part of the text from being rendered, by its line. */
export function troublesIn(problems: readonly TemplateProblem[] | undefined, part: "subject" | "body"): readonly LineTrouble[] {
  return (problems ?? []).flatMap((problem) =>
    problem.kind === "syntax" && problem.part === part ? [{ line: problem.line, message: problem.message }] : [],
  );
}

/** The troubles under the text they are in, each with the way to its line. */
export function LineTroubles({
  troubles,
  onShow,
}: {
  readonly troubles: readonly LineTrouble[];
  readonly onShow: (line: number) => void;
}) {
  return (
    <div className={classes.troubles} role="status">
      {troubles.map(({ line, message }) => (
        <p key={`${line} ${message}`} className={classes.trouble}>
          <IconAlertOctagon size={15} stroke={1.75} aria-hidden="true" />
          <span>
            <button type="button" onClick={() => onShow(line)}>
              Line {line}
            </button>
            : {message} The last good version goes on being used.
          </span>
        </p>
      ))}
    </div>
  );
}
