import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ConnectionView } from "../../../core/app/connections/connection-view.ts";
import { connectionNames } from "../../../core/domain/connection-kind.ts";
import type { Place } from "../../../core/domain/counterpart.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { PlaceChoices } from "./place-choices.tsx";
import classes from "./window-page.module.css";

type Props = { readonly windowId: string; readonly keepers: readonly ConnectionView[]; readonly onDone: () => void };

/** Picks a place of a connected system from its own list: nobody pastes an id. */
export function AddCounterpart({ windowId, keepers, onDone }: Props) {
  const [kind, setKind] = useState(keepers[0]?.kind ?? "pagerDuty");
  const [words, setWords] = useState("");
  const [wanted] = useDebouncedValue(words, 300);
  const [choosing, setChoosing] = useState<Place | null>(null);
  const places = useQuery(trpc.counterparts.places.queryOptions({ kind, words: wanted }));
  const add = useMutation(trpc.counterparts.add.mutationOptions({ onSuccess: onDone }));
  if (choosing !== null) {
    return (
      <div className={classes.adding}>
        <ErrorNote error={add.error} />
        <PlaceChoices
          place={choosing}
          isBusy={add.isPending}
          onChosen={(chosen) => add.mutate({ windowId, kind, place: choosing, chosen })}
          onBack={() => setChoosing(null)}
        />
      </div>
    );
  }
  const take = (place: Place): void =>
    (place.choices ?? []).length > 0 ? setChoosing(place) : add.mutate({ windowId, kind, place });
  return (
    <div className={classes.adding}>
      {keepers.length > 1 && (
        <NativeSelect
          label="System"
          data={keepers.map((keeper) => ({ value: keeper.kind, label: connectionNames[keeper.kind] }))}
          value={kind}
          onChange={(event) => setKind(keepers.find((keeper) => keeper.kind === event.currentTarget.value)?.kind ?? kind)}
        />
      )}
      <TextInput
        label={`Search in ${connectionNames[kind]}`}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
      <ErrorNote error={places.error ?? add.error} />
      <ul className={classes.places} aria-label="Places">
        {places.data?.map((place) => (
          <li key={keyOf(place)}>
            <button type="button" className={classes.place} onClick={() => take(place)}>
              {place.name}
            </button>
          </li>
        ))}
      </ul>
      {places.isPending && <p className={classes.quiet}>Asking {connectionNames[kind]}…</p>}
      {places.data?.length === 0 && <p className={classes.quiet}>Nothing there is called that.</p>}
      <Button size="xs" variant="default" onClick={onDone}>
        Keep as is
      </Button>
    </div>
  );
}

function keyOf({ ids, record }: Place): string {
  return `${ids.join(" ")} ${record?.id ?? ""}`;
}
