import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import type { LineAnswer } from "../../../core/domain/understand-window.ts";
import type { WindowDraft } from "../../../core/domain/window-draft.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconArrowRight } from "../../ui/icons.ts";
import { LineQuestions } from "./line-questions.tsx";
import classes from "./type-it.module.css";

type Props = {
  readonly initialLine: string;
  /** Takes over what was newly understood, in place of what was before. */
  readonly onUnderstood: (changes: Partial<WindowDraft>, before: Partial<WindowDraft>) => void;
  /** The line says by which rule it comes again, or with null no longer says so. */
  readonly onRepeats: (rule: string | null) => void;
  /** The line is finished: go on with what is missing. */
  readonly onDone: () => void;
};

const example = "Sat 02:00–04:00 London, resize EKS nodes, HIE production, outage";

/** One line that fills the form as it is typed, shows what each part was taken for, and asks what it leaves open. */
export function TypeIt({ initialLine, onUnderstood, onRepeats, onDone }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [line, setLine] = useState(initialLine);
  const [rested] = useDebouncedValue(line.trim(), 180);
  const [settled, setSettled] = useState<readonly string[]>([]);
  const answer = useQuery(
    trpc.windows.understand.queryOptions(
      { line: rested },
      { enabled: rested !== "", placeholderData: (previous) => (rested === "" ? undefined : previous) },
    ),
  );
  const understood = rested === "" || answer.isPlaceholderData ? undefined : answer.data;
  const applied = useRef<Partial<WindowDraft>>({});
  const appliedRule = useRef<string | null>(null);

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
    if (Object.keys(news).length > 0) onUnderstood(news, before);
    // Another time: which of two is meant is open again.
    if ("start" in news || "end" in news) setSettled([]);
    if (understood.repeats !== appliedRule.current) onRepeats(understood.repeats);
    appliedRule.current = understood.repeats;
  }, [understood, onUnderstood, onRepeats]);

  function take(question: string, chosen: LineAnswer): void {
    if (chosen.kind === "line") setLine(chosen.line);
    else {
      onUnderstood({ [chosen.end]: { wall: chosen.wall, occurrence: chosen.occurrence } }, {});
      setSettled((before) => [...before, question]);
    }
    field.current?.focus();
  }

  const parts = rested === "" ? [] : (answer.data?.parts ?? []);
  const asked = rested === "" ? [] : (answer.data?.asked ?? []).filter(({ text }) => !settled.includes(text));
  return (
    <div className={classes.typeIt}>
      <TextInput
        ref={field}
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
        descriptionProps={{ id: `${id}-description` }}
        attributes={{ input: { "aria-describedby": `${id}-description ${id}-understood` } }}
      />
      {/* The list has a name of its own, which would stand for its content in the field's description. */}
      <span id={`${id}-understood`} hidden>
        {[...parts.map(({ words, takenFor }) => `${words}: ${takenFor}`), ...asked.map(({ text }) => text)].join("; ")}
      </span>
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
        <LineQuestions asked={asked} isOld={answer.isPlaceholderData} onTake={take} />
      </div>
      <ErrorNote error={answer.error} />
    </div>
  );
}
