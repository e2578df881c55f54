import { useId } from "react";
import { type Impact, impacts } from "../../../core/domain/window.ts";
import { ImpactShape, impactTone, impactWords } from "../../ui/impact-mark.tsx";
import classes from "./impact-field.module.css";

const meanings: Readonly<Record<Impact, string>> = {
  none: "Nobody notices",
  reducedRedundancy: "Works, with less in reserve",
  degraded: "Works, slower or in part",
  outage: "Does not work",
};

/** What users will feel: four choices, each with its shape, word and meaning. */
export function ImpactField({ value, onChange }: { readonly value: Impact; readonly onChange: (impact: Impact) => void }) {
  const id = useId();
  return (
    <fieldset className={classes.impacts}>
      <legend className="fw-legend">What users will feel</legend>
      <div className={classes.impactChoices}>
        {impacts.map((impact) => (
          <label key={impact} className={classes.impact} data-tone={impactTone(impact)}>
            <input
              type="radio"
              name={id}
              id={impact === value ? "field-impact" : undefined}
              checked={impact === value}
              onChange={() => onChange(impact)}
            />
            <span className={classes.impactWord}>
              <ImpactShape impact={impact} /> {impactWords[impact]}
            </span>
            <span className={classes.meaning}>{meanings[impact]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
