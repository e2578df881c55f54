import { Button, Popover } from "@mantine/core";
import { useId, useState } from "react";
import type { AvailableFact } from "../../../core/app/notices.ts";
import { factNames } from "../../../core/domain/fact-names.ts";
import { IconPlus } from "../../ui/icons.ts";
import classes from "./compose.module.css";

type Props = { readonly facts: readonly AvailableFact[]; readonly onInsert: (name: string) => void };

const meanings: Readonly<Record<string, string>> = factNames;

/** Every fact this notice can state, with what it shows for the chosen recipient; choosing one puts it at the cursor. */
export function InsertFact({ facts, onInsert }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width={420} position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
          onClick={() => setOpened((is) => !is)}
        >
          Insert fact
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.factMenu}>
        <FactList
          facts={facts}
          onChoose={(name) => {
            setOpened(false);
            // The popover gives the focus back to its button first; the editor takes it after that.
            setTimeout(() => onInsert(name), 0);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function FactList({ facts, onChoose }: { readonly facts: readonly AvailableFact[]; readonly onChoose: (name: string) => void }) {
  const id = useId();
  const [words, setWords] = useState("");
  const wanted = words.trim().toLowerCase();
  const shown = facts.filter(({ name, value }) =>
    `${name} ${value} ${meanings[name] ?? "mention"}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <label className={classes.hidden} htmlFor={id}>
        Find a fact
      </label>
      <input
        id={id}
        className={classes.find}
        placeholder="Find a fact"
        value={words}
        data-autofocus
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          const first = shown[0];
          if (event.key === "Enter" && first !== undefined) onChoose(first.name);
        }}
      />
      <ul className={classes.factList} aria-label="Facts">
        {shown.map(({ name, value }) => (
          <li key={name}>
            <button type="button" onClick={() => onChoose(name)} title={meanings[name] ?? "Calls this person or group by name"}>
              <code>{name.startsWith("mention.") ? "mention" : name}</code>
              <span>{value}</span>
            </button>
          </li>
        ))}
        {shown.length === 0 && <li className={classes.none}>No fact of that name has a value here.</li>}
      </ul>
    </>
  );
}
