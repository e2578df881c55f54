import { Button, Popover, TextInput } from "@mantine/core";
import { useState } from "react";
import { IconPlus } from "../../ui/icons.ts";
import classes from "./templates.module.css";

type Fact = { readonly name: string; readonly value: string };

/** The values a text may use, with what each shows for the example; choosing one puts it where the cursor was. */
export function FactPicker({ facts, onPick }: { readonly facts: readonly Fact[]; readonly onPick: (name: string) => void }) {
  const [opened, setOpened] = useState(false);
  const [words, setWords] = useState("");
  const wanted = words.trim().toLowerCase();
  const found = facts.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
  return (
    <Popover opened={opened} onChange={setOpened} width={380} position="bottom-end" trapFocus returnFocus={false}>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.75} aria-hidden="true" />}
          onClick={() => setOpened((is) => !is)}
        >
          Insert a fact
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label="Facts">
        <TextInput
          size="xs"
          data-autofocus
          aria-label="Find a fact"
          placeholder="Find a fact"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <ul className={classes.facts}>
          {found.map(({ name, value }) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => {
                  setOpened(false);
                  onPick(name);
                }}
              >
                <code>{name}</code>
                <span>{value === "" ? "no value here" : value}</span>
              </button>
            </li>
          ))}
          {found.length === 0 && <li className={classes.none}>No fact has these words.</li>}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
