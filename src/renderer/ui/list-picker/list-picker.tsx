import { ActionIcon, Combobox, Loader, TextInput, useCombobox, VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { connectionNames } from "../../../core/domain/connection-kind.ts";
import type { Listed } from "../../../core/ports/connector.ts";
import { IconAlertTriangle, IconRefresh } from "../icons.ts";
import classes from "./list-picker.module.css";
import { keyOf, matchesWords } from "./list-words.ts";
import { ListedOptions } from "./listed-options.tsx";
import { type ListSource, useList, useListed } from "./use-list.ts";

type Props = {
  readonly source: ListSource;
  readonly label: string;
  readonly description: string;
  readonly placeholder?: string;
  /** An id, picked or typed. */
  readonly value?: string;
  readonly onChange: (id: string) => void;
  readonly onBlur?: () => void;
  readonly error?: ReactNode;
  /** What is wrong with what was picked is said elsewhere. */
  readonly isProblemSaid?: boolean;
  /** More than its id is wanted of what was picked: a name, an address. */
  readonly onPick?: (listed: Listed) => void;
};

/** A field that takes an id of another system: picked from what is there by typing part of its name, or typed whole. */
export function ListPicker({
  source,
  label,
  description,
  placeholder,
  value = "",
  onChange,
  onBlur,
  error,
  isProblemSaid,
  onPick,
}: Props) {
  const system = connectionNames[source.kind];
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const isOpen = combobox.dropdownOpened;
  // Null while nobody types: then the field shows the name of what was picked.
  const [typed, setTyped] = useState<string | null>(null);
  const [picked, setPicked] = useState<Listed | null>(null);
  const [search] = useDebouncedValue(typed ?? "", 150);
  const { views, isAsking, askAgain } = useList(source, search, isOpen);
  const known = useListed(source, value);
  const listed = picked?.id === value ? picked : known;
  const items = views.flatMap(({ view }) => view?.items ?? []);

  const pick = (one: Listed): void => {
    setPicked(one);
    setTyped(null);
    onChange(one.id);
    onPick?.(one);
    combobox.closeDropdown();
  };
  /** What was typed whole is as good as picked. */
  const settle = (): void => {
    const wanted = plain(typed ?? "");
    const [only, another] = items.filter(({ id, name }) => id.toLowerCase() === wanted || plain(name) === wanted);
    if (typed !== null && only !== undefined && another === undefined) pick(only);
    setTyped(null);
    combobox.closeDropdown();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !isOpen || typed === null || combobox.getSelectedOptionIndex() !== -1) return;
    const [only, another] = items;
    if (only === undefined) return;
    // A word that fits several is no answer yet, and must not leave the form as one.
    event.preventDefault();
    if (another === undefined && search === typed) pick(only);
  };

  return (
    <div>
      <Combobox
        store={combobox}
        // In the drawer or page it belongs to: outside of it, it would be in no landmark.
        withinPortal={false}
        transitionProps={{ duration: 80 }}
        onOptionSubmit={(key) => {
          const one = items.find((item) => keyOf(item) === key);
          if (one !== undefined) pick(one);
        }}
      >
        <Combobox.Target withExpandedAttribute autoComplete="off">
          <TextInput
            label={label}
            description={listed === null ? description : `${listed.id}${listed.detail === "" ? "" : `, ${listed.detail}`}`}
            {...(placeholder === undefined ? {} : { placeholder })}
            aria-autocomplete="list"
            spellCheck={false}
            value={typed ?? listed?.name ?? value}
            error={error}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              onChange(event.currentTarget.value);
              combobox.openDropdown();
              combobox.resetSelectedOption();
            }}
            onClick={(event) => {
              combobox.openDropdown();
              // Whoever picks another one types its name, and not behind the one that is there.
              if (typed === null) event.currentTarget.select();
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              settle();
              onBlur?.();
            }}
            rightSectionPointerEvents="all"
            rightSection={
              isAsking ? (
                <Loader size={14} aria-hidden="true" />
              ) : (
                <ActionIcon
                  variant="subtle"
                  color="neutral"
                  size="sm"
                  aria-label={`Ask ${system} again for ${label}`}
                  title={`Ask ${system} again`}
                  onClick={() => {
                    combobox.openDropdown();
                    // The arrows and Escape are the list's from here.
                    combobox.focusTarget();
                    askAgain();
                  }}
                >
                  <IconRefresh size={15} stroke={1.75} aria-hidden="true" />
                </ActionIcon>
              )
            }
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <ListedOptions views={views} system={system} isAsking={isAsking} />
        </Combobox.Dropdown>
      </Combobox>
      <VisuallyHidden role="status">{isOpen ? matchesWords(views, system, isAsking) : ""}</VisuallyHidden>
      {!isOpen && !isProblemSaid && listed?.problem != null && (
        <p className={classes.problem} role="status">
          <IconAlertTriangle size={14} stroke={2} aria-hidden="true" />
          {listed.problem}.
        </p>
      )}
    </div>
  );
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/^[#@]/u, "");
}
