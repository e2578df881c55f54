import { Button, Popover } from "@mantine/core";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { factNames } from "../../../core/domain/fact-names.ts";
import { IconPlus } from "../icons.ts";
import classes from "./fact-picker.module.css";

/** A fact by its name, with what it shows where it is tried; null for one that has nothing to show there. */
export type OfferedFact = { readonly name: string; readonly value: string | null };

type Props = { readonly facts: readonly OfferedFact[]; readonly onPick: (name: string) => void };

const meanings: Readonly<Record<string, string>> = factNames;

/** The facts a text may state, each with what it means and what it shows; choosing one puts it where the cursor was. */
export function FactPicker({ facts, onPick }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width={440} position="bottom-start" withinPortal trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
          onClick={() => setOpened((is) => !is)}
        >
          Insert a fact
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu} aria-label="Facts">
        <FactList
          facts={facts}
          onChoose={(name) => {
            setOpened(false);
            // The popover gives the focus back to its button first; the editor takes it after that.
            setTimeout(() => onPick(name), 0);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function FactList({ facts, onChoose }: { readonly facts: readonly OfferedFact[]; readonly onChoose: (name: string) => void }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  const shown = facts.filter((fact) => {
    const all = `${fact.name} ${meaningOf(fact.name)} ${fact.value ?? ""}`.toLowerCase();
    return wanted.every((word) => all.includes(word));
  });
  const current = Math.min(at, shown.length - 1);
  const goTo = (place: number): void => {
    const next = Math.max(0, Math.min(place, shown.length - 1));
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  function onKeyDown(event: KeyboardEvent): void {
    const chosen = shown[current];
    if (event.key === "ArrowDown") goTo(current + 1);
    else if (event.key === "ArrowUp") goTo(current - 1);
    else if (event.key === "Enter" && chosen !== undefined) onChoose(chosen.name);
    else return;
    event.preventDefault();
  }
  return (
    <>
      <input
        className={classes.find}
        role="combobox"
        aria-label="Find a fact"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={current < 0 ? undefined : `${id}-${current}`}
        placeholder="Find a fact by what it means or shows"
        value={words}
        data-autofocus
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={classes.list} id={`${id}-list`} role="listbox" aria-label="Facts" ref={list}>
        {shown.map(({ name, value }, place) => (
          <button
            type="button"
            key={name}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === current}
            tabIndex={-1}
            className={classes.fact}
            onClick={() => onChoose(name)}
          >
            <span className={classes.meaning}>{meaningOf(name)}</span>
            <span className={classes.shows}>
              <code>{name.startsWith("mention.") ? "mention" : name}</code>
              <span data-missing={value === null || undefined}>{value ?? "nothing to show here"}</span>
            </span>
          </button>
        ))}
      </div>
      {shown.length === 0 && <p className={classes.none}>No fact has these words.</p>}
    </>
  );
}

function meaningOf(name: string): string {
  return meanings[name] ?? "Calls this person or group by name";
}
