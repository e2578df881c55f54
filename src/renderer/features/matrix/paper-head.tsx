import { useWorkspace } from "../../api/use-workspace.ts";
import { useNow } from "../../state/now.ts";
import { timeText } from "../../ui/time-words.ts";
import { count } from "../../ui/words.ts";
import classes from "./paper-head.module.css";

type Props = {
  readonly rules: number;
  /** Those shown have these words; all are shown where there are none. */
  readonly words: string;
  readonly shown: number;
};

/** What a printed matrix must say by itself: whose it is, whether it is all of it, and of when. */
export function PaperHead({ rules, words, shown }: Props) {
  const workspace = useWorkspace();
  const now = useNow(60_000);
  if (workspace === null) return null;
  const which = words === "" ? count(rules, "rule") : `${shown} of ${count(rules, "rule")}, those with “${words}”`;
  return (
    <header className={classes.head}>
      <h1>{workspace.name}: communication matrix</h1>
      <p>
        {which} · times of {workspace.zone.replaceAll("_", " ")} · printed {timeText(now, workspace.zone, "exact")}
      </p>
    </header>
  );
}
