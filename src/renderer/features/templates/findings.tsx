import { type Finding, findingKey, type Place } from "../../../core/domain/message.ts";
import type { DraftEdit, MendHere } from "../../ui/draft-editor/mend-draft.ts";
import { FindingLine } from "../../ui/findings/finding-line.tsx";
import { IconCircleCheck } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { count } from "../../ui/words.ts";
import classes from "./findings.module.css";
import type { TriedOn } from "./subject-picker.tsx";
import shared from "./templates.module.css";

type Props = {
  /** The gravest first. Null while the text can't be rendered: then there is nothing to check. */
  readonly findings: readonly Finding[] | null;
  /** The window the text was tried on. */
  readonly triedOn: TriedOn;
  /** Selects the words in the text. */
  readonly onShow: (place: Place) => void;
  /** What can be done about a finding in this text. */
  readonly mendOf: (finding: Finding) => MendHere;
  readonly onMend: (edit: DraftEdit) => void;
  /** The finding whose words were clicked on in the text. */
  readonly pointed: string | null;
};

/** What the checker sees in a text, and what can be done about it for every window. */
export function Findings({ findings, triedOn, onShow, mendOf, onMend, pointed }: Props) {
  const { subject, label } = triedOn;
  const detail = findings === null || findings.length === 0 ? undefined : `${count(findings.length, "finding")} on “${label}”`;
  return (
    <Panel title="Checker" detail={detail} content="rows">
      {findings === null && <p className={shared.empty}>The text is checked again once it can be rendered.</p>}
      {findings?.length === 0 && (
        <p className={classes.clean}>
          <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" /> Nothing to mend in what it makes of “{label}”.
        </p>
      )}
      {findings !== null && findings.length > 0 && (
        <ul className={classes.findings} aria-label="What the checker found">
          {findings.map((finding) => (
            <FindingLine
              key={findingKey(finding)}
              finding={finding}
              isPointed={pointed === findingKey(finding)}
              windowId={subject.kind === "window" ? subject.id : null}
              mend={mendOf(finding)}
              onMend={onMend}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
