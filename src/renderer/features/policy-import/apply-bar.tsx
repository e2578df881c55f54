import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import { useLocation } from "wouter";
import type { PolicyReading, ProposedRule } from "../../../core/domain/policy.ts";
import { decidedRules } from "../../../core/domain/policy-reading/decided-rules.ts";
import type { Inputs } from "../../api/inputs.ts";
import { client, trpc } from "../../api/trpc.ts";
import { useNote } from "../../state/notes.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconArrowDown, IconPlus } from "../../ui/icons.ts";
import { count } from "../../ui/words.ts";
import { AddedNote } from "./added-note.tsx";
import classes from "./decide-step.module.css";
import { useImport } from "./import-state.ts";
import type { Decisions } from "./linked-rules.ts";
import { nextSteps } from "./next-steps.ts";
import { rulesAtOnce } from "./paste-limit.ts";

type Props = {
  readonly reading: PolicyReading;
  readonly decisions: Decisions;
  readonly openCount: number;
  readonly onGoToOpen: () => void;
};

/** Adds the rules once nothing is open, and says until then what is. */
export function ApplyBar({ reading, decisions, openCount, onGoToOpen }: Props) {
  const id = useId();
  const [, go] = useLocation();
  const { startOver, finish } = useImport();
  const showNote = useNote((state) => state.show);
  const rules = decidedRules(reading, decisions);
  const add = useMutation(
    trpc.policy.adopt.mutationOptions({
      onSuccess: async (added) => {
        go("/matrix");
        finish();
        const directory = await client.directory.all.query();
        showNote({
          title: `${count(added.rules, "rule")} added to the matrix`,
          content: <AddedNote known={rules.length - added.rules} steps={nextSteps(directory, rules)} />,
        });
      },
    }),
  );
  const reason = whyNotYet(openCount, rules.length);
  const isOpen = openCount > 0 && rules.length <= rulesAtOnce;
  return (
    <footer className={classes.bar}>
      <ErrorNote error={add.error} />
      <div className={classes.barRow}>
        {decisions.size === 0 ? (
          <Button variant="default" onClick={startOver}>
            Start over
          </Button>
        ) : (
          <ConfirmButton
            question={`Go back to the paste? ${count(decisions.size, "decision")} will be forgotten; the text stays. Nothing was added.`}
            confirm="Start over"
            onConfirm={startOver}
          >
            Start over…
          </ConfirmButton>
        )}
        <div className={classes.barEnd}>
          {reason !== null && isOpen && (
            <button type="button" className={classes.reason} id={id} onClick={onGoToOpen}>
              <IconArrowDown size={15} stroke={1.75} aria-hidden="true" />
              {reason}
            </button>
          )}
          {reason !== null && !isOpen && (
            <span className={classes.reason} id={id}>
              {reason}
            </span>
          )}
          <Button
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
            disabled={reason !== null}
            loading={add.isPending}
            aria-describedby={reason === null ? undefined : id}
            onClick={() => add.mutate({ rules: rules.map(toInput) })}
          >
            Add {count(rules.length, "rule")}
          </Button>
        </div>
      </div>
    </footer>
  );
}

/** The contract takes lists it may own. */
function toInput(rule: ProposedRule): Inputs["policy"]["adopt"]["rules"][number] {
  const { audience, channels } = rule;
  return { ...rule, audience: { ...audience, mentions: [...audience.mentions] }, channels: [...channels] };
}

function whyNotYet(openCount: number, rules: number): string | null {
  // Said before anything is decided in vain.
  if (rules > rulesAtOnce) {
    return `At most ${rulesAtOnce.toLocaleString("en")} rules are added at once: start over with a part of the policy`;
  }
  if (openCount > 0) return `Decide ${openCount.toLocaleString("en")} more`;
  return rules === 0 ? "The answers leave no rule to add" : null;
}
