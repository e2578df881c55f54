import "../../theme/form-styles.ts";
import { Modal, useComputedColorScheme } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { useLocation } from "wouter";
import { client, queryClient, trpc } from "../../api/trpc.ts";
import { useView } from "../../state/view.ts";
import { IconArrowRight, IconCalendarEvent, IconSearch } from "../../ui/icons.ts";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { TimeText } from "../../ui/time-text.tsx";
import { type Entry, entriesFor, isStillFound } from "./entries.ts";
import classes from "./palette.module.css";

/** Reaches everything by typing: places, actions, windows, and a window typed as one line. */
export function Palette() {
  const { isPaletteOpen, setPaletteOpen } = useView();
  const close = (): void => setPaletteOpen(false);
  return (
    <Modal.Root opened={isPaletteOpen} onClose={close} centered={false} yOffset="12vh" size={600} padding={0}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label="Search or do" radius="lg">
        <Modal.Body>
          <Search onClose={close} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Search({ onClose }: { readonly onClose: () => void }) {
  const [, navigate] = useLocation();
  const [words, setWords] = useState("");
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const scheme = useComputedColorScheme("light");
  const sought = useDeferredValue(words.trim());
  const windows = useQuery(
    trpc.windows.find.queryOptions({ words: sought.slice(0, 200) }, { placeholderData: keepPreviousData }),
  );
  const workspace = useQuery(trpc.workspace.view.queryOptions());
  const zone = workspace.data?.workspace?.zone ?? "UTC";
  const found = (windows.data ?? []).slice(0, 6);
  // Whoever types fast and presses Enter must not open what the words before these had found.
  const isOfBefore = windows.isPlaceholderData || sought !== words.trim();
  const entries = entriesFor(words, isOfBefore ? found.filter((window) => isStillFound(window, words)) : found, scheme);

  // At once, not after the dialog's transition: whoever presses Ctrl+K is typing already.
  useEffect(() => field.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words, other entries: the first is the likeliest.
  useEffect(() => setActive(0), [words]);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const run = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    if (entry.kind === "scheme") void setScheme(entry.to);
    else navigate(entry.to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: entries.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined && !(event.key === "Home" || event.key === "End" ? words !== "" : false)) {
      event.preventDefault();
      setActive((next + entries.length) % Math.max(1, entries.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(entries[active]);
    }
  };

  return (
    <div className={classes.palette}>
      <div className={classes.field}>
        <IconSearch size={17} stroke={1.75} aria-hidden="true" />
        <input
          ref={field}
          data-autofocus
          role="combobox"
          aria-label="Search or do"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={entries.length === 0 ? undefined : `${id}-${active}`}
          aria-autocomplete="list"
          placeholder="Go to, find a window, or type one: Sat 02:00–04:00 London, …"
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label="Found" className={classes.list} tabIndex={-1}>
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's, as the ARIA pattern has it.
          <div
            key={entry.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            data-index={index}
            className={classes.entry}
            onMouseMove={() => setActive(index)}
            onClick={() => run(entry)}
          >
            <EntryIcon entry={entry} />
            <span className={classes.label}>{entry.label}</span>
            {entry.kind === "window" ? (
              <span className={classes.facts}>
                <ImpactMark impact={entry.window.impact} compact />
                <TimeText at={entry.window.startAt} zone={zone} />
                <span>{entry.window.reference}</span>
              </span>
            ) : (
              <span className={classes.facts}>{entry.hint}</span>
            )}
          </div>
        ))}
        {entries.length === 0 && <p className={classes.nothing}>Nothing here is called that.</p>}
      </div>
      <p className={classes.keys} aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>Enter</kbd> open <kbd>Esc</kbd> close
      </p>
    </div>
  );
}

function EntryIcon({ entry }: { readonly entry: Entry }) {
  const Icon = entry.kind === "window" ? IconCalendarEvent : (entry.icon ?? IconArrowRight);
  return <Icon size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />;
}

async function setScheme(colorScheme: "light" | "dark"): Promise<void> {
  const current = await queryClient.fetchQuery(trpc.host.preferences.queryOptions());
  await client.host.setPreferences.mutate({ ...current, colorScheme });
  await queryClient.invalidateQueries(trpc.host.preferences.queryFilter());
}
