import { type Finding, findingKey, type Place } from "../../../core/domain/message.ts";
import { FindingWords } from "../../ui/findings/finding-words.tsx";
import { GravityBadge } from "../../ui/findings/gravity-badge.tsx";
import { IconCircleCheck } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "./templates.module.css";

type Props = {
  /** The gravest first. Null while the text can't be rendered: then there is nothing to check. */
  readonly findings: readonly Finding[] | null;
  /** The window the text was tried on, by its name. */
  readonly triedOn: string;
  /** Selects the words in the text. */
  readonly onShow: (place: Place) => void;
};

/** What the checker sees in a text. */
export function Findings({ findings, triedOn, onShow }: Props) {
  return (
    <Panel title="Checker" content="rows">
      {findings === null && <p className={classes.empty}>The text is checked again once it can be rendered.</p>}
      {findings?.length === 0 && (
        <p className={classes.clean}>
          <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" /> Nothing to mend in what it makes of “{triedOn}”.
        </p>
      )}
      {findings?.map((finding) => (
        <div key={findingKey(finding)} className={classes.finding}>
          <GravityBadge gravity={finding.gravity} />
          <p>
            <FindingWords finding={finding} onShow={onShow} />
            {finding.message}
          </p>
        </div>
      ))}
    </Panel>
  );
}
