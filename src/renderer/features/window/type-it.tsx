import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconArrowRight, IconHelpCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { WindowDraft } from "../../../core/app/windows.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import classes from "./form.module.css";

type Props = {
  readonly initialLine: string;
  /** Takes over what was newly understood. */
  readonly onUnderstood: (changes: Partial<WindowDraft>) => void;
  /** The line is finished: go on with what is missing. */
  readonly onDone: () => void;
};

const example = "Sat 02:00–04:00 London, resize EKS nodes, HIE production, outage";

/** One line that fills the form as it is typed, and shows what each part was taken for. */
export function TypeIt({ initialLine, onUnderstood, onDone }: Props) {
  const [line, setLine] = useState(initialLine);
  const [rested] = useDebouncedValue(line.trim(), 180);
  const answer = useQuery(
    trpc.windows.understand.queryOptions(
      { line: rested },
      { enabled: rested !== "", placeholderData: (previous) => (rested === "" ? undefined : previous) },
    ),
  );
  const understood = rested === "" || answer.isPlaceholderData ? undefined : answer.data;
  const applied = useRef<Partial<WindowDraft>>({});

  useEffect(() => {
    if (understood === undefined) return;
    // Only what the line says anew: a field corrected by hand stays corrected while the line goes on.
    const before = applied.current;
    const news = Object.fromEntries(
      Object.entries(understood.draft).filter(
        ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof WindowDraft]),
      ),
    ) satisfies Partial<WindowDraft>;
    applied.current = understood.draft;
    if (Object.keys(news).length > 0) onUnderstood(news);
  }, [understood, onUnderstood]);

  const parts = rested === "" ? [] : (answer.data?.parts ?? []);
  const questions = rested === "" ? [] : (answer.data?.questions ?? []);
  return (
    <div className={classes.typeIt}>
      <TextInput
        label="Type it"
        placeholder={example}
        value={line}
        maxLength={500}
        autoFocus
        onChange={(event) => setLine(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          onDone();
        }}
        description="When, what, on which service, how bad. It fills the form below; Enter goes on to what is missing."
      />
      <div aria-live="polite">
        {parts.length > 0 && (
          <ul className={classes.parts} aria-label="What was understood">
            {parts.map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity and stand in the line's order.
              <li key={index}>
                <q>{part.words}</q>
                <IconArrowRight size={12} stroke={2} aria-label="taken for" />
                <strong>{part.takenFor}</strong>
              </li>
            ))}
          </ul>
        )}
        {questions.map((question) => (
          <p key={question} className={classes.question}>
            <IconHelpCircle size={15} stroke={1.75} aria-hidden="true" />
            {question}
          </p>
        ))}
      </div>
      <ErrorNote error={answer.error} />
    </div>
  );
}
