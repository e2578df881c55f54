import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Place } from "../../../core/domain/counterpart.ts";
import { PlainButton } from "../../ui/plain-button.tsx";
import classes from "./window-page.module.css";

type Props = {
  readonly place: Place;
  readonly isBusy: boolean;
  readonly onChosen: (chosen: Readonly<Record<string, string>>) => void;
  readonly onBack: () => void;
};

/** What is to be decided about a place before a window is kept there. */
export function PlaceChoices({ place, isBusy, onChosen, onBack }: Props) {
  const choices = place.choices ?? [];
  const [chosen, setChosen] = useState(Object.fromEntries(choices.map(({ name, usual }) => [name, usual])));
  return (
    <fieldset className={classes.choosing}>
      <legend>{place.name}</legend>
      {choices.map(({ name, label, options }, at) => (
        <NativeSelect
          key={name}
          label={label}
          data={[...options]}
          value={chosen[name] ?? ""}
          onChange={(event) => setChosen({ ...chosen, [name]: event.currentTarget.value })}
          data-autofocus={at === 0 || undefined}
        />
      ))}
      <div className={classes.choosingActions}>
        <Button size="xs" loading={isBusy} onClick={() => onChosen(chosen)}>
          Keep it there
        </Button>
        <PlainButton size="xs" look="default" onClick={onBack}>
          Another place
        </PlainButton>
      </div>
    </fieldset>
  );
}
