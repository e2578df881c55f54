import type { Rule } from "../../../core/domain/matrix.ts";
import { GuardedDrawer } from "../../ui/guarded-drawer.tsx";
import { stageWords } from "../../ui/words.ts";
import { RuleForm } from "./rule-form.tsx";
import { type NewRule, newValues, valuesOf } from "./rule-values.ts";
import { namesOf, type RuleContext } from "./rule-words.ts";

/** What the drawer shows: a stored rule, or a new one for a cell. */
export type Edited = { readonly id: string; readonly place?: NewRule };

type Props = {
  readonly rules: readonly Rule[];
  readonly context: RuleContext;
  /** Null while nothing is open. */
  readonly edited: Edited | null;
  readonly onClose: () => void;
  /** Told what was done, in a few words. */
  readonly onDone: (words: string) => void;
};

/** One rule, to read and to change. A click beside it does not lose what was typed. */
export function RuleDrawer({ rules, context, edited, onClose, onDone }: Props) {
  const rule = rules.find(({ id }) => id === edited?.id);
  const isNew = edited?.id === "";
  return (
    <GuardedDrawer opened={edited !== null} onClose={onClose} size={520} title={titleOf(rule, isNew, context)}>
      {edited !== null && (isNew || rule !== undefined) && (
        <RuleForm
          key={edited.id}
          id={edited.id}
          initial={
            rule === undefined
              ? newValues(edited.place ?? { changeTypeId: "", audienceId: "" }, context.zone)
              : valuesOf(rule, context.zone)
          }
          rules={rules}
          directory={context.directory}
          onClose={onClose}
          onDone={(words) => {
            onDone(words);
            onClose();
          }}
        />
      )}
    </GuardedDrawer>
  );
}

function titleOf(rule: Rule | undefined, isNew: boolean, { directory }: RuleContext): string {
  if (isNew) return "New rule";
  if (rule === undefined) return "Not in the matrix any more";
  return `${stageWords[rule.stage]} · ${namesOf([rule.audienceId], directory.audiences)}`;
}
