import { useId } from "react";
import type { SeriesScope } from "../../core/app/groups/series-changes.ts";
import classes from "./scope-choice.module.css";

/** Which windows of a series a step concerns: only this one, those from it on, or all that are still to come. */
export type ChosenScope = "this" | SeriesScope;

const choices = [
  { scope: "this", words: "Only this one" },
  { scope: "following", words: "This and the following" },
  { scope: "all", words: "All that are still to come" },
] as const satisfies readonly { readonly scope: ChosenScope; readonly words: string }[];

type Props = { readonly value: ChosenScope; readonly onChange: (scope: ChosenScope) => void };

/** Asks which windows of a series are meant. */
export function ScopeChoice({ value, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className={classes.scope}>
      <legend className="fw-legend">Which windows of the series</legend>
      {choices.map(({ scope, words }) => (
        <label key={scope} className={classes.choice}>
          <input type="radio" name={name} checked={value === scope} onChange={() => onChange(scope)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
