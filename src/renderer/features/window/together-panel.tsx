import { useId } from "react";
import type { WindowDraft } from "../../../core/domain/window-draft.ts";
import { withAnswer } from "../../ui/occurrence-answers.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "../../ui/together.module.css";
import { PhasesFields } from "./phases-fields.tsx";
import { RepeatsFields } from "./repeats-fields.tsx";
import { RepeatsPreview } from "./repeats-preview.tsx";
import { type Together, togetherOf } from "./together.ts";

type Props = { readonly draft: WindowDraft; readonly together: Together; readonly onChange: (together: Together) => void };

const kinds = [
  { kind: "alone", words: "Once" },
  { kind: "repeats", words: "It repeats" },
  { kind: "phases", words: "In several phases" },
] as const satisfies readonly { readonly kind: Together["kind"]; readonly words: string }[];

/** Whether the window comes once, again by a rule, or as one change in several phases. */
export function TogetherPanel({ draft, together, onChange }: Props) {
  const name = useId();
  return (
    <Panel title="Repeats and phases">
      <div className={classes.stack}>
        <fieldset className={classes.kinds} aria-label="How often it takes place" id="field-rule">
          {kinds.map(({ kind, words }) => (
            <label key={kind} className={classes.choice}>
              <input
                type="radio"
                name={name}
                checked={together.kind === kind}
                onChange={() => onChange(togetherOf(kind, draft))}
              />
              {words}
            </label>
          ))}
        </fieldset>
        {together.kind === "repeats" && (
          <RepeatsFields draft={draft} form={together.form} onForm={(form) => onChange({ ...together, form, answers: [] })}>
            <RepeatsPreview
              draft={draft}
              form={together.form}
              answers={together.answers}
              onAnswer={(answer) => onChange({ ...together, answers: withAnswer(together.answers, answer) })}
            />
          </RepeatsFields>
        )}
        {together.kind === "phases" && (
          <PhasesFields draft={draft} phases={together.phases} onChange={(phases) => onChange({ ...together, phases })} />
        )}
      </div>
    </Panel>
  );
}
