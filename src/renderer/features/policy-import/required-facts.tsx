import { IconCheck } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "./rule-list.module.css";

/** The facts the policy wants in every message; each window is asked for them. */
export function RequiredFacts({ facts }: { readonly facts: readonly string[] }) {
  return (
    <Panel title="Every message carries" detail="asked for with each window">
      <ul className={classes.facts}>
        {facts.map((fact) => (
          <li key={fact}>
            <IconCheck size={14} stroke={2} aria-hidden="true" />
            {fact}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
