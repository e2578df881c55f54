import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import type { ZoneId } from "../../core/domain/instant.ts";
import type { SendingPause, SendingPauseKind } from "../../core/domain/sending/sending-pause.ts";
import { trpc } from "../api/trpc.ts";
import { useNow } from "../state/now.ts";
import { type Icon, IconClockExclamation, IconHistory, IconPlayerPause } from "../ui/icons.ts";
import { ReasonButton } from "../ui/reason-button.tsx";
import { nearText } from "../ui/relative-words.ts";
import classes from "./sending-banner.module.css";

type Words = {
  readonly icon: Icon;
  readonly title: string;
  /** What the person can say to end it. */
  readonly resume: string;
  readonly question: string;
  readonly label: string;
};

const words: Readonly<Record<SendingPauseKind, Words>> = {
  person: {
    icon: IconPlayerPause,
    title: "All sending is paused",
    resume: "Go on sending",
    question: "What is due leaves at once. What waited for more than half an hour is shown for one decision instead.",
    label: "Why now",
  },
  clock: {
    icon: IconClockExclamation,
    title: "Sending is paused: the clock is in doubt",
    resume: "This computer’s clock is right",
    question:
      "Compare it with a clock you trust before you say so: with a wrong clock, notices go too early, too late, or say a stale word.",
    label: "How you know",
  },
  restored: {
    icon: IconHistory,
    title: "Sending is paused: a backup was restored",
    resume: "Go on sending",
    question:
      "What the backup holds as unsent may have been sent since. Look through the Outbox first: what is in doubt there waits for your decision.",
    label: "Reason",
  },
};

/** Says on every screen that nothing is sent for the time being: why, since when, and what to do. */
export function SendingBanner({ pauses, zone }: { readonly pauses: readonly SendingPause[]; readonly zone: ZoneId }) {
  return (
    <section aria-label="Sending" className={classes.banner}>
      {pauses.map((pause) => (
        <Pause key={pause.kind} pause={pause} zone={zone} />
      ))}
    </section>
  );
}

function Pause({ pause, zone }: { readonly pause: SendingPause; readonly zone: ZoneId }) {
  const resume = useMutation(trpc.outbox.resume.mutationOptions());
  const now = useNow(60_000);
  const [path] = useLocation();
  const { icon: Icon, title, resume: verb, question, label } = words[pause.kind];
  return (
    <div className={classes.line}>
      <Icon size={18} stroke={1.75} aria-hidden="true" className={classes.icon} />
      <div className={classes.text} role="status">
        <strong>{title}</strong> <span className={classes.since}>since {nearText(pause.since, now, zone)}</span>
        <p>{pause.detail}</p>
      </div>
      <div className={classes.actions}>
        {pause.kind === "restored" && path !== "/outbox" && (
          <Button size="xs" variant="default" component={Link} href="/outbox">
            Look at the Outbox
          </Button>
        )}
        <ReasonButton
          size="xs"
          question={question}
          label={label}
          isRequired
          confirm={verb}
          onConfirm={(reason) => resume.mutateAsync({ kind: pause.kind, reason })}
        >
          {verb}
        </ReasonButton>
      </div>
    </div>
  );
}
