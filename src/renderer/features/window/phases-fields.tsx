import { Button, TextInput } from "@mantine/core";
import type { PhaseInput } from "../../../core/app/groups/phases.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { followedBy, type WallInput } from "../../../core/domain/wall-input.ts";
import type { WindowDraft } from "../../../core/domain/window-draft.ts";
import { useCoordinatorZone } from "../../api/use-workspace.ts";
import { IconPlus, IconTrash } from "../../ui/icons.ts";
import { choicesOf, timesInWords } from "../../ui/time-fields.tsx";
import classes from "../../ui/together.module.css";
import { WallField } from "../../ui/wall-field.tsx";
import { nextPhase } from "./together.ts";

type Props = {
  readonly draft: WindowDraft;
  readonly phases: readonly PhaseInput[];
  readonly onChange: (phases: readonly PhaseInput[]) => void;
};

/** The phases after the first, which is the window above: the same facts at other times. */
export function PhasesFields({ draft, phases, onChange }: Props) {
  return (
    <div className={classes.stack}>
      <p className={classes.soft}>
        The window above is phase 1. Its readers get one announcement of all phases; whatever follows answers it.
      </p>
      {phases.map((phase, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a phase being typed has no other identity.
        <fieldset key={index} className={classes.phase} aria-label={`Phase ${index + 2}`}>
          <PhaseFields
            number={index + 2}
            phase={phase}
            zone={draft.zone}
            onChange={(next) => onChange(phases.map((other, at) => (at === index ? next : other)))}
          />
          <div className={classes.phaseEnd}>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconTrash size={14} stroke={1.75} aria-hidden="true" />}
              disabled={phases.length === 1}
              onClick={() => onChange(phases.filter((_, at) => at !== index))}
            >
              Remove phase {index + 2}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
          onClick={() => onChange([...phases, nextPhase(draft, phases)])}
        >
          Add a phase
        </Button>
      </div>
    </div>
  );
}

type PhaseProps = {
  readonly number: number;
  readonly phase: PhaseInput;
  readonly zone: ZoneId;
  readonly onChange: (phase: PhaseInput) => void;
};

/** One phase: its times and, where it has one of its own, its title. */
export function PhaseFields({ number, phase, zone, onChange }: PhaseProps) {
  const inWords = timesInWords({ ...phase, zone }, useCoordinatorZone());
  const moveStart = (start: WallInput): void => {
    const follow = followedBy(phase.start.wall, phase.end.wall, start.wall);
    onChange({ ...phase, start, ...(follow === null ? {} : { end: { wall: follow, occurrence: null } }) });
  };
  return (
    <>
      <div className={classes.phaseTimes}>
        <WallField
          label={`Start of phase ${number}`}
          name={`phase-${number}-start`}
          value={phase.start}
          onChange={moveStart}
          error={null}
          choices={choicesOf(phase.start, zone)}
          description={inWords.start}
        />
        <WallField
          label={`End of phase ${number}`}
          name={`phase-${number}-end`}
          value={phase.end}
          onChange={(end) => onChange({ ...phase, end })}
          error={null}
          choices={choicesOf(phase.end, zone)}
          description={inWords.end}
        />
      </div>
      <TextInput
        label={`Title of phase ${number}`}
        description="Empty: the change’s title."
        value={phase.title}
        maxLength={300}
        onChange={(event) => onChange({ ...phase, title: event.currentTarget.value })}
      />
    </>
  );
}
