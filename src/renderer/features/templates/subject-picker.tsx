import { Button, Popover, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { PreviewSubject } from "../../../core/app/templates/template-preview.ts";
import { exampleWindows } from "../../../core/domain/example-windows.ts";
import { trpc } from "../../api/trpc.ts";
import { useCoordinatorZone } from "../../api/use-workspace.ts";
import { IconCheck, IconChevronDown } from "../../ui/icons.ts";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { TimeText } from "../../ui/time-text.tsx";
import classes from "./subject-picker.module.css";
import shared from "./templates.module.css";

/** What a template is tried on, with the name it is called by on screen. */
export type TriedOn = { readonly subject: PreviewSubject; readonly label: string };

export const ordinaryExample: TriedOn = { subject: { kind: "example", key: "ordinary" }, label: exampleWindows[0].label };

/** Chooses the window a template is tried on: the invented hard ones, or any of the workspace's, past or to come. */
export function SubjectPicker({ triedOn, onPick }: { readonly triedOn: TriedOn; readonly onPick: (picked: TriedOn) => void }) {
  const [opened, setOpened] = useState(false);
  const pick = (picked: TriedOn): void => {
    setOpened(false);
    onPick(picked);
  };
  return (
    <Popover opened={opened} onChange={setOpened} width={420} position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <Button
          className={classes.subjectButton ?? ""}
          size="xs"
          variant="default"
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden="true" />}
          onClick={() => setOpened((is) => !is)}
          aria-label={`Tried on: ${triedOn.label}. Choose another window`}
        >
          {triedOn.label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label="Windows to try it on">
        <Choices triedOn={triedOn} onPick={pick} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ triedOn, onPick }: { readonly triedOn: TriedOn; readonly onPick: (picked: TriedOn) => void }) {
  const [words, setWords] = useState("");
  const sought = useDeferredValue(words.trim());
  const zone = useCoordinatorZone();
  const windows = useQuery(
    trpc.windows.find.queryOptions({ words: sought.slice(0, 200) }, { placeholderData: keepPreviousData }),
  );
  const wanted = sought.toLowerCase();
  const examples = exampleWindows.filter(({ label, detail }) => `${label} ${detail}`.toLowerCase().includes(wanted));
  const found = windows.data ?? [];
  const isChosen = (subject: PreviewSubject): boolean => JSON.stringify(subject) === JSON.stringify(triedOn.subject);
  return (
    <>
      <TextInput
        size="xs"
        data-autofocus
        aria-label="Find a window"
        placeholder="Find a window by its title or reference"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={classes.choices}>
        {examples.length > 0 && (
          <>
            <p className={classes.choicesHead}>Invented, for the hard cases</p>
            <ul aria-label="Invented windows">
              {examples.map(({ key, label, detail }) => {
                const subject: PreviewSubject = { kind: "example", key };
                return (
                  <li key={key}>
                    <Choice isChosen={isChosen(subject)} onClick={() => onPick({ subject, label })}>
                      <strong>{label}</strong>
                      <span>{detail}</span>
                    </Choice>
                  </li>
                );
              })}
            </ul>
          </>
        )}
        {found.length > 0 && (
          <>
            <p className={classes.choicesHead}>This workspace’s windows</p>
            <ul aria-label="Windows of this workspace">
              {found.map(({ id, title, reference, impact, startAt }) => {
                const subject: PreviewSubject = { kind: "window", id };
                return (
                  <li key={id}>
                    <Choice isChosen={isChosen(subject)} onClick={() => onPick({ subject, label: title })}>
                      <strong>
                        <ImpactMark impact={impact} compact /> {title}
                      </strong>
                      <span>
                        {reference} · <TimeText at={startAt} zone={zone} />
                      </span>
                    </Choice>
                  </li>
                );
              })}
            </ul>
          </>
        )}
        {examples.length === 0 && found.length === 0 && !windows.isPending && (
          <p className={shared.none}>No window has these words.</p>
        )}
      </div>
    </>
  );
}

function Choice({
  isChosen,
  onClick,
  children,
}: {
  readonly isChosen: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button type="button" onClick={onClick} aria-current={isChosen || undefined}>
      <span className={classes.choiceWords}>{children}</span>
      {isChosen && <IconCheck size={15} stroke={2} aria-hidden="true" />}
    </button>
  );
}
