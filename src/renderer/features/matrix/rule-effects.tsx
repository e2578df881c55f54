import type { Ref } from "react";
import type { RuleEffect } from "../../../core/app/policy/matrix.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import type { PlannedNotice } from "../../../core/domain/notice.ts";
import { useCoordinatorZone } from "../../api/use-workspace.ts";
import { useNow } from "../../state/now.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconArrowRight, IconMinus, IconPlus } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { TimeText } from "../../ui/time-text.tsx";
import { count, stageWords } from "../../ui/words.ts";
import { type NoticeChange, noticeChanges } from "./notice-changes.ts";
import classes from "./rule-effects.module.css";
import { namesOf } from "./rule-words.ts";
import type { EffectOfRule } from "./use-effect-of-rule.ts";

type Props = {
  readonly effect: EffectOfRule;
  readonly directory: Directory;
  /** Whether the rule is for what happens to a window, so that plans made beforehand do not show it. */
  readonly isStatus: boolean;
  readonly ref: Ref<HTMLDivElement>;
};

/** What saving the rule would add to and take from the plans of the next windows. */
export function RuleEffects({ effect, directory, isStatus, ref }: Props) {
  return (
    <div ref={ref} className={classes.effects}>
      <Panel title="What this rule would do to the next windows" content="rows" className={classes.panel ?? ""}>
        <div aria-busy={effect.isPending} aria-live="polite">
          {effect.kind === "unfinished" && (
            <p className={classes.text}>Appears as soon as change type, audience, channels and timing are there.</p>
          )}
          {effect.kind === "refused" && <ErrorNote error={effect.error} />}
          {effect.kind === "known" && <Effects effects={effect.windows} directory={directory} isStatus={isStatus} />}
        </div>
      </Panel>
    </div>
  );
}

function Effects({
  effects,
  directory,
  isStatus,
}: {
  readonly effects: readonly RuleEffect[];
  readonly directory: Directory;
  readonly isStatus: boolean;
}) {
  if (effects.length === 0) return <p className={classes.text}>No window is planned yet, so nothing changes today.</p>;
  const changed = effects.filter(({ added, removed }) => added.length + removed.length > 0);
  const same = effects.length - changed.length;
  if (changed.length === 0) {
    return (
      <p className={classes.text}>
        {isStatus
          ? "Nothing in today’s plans: this notice is owed when it happens, to those who heard of the window by then."
          : `Nothing: the plans of the next ${count(effects.length, "window")} stay as they are.`}
      </p>
    );
  }
  return (
    <>
      {changed.map((effect) => (
        <section key={effect.windowId} className={classes.window}>
          <h3>
            {effect.windowTitle}
            <Sum effect={effect} />
          </h3>
          <ul>
            {noticeChanges(effect).map((change) => (
              <Change key={`${change.kind} ${change.notice.key}`} change={change} directory={directory} />
            ))}
          </ul>
        </section>
      ))}
      {same > 0 && (
        <p className={classes.text}>
          {count(same, "other window")} {same === 1 ? "stays" : "stay"} as planned.
        </p>
      )}
    </>
  );
}

function Sum({ effect }: { readonly effect: RuleEffect }) {
  const changes = noticeChanges(effect);
  const parts = (["added", "changed", "removed"] as const).flatMap((kind) => {
    const amount = changes.filter((change) => change.kind === kind).length;
    return amount === 0 ? [] : [`${amount} ${kind}`];
  });
  return <span className={classes.sum}>{parts.join(", ")}</span>;
}

const changeMarks = { added: IconPlus, removed: IconMinus, changed: IconArrowRight } as const;
const changeWords = { added: "Added", removed: "Removed", changed: "Changed" } as const;

function Change({ change, directory }: { readonly change: NoticeChange; readonly directory: Directory }) {
  const { kind, notice } = change;
  const zone = useCoordinatorZone();
  const Mark = changeMarks[kind];
  const hasMoved = change.kind === "changed" && change.before.dueAt !== notice.dueAt;
  return (
    <li className={classes.change} data-kind={kind}>
      <Mark size={14} stroke={2} aria-hidden="true" />
      <div>
        <span className={classes.kind}>{changeWords[kind]}</span> <strong>{stageWords[notice.stage]}</strong>,{" "}
        {namesOf([notice.audienceId], directory.audiences)}
        <span className={classes.due}>
          <Due notice={notice} />
          {hasMoved && (
            <>
              {" "}
              instead of <TimeText at={change.before.dueAt} zone={zone} />
            </>
          )}
          {change.kind === "changed" && <Recipients before={change.before} after={notice} />}
          {change.kind === "added" && ` · ${count(notice.recipients.length, "recipient")}`}
        </span>
      </div>
    </li>
  );
}

/** When a notice is due; a time already past is said as such. */
function Due({ notice }: { readonly notice: PlannedNotice }) {
  const zone = useCoordinatorZone();
  const now = useNow(60_000);
  const time = <TimeText at={notice.dueAt} zone={zone} />;
  if (notice.latestUsefulAt <= now) return <>was due {time}, too late now</>;
  if (notice.dueAt <= now) return <>due at once, since {time}</>;
  return time;
}

function Recipients({ before, after }: { readonly before: PlannedNotice; readonly after: PlannedNotice }) {
  const [was, is] = [before.recipients.length, after.recipients.length];
  return was === is ? ` · ${count(is, "recipient")}` : ` · ${count(is, "recipient")}, ${was} before`;
}
