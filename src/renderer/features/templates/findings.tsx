import { Button } from "@mantine/core";
import { type Finding, findingKey, type Gravity } from "../../../core/domain/message.ts";
import { Badge, type Tone } from "../../ui/badge.tsx";
import { IconAlertOctagon, IconAlertTriangle, IconBulb, IconCircleCheck } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "./templates.module.css";

const looks = {
  error: { word: "Error", tone: "bad", icon: IconAlertOctagon },
  warning: { word: "Warning", tone: "warning", icon: IconAlertTriangle },
  hint: { word: "Hint", tone: "accent", icon: IconBulb },
} as const satisfies Record<Gravity, { word: string; tone: Tone; icon: typeof IconBulb }>;

/** What the checker sees in a text, the gravest first. */
export function Findings({
  findings,
  triedOn,
  onShow,
}: {
  /** Null while the text can't be rendered: then there is nothing to check. */
  readonly findings: readonly Finding[] | null;
  /** The window the text was tried on, by its name. */
  readonly triedOn: string;
  /** Selects the words in the text. */
  readonly onShow: (finding: Finding) => void;
}) {
  const order: readonly Gravity[] = ["error", "warning", "hint"];
  const sorted = (findings ?? []).toSorted((one, other) => order.indexOf(one.gravity) - order.indexOf(other.gravity));
  return (
    <Panel title="Checker" content="rows">
      {findings === null && <p className={classes.empty}>The text is checked again once it can be rendered.</p>}
      {findings !== null && sorted.length === 0 && (
        <p className={classes.clean}>
          <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" /> Nothing to mend in what it makes of “{triedOn}”.
        </p>
      )}
      {sorted.map((finding) => {
        const { word, tone, icon: Icon } = looks[finding.gravity];
        return (
          <div key={findingKey(finding)} className={classes.finding}>
            <Badge tone={tone} icon={<Icon size={13} stroke={2} aria-hidden="true" />}>
              {word}
            </Badge>
            <p>
              {finding.quote !== "" && <strong>{finding.quote} </strong>}
              {finding.message}
            </p>
            {finding.quote !== "" && (
              <Button className={classes.show ?? ""} size="xs" variant="default" onClick={() => onShow(finding)}>
                Show
              </Button>
            )}
          </div>
        );
      })}
    </Panel>
  );
}
