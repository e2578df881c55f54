import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { Voice } from "../../../core/domain/directory.ts";
import type { Stage } from "../../../core/domain/matrix.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Panel } from "../../ui/panel.tsx";
import { count } from "../../ui/words.ts";
import { owedAnyway } from "./rules-in-words.ts";
import classes from "./rules-using.module.css";
import shared from "./templates.module.css";

/** Which rules of the matrix begin with this template. */
export function RulesUsing({ stage, voice }: { readonly stage: Stage; readonly voice: Voice }) {
  const using = useQuery(trpc.templates.usedBy.queryOptions({ stage, voice }));
  const rules = using.data ?? [];
  return (
    <Panel title="Used by" detail={rules.length === 0 ? undefined : count(rules.length, "rule")} content="rows">
      <ErrorNote error={using.error} />
      {using.data !== undefined && rules.length === 0 && (
        <p className={shared.empty}>No rule of the matrix has this stage for an audience of this voice.</p>
      )}
      {rules.length > 0 && (
        <ul className={classes.rules}>
          {rules.map(({ id, changeType, audience, channels, timing }) => (
            <li key={id}>
              <Link href={`/matrix?rule=${encodeURIComponent(id)}`}>
                {changeType ?? "Every change type"} → {audience}
              </Link>
              <span>
                {timing}
                {channels.length > 0 && ` · ${channels.join(", ")}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {owedAnyway.has(stage) && (
        <p className={shared.empty}>Whoever was told of a window hears of this too, whether a rule says so or not.</p>
      )}
    </Panel>
  );
}
