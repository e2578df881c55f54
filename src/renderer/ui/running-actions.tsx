import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { Reach } from "../../core/app/windows/reach.ts";
import { type Instant, minute, type ZoneId } from "../../core/domain/instant.ts";
import { trpc } from "../api/trpc.ts";
import { useNow } from "../state/now.ts";
import { useTold } from "../state/told.ts";
import classes from "./ask.module.css";
import { AskButton } from "./ask-button.tsx";
import { ErrorNote } from "./error-note.tsx";
import { IconCheck } from "./icons.ts";
import { PlainButton } from "./plain-button.tsx";
import { ReasonButton } from "./reason-button.tsx";
import own from "./running-actions.module.css";
import { clockText, zoneName } from "./time-words.ts";
import { count } from "./words.ts";

/** A window that runs, as its actions need it. */
export type Running = {
  readonly id: string;
  readonly title: string;
  readonly endAt: Instant;
  readonly reach: Reach;
};

type Props = { readonly window: Running; readonly zone: ZoneId; readonly size?: "xs" | "sm" };

/** Roll back, Extend and Completed: each tells everyone who heard, and can be undone for ten seconds. */
export function RunningActions({ window, zone, size = "sm" }: Props) {
  const announce = useTold((state) => state.announce);
  const conclude = useMutation(trpc.windows.conclude.mutationOptions());
  const finish = async (kind: "completed" | "rolledBack", note = "", lost = "", nextTry = ""): Promise<void> => {
    const result = await conclude.mutateAsync({ id: window.id, kind, note, lost, nextTry });
    announce({ title: `${window.title} ${kind === "completed" ? "is completed" : "was rolled back"}`, result });
  };
  return (
    <div className={own.actions}>
      <ReasonButton
        size={size}
        label="What happened"
        question={`The change is undone and everyone who heard is told: ${reachText(window.reach)}. Ten seconds to undo.`}
        confirm="Roll back and tell them"
        tone="warning"
        also={[
          { label: "What was lost or must be redone", whenEmpty: "Nothing was lost, and there is nothing to redo." },
          { label: "Next try", whenEmpty: "No new date is set." },
        ]}
        onConfirm={(note, lost, nextTry) => finish("rolledBack", note, lost, nextTry)}
      >
        Roll back
      </ReasonButton>
      <AskButton size={size} width={376} question={(close) => <ExtendForm window={window} zone={zone} onClose={close} />}>
        Extend
      </AskButton>
      <PlainButton
        size={size}
        look="good"
        icon={<IconCheck size={16} stroke={2} aria-hidden="true" />}
        isBusy={conclude.isPending}
        onClick={() => finish("completed").catch(() => undefined)}
      >
        Completed
      </PlainButton>
      {conclude.error !== null && conclude.variables?.kind === "completed" && (
        <div className={own.error}>
          <ErrorNote error={conclude.error} />
        </div>
      )}
    </div>
  );
}

/** `11 recipients in 7 threads`. */
export function reachText(reach: Reach): string {
  if (reach.recipients === 0) return "nobody has heard of it";
  const recipients = count(reach.recipients, "recipient");
  return reach.threads === 0 ? recipients : `${recipients} in ${count(reach.threads, "thread")}`;
}

const usualExtensions = [30, 60, 120] as const;
const fiveMinutes = 5 * minute;

function ExtendForm({
  window,
  zone,
  onClose,
}: {
  readonly window: Running;
  readonly zone: ZoneId;
  readonly onClose: () => void;
}) {
  const id = useId();
  const announce = useTold((state) => state.announce);
  const [why, setWhy] = useState("");
  const [minutes, setMinutes] = useState("45");
  const now = useNow(minute);
  // As the backend counts it: from the planned end or, once that has passed, from now in whole five minutes.
  const from = now <= window.endAt ? window.endAt : Math.ceil(now / fiveMinutes) * fiveMinutes;
  const extend = useMutation(
    trpc.windows.extend.mutationOptions({
      onSuccess(result, input) {
        announce({ title: `${window.title} now ends ${endText(from + input.minutes * minute, zone)}`, result });
        onClose();
      },
    }),
  );
  const by = (amount: number): void => extend.mutate({ id: window.id, minutes: amount, why: why.trim() });
  const custom = Number(minutes);
  const isCustomUsable = Number.isInteger(custom) && custom >= 5 && custom <= 10_080;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (isCustomUsable) by(custom);
      }}
    >
      <p className={classes.question}>
        Ends {endText(window.endAt, zone)} as told. Everyone who heard is told the new end: {reachText(window.reach)}. Ten seconds
        to undo.
      </p>
      <label className={classes.label} htmlFor={`${id}-why`}>
        Why it needs longer (optional)
      </label>
      <textarea id={`${id}-why`} className={classes.field} value={why} onChange={(event) => setWhy(event.target.value)} />
      <div className={own.choices}>
        {usualExtensions.map((amount) => (
          <button
            key={amount}
            type="button"
            className={own.choice}
            disabled={extend.isPending}
            onClick={() => by(amount)}
            {...(amount === 30 ? { "data-autofocus": true } : {})}
          >
            <strong>+{amount === 30 ? "30 min" : `${amount / 60} h`}</strong>
            <span className="fw-tabular">until {endText(from + amount * minute, zone)}</span>
          </button>
        ))}
      </div>
      <div className={own.custom}>
        <label className={classes.label} htmlFor={`${id}-minutes`}>
          Or by minutes
        </label>
        <input
          id={`${id}-minutes`}
          className={classes.field}
          type="number"
          min={5}
          max={10080}
          value={minutes}
          aria-invalid={!isCustomUsable || undefined}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <Button size="sm" type="submit" variant="default" loading={extend.isPending} disabled={!isCustomUsable}>
          {isCustomUsable ? `Extend to ${clockText(from + custom * minute, zone)}` : "5 to 10,080 min"}
        </Button>
      </div>
      {extend.error !== null && (
        <div className={classes.error}>
          <ErrorNote error={extend.error} />
        </div>
      )}
    </form>
  );
}

function endText(at: Instant, zone: ZoneId): string {
  return `${clockText(at, zone)} ${zoneName(at, zone)}`;
}
