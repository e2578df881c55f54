import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { OccurrenceAnswer } from "../../../core/domain/recurrence/occurrences.ts";
import {
  formOfRule,
  type RepeatsForm,
  ruleMovedTo,
  ruleOfForm,
  suggestedFor,
} from "../../../core/domain/recurrence/recurrence-form.ts";
import type { Window } from "../../../core/domain/window.ts";
import type { WindowDraft } from "../../../core/domain/window-draft.ts";
import { isWallTime } from "../../../core/domain/zoned-time.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { withAnswer } from "../../ui/occurrence-answers.ts";
import { Panel } from "../../ui/panel.tsx";
import { type ChosenScope, ScopeChoice } from "../../ui/scope-choice.tsx";
import { SeriesMovePreview } from "../../ui/series-move-preview.tsx";
import classes from "../../ui/together.module.css";
import { RepeatsFields } from "./repeats-fields.tsx";

/** Which windows of its series an edit concerns, and how they repeat from then on. */
export type SeriesEdit = {
  readonly scope: ChosenScope;
  /** Null as long as nobody said it anew: the rule stays, or follows the date. */
  readonly rule: string | null;
  readonly answers: readonly OccurrenceAnswer[];
};

export const onlyThisOne: SeriesEdit = { scope: "this", rule: null, answers: [] };

type Props = {
  readonly existing: Window;
  readonly draft: WindowDraft;
  readonly edit: SeriesEdit;
  readonly onChange: (edit: SeriesEdit) => void;
};

/** Asks which windows of the series are meant, and, when several are, how they repeat: with the dates that come of it. */
export function SeriesScopePanel({ existing, draft, edit, onChange }: Props) {
  const { scope, rule, answers } = edit;
  const group = useQuery(trpc.series.ofWindow.queryOptions({ id: existing.id }));
  const known = group.data?.rule ?? null;
  const form = known === null ? null : withWeekday(formOfRule(rule ?? ruleAfter(known, existing, draft)), draft, rule === null);
  const say = (next: RepeatsForm): void => onChange({ ...edit, rule: ruleOfForm(next), answers: [] });
  return (
    <Panel>
      <div className={classes.stack} id="field-rule">
        <ScopeChoice value={scope} onChange={(next) => onChange({ ...edit, scope: next, answers: [] })} />
        <ErrorNote error={group.error} />
        {scope !== "this" && known !== null && (
          <RepeatsOrWords
            form={form}
            draft={draft}
            onForm={say}
            onAnew={() => say({ repeats: suggestedFor(draft.start.wall).weekly, end: { kind: "never" } })}
          >
            <SeriesMovePreview
              windowId={existing.id}
              scope={scope}
              draft={draft}
              rule={rule}
              answers={answers}
              onAnswer={(answer) => onChange({ ...edit, answers: withAnswer(answers, answer) })}
            />
          </RepeatsOrWords>
        )}
      </div>
    </Panel>
  );
}

type RepeatsProps = Omit<Parameters<typeof RepeatsFields>[0], "form"> & {
  readonly form: RepeatsForm | null;
  readonly onAnew: () => void;
};

/** The fields of a rule, or, where it says more than they can, a way to say it anew. */
function RepeatsOrWords({ form, onAnew, ...rest }: RepeatsProps) {
  if (form !== null) return <RepeatsFields {...rest} form={form} />;
  return (
    <>
      {rest.children}
      <div>
        <Button size="xs" variant="default" onClick={onAnew}>
          Repeat in another way
        </Button>
      </div>
    </>
  );
}

/** A rule may leave the weekday to its first start; the form says it. */
function withWeekday(form: RepeatsForm | null, { start }: WindowDraft, isAsItWas: boolean): RepeatsForm | null {
  const isUnsaid = isAsItWas && form?.repeats.kind === "weekly" && form.repeats.weekdays.length === 0;
  return form === null || !isUnsaid
    ? form
    : { ...form, repeats: { ...suggestedFor(start.wall).weekly, every: form.repeats.every } };
}

/** The rule as it follows from the date in the form, or the one there is while that can't be told. */
function ruleAfter(rule: string, existing: Window, { start }: WindowDraft): string {
  return isWallTime(start.wall) ? (ruleMovedTo(rule, existing.start.wall, start.wall) ?? rule) : rule;
}
