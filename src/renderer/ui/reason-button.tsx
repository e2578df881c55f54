import { Button } from "@mantine/core";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import classes from "./ask.module.css";
import { AskButton, type AskButtonLook } from "./ask-button.tsx";
import { ErrorNote } from "./error-note.tsx";
import { FieldError } from "./field-error.tsx";

type Props = AskButtonLook & {
  /** What will happen, and what will not. */
  readonly question: ReactNode;
  /** What the typed words are: `Reason`, `Note`. */
  readonly label: string;
  readonly isRequired?: boolean;
  /** The verb of the button that does it. */
  readonly confirm: string;
  readonly tone?: "bad" | "accent" | "good" | "warning";
  /** Further short questions, none of them required, each with what its emptiness is told as. */
  readonly also?: readonly MoreToSay[];
  /** Does it with what was typed, the further answers in their order; a rejection is shown and everything typed stays. */
  readonly onConfirm: (words: string, ...more: readonly string[]) => Promise<unknown>;
  readonly children: ReactNode;
};

export type MoreToSay = { readonly label: string; readonly whenEmpty: string };

/** A button that asks why before it acts. Escape and a click beside it mean no. */
export function ReasonButton({
  question,
  label,
  isRequired = false,
  confirm,
  tone = "accent",
  also = [],
  onConfirm,
  children,
  ...button
}: Props) {
  return (
    <AskButton
      width={340}
      question={(close) => <ReasonForm {...{ question, label, isRequired, confirm, tone, also, onConfirm }} onClose={close} />}
      {...button}
    >
      {children}
    </AskButton>
  );
}

type FormProps = Required<Pick<Props, "question" | "label" | "isRequired" | "confirm" | "tone" | "also" | "onConfirm">> & {
  readonly onClose: () => void;
};

function ReasonForm({ question, label, isRequired, confirm, tone, also, onConfirm, onClose }: FormProps) {
  const id = useId();
  const [words, setWords] = useState("");
  const [more, setMore] = useState<readonly string[]>(also.map(() => ""));
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    // A popover is drawn in a portal, yet its events go up through React: an outer form must not be submitted too.
    event.stopPropagation();
    if (isRequired && words.trim() === "") {
      setMissing(true);
      return;
    }
    setBusy(true);
    setError(null);
    try {
      await onConfirm(words.trim(), ...more.map((answer) => answer.trim()));
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes.question}>{question}</div>
      <label className={classes.label} htmlFor={id}>
        {label}
        {isRequired ? "" : " (optional)"}
      </label>
      <textarea
        id={id}
        className={classes.field}
        value={words}
        maxLength={isRequired ? 300 : 20_000}
        data-autofocus
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? `${id}-error` : undefined}
        // A required reason is kept as one line: it goes into a register of lines.
        onChange={(event) => {
          setWords(isRequired ? event.target.value.replace(/\s*\n\s*/gu, " ") : event.target.value);
          setMissing(false);
        }}
      />
      <FieldError id={`${id}-error`} message={isMissing ? "Say why in a few words." : null} />
      {also.map(({ label: further, whenEmpty }, index) => (
        <div key={further} className={classes.more}>
          <label className={classes.label} htmlFor={`${id}-${index}`}>
            {further} (else told as shown)
          </label>
          <input
            id={`${id}-${index}`}
            className={classes.field}
            value={more[index] ?? ""}
            placeholder={whenEmpty}
            maxLength={300}
            onChange={(event) => setMore(more.map((answer, at) => (at === index ? event.target.value : answer)))}
          />
        </div>
      ))}
      {error !== null && (
        <div className={classes.error}>
          <ErrorNote error={error} />
        </div>
      )}
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={onClose}>
          Keep as is
        </Button>
        <Button size="xs" color={tone} type="submit" loading={isBusy}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
