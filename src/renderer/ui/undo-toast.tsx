import { ActionIcon, Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link } from "wouter";
import type { DeliverySummary } from "../../core/app/sending/delivery-summary.ts";
import { goesOnByItself } from "../../core/domain/delivery.ts";
import { trpc } from "../api/trpc.ts";
import { useNow } from "../state/now.ts";
import { useProgress } from "../state/progress.ts";
import { type Announcement, useTold } from "../state/told.ts";
import { Badge } from "./badge.tsx";
import { ErrorNote } from "./error-note.tsx";
import { IconArrowBackUp, IconCheck, IconHandClick, IconX } from "./icons.ts";
import { NoteToast } from "./note-toast.tsx";
import { DeliveryBadge } from "./state-badge.tsx";
import classes from "./undo-toast.module.css";
import { count } from "./words.ts";

/** Every step that tells people, while it can be undone and until its result was seen. */
export function UndoToasts() {
  const announcements = useTold((state) => state.announcements);
  return (
    <section className={classes.stack} aria-label="What was just done" aria-live="polite">
      <NoteToast />
      {announcements.map((announcement) => (
        <UndoToast key={announcement.result.batchId} announcement={announcement} />
      ))}
    </section>
  );
}

/** How long a result that needs nobody stays, in milliseconds. */
const shownFor = 8000;

function UndoToast({ announcement }: { readonly announcement: Announcement }) {
  const { title, result } = announcement;
  const dismiss = useTold((state) => state.dismiss);
  const now = useNow();
  const [undone, setUndone] = useState<number | null>(null);
  const undo = useMutation(trpc.windows.undo.mutationOptions({ onSuccess: ({ cancelled }) => setUndone(cancelled) }));
  const secondsLeft = Math.ceil((result.undoUntil - now) / 1000);
  const canUndo = secondsLeft > 0 && undone === null;

  return (
    <article className={classes.toast} aria-label={title}>
      <header className={classes.header}>
        <span className={classes.icon}>
          {undone === null ? (
            <IconCheck size={16} stroke={2} aria-hidden="true" />
          ) : (
            <IconArrowBackUp size={16} stroke={2} aria-hidden="true" />
          )}
        </span>
        <p className={classes.title}>{undone === null ? title : `Undone: ${title}`}</p>
        {!canUndo && (
          <ActionIcon aria-label="Close" onClick={() => dismiss(result.batchId)} size={24}>
            <IconX size={15} stroke={1.75} aria-hidden="true" />
          </ActionIcon>
        )}
      </header>
      {undone !== null && <p className={classes.text}>Nothing left. {count(undone, "message")} taken back.</p>}
      {canUndo && (
        <div className={classes.undo}>
          <p className={classes.text} aria-live="off">
            {result.deliveries === 0 && announcement.after !== undefined
              ? "Can be undone; final"
              : leavingWords(result.deliveries)}{" "}
            in <span className="fw-tabular">{secondsLeft} s</span>
          </p>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowBackUp size={15} stroke={1.75} aria-hidden="true" />}
            loading={undo.isPending}
            onClick={() => undo.mutate({ batchId: result.batchId })}
          >
            Undo
          </Button>
        </div>
      )}
      {!canUndo && undone === null && <BatchResult announcement={announcement} />}
      <ErrorNote error={undo.error} />
      {undone === null && result.notReached.length > 0 && (
        <div className={classes.notReached}>
          <p className={classes.subtitle}>Not reached</p>
          <ul>
            {result.notReached.map((one) => (
              <li key={`${one.who} ${one.why}`}>
                <strong>{one.who}</strong>: {one.why}{" "}
                {one.noticeId === null ? one.nextStep : <Link href={`/notices/${one.noticeId}`}>{one.nextStep}</Link>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}

function BatchResult({ announcement }: { readonly announcement: Announcement }) {
  const { batchId, windowId, deliveries } = announcement.result;
  const progress = useProgress((state) => state.batches[batchId]);
  const view = useQuery(trpc.windows.get.queryOptions({ id: windowId }));
  const own = view.data?.deliveries.filter((delivery) => delivery.batchId === batchId) ?? [];
  const done = Math.max(progress?.done ?? 0, own.filter(isThrough).length);
  const total = Math.max(progress?.total ?? 0, deliveries, own.length);
  const isFine = own.length > 0 && own.every((delivery) => isArrived(delivery)) && announcement.result.notReached.length === 0;
  const dismiss = useTold((state) => state.dismiss);
  useEffect(() => {
    // What needs nobody goes by itself; everything else stays until it was seen.
    if (!isFine) return undefined;
    const timer = setTimeout(() => dismiss(batchId), shownFor);
    return () => clearTimeout(timer);
  }, [isFine, batchId, dismiss]);
  if (total === 0) return <p className={classes.text}>{announcement.after ?? "There was no one to tell."}</p>;
  return (
    <>
      <div className={classes.progress}>
        <progress value={done} max={total} aria-label="Messages on their way" />
        <span className="fw-tabular">
          {done} of {total}
        </span>
      </div>
      {own.length > 0 && (
        <ul className={classes.recipients}>
          {own.map((delivery) => (
            <li key={delivery.id}>
              <span>{recipientName(delivery)}</span>
              {isToDo(delivery) ? (
                <Badge icon={<IconHandClick size={13} stroke={2} aria-hidden="true" />}>To do by hand</Badge>
              ) : (
                <DeliveryBadge state={delivery.state.kind} />
              )}
            </li>
          ))}
        </ul>
      )}
      {own.some(isToDo) && (
        <p className={classes.text}>
          <Link href="/outbox">Do the rest by hand</Link> and tick it off.
        </p>
      )}
      {own.some(goesOnByItself) && (
        <p className={classes.text}>
          {count(own.filter(goesOnByItself).length, "message waits", "messages wait")} for quiet hours to end, then leave by
          themselves.
        </p>
      )}
      {own.some(needsDecision) && (
        <p className={classes.text}>
          <Link href="/outbox">Decide in the outbox</Link> about those that did not arrive.
        </p>
      )}
    </>
  );
}

function isArrived({ state }: DeliverySummary): boolean {
  return state.kind === "accepted" || state.kind === "confirmed";
}

function leavingWords(deliveries: number): string {
  if (deliveries === 0) return "No one to tell";
  return deliveries === 1 ? "1 message leaves" : `${count(deliveries, "message")} leave`;
}

/** Nothing more happens to it by itself: it left, it needs a decision, or a person does it by hand. */
function isThrough({ state, channelKind }: DeliverySummary): boolean {
  return channelKind === "manual" || (state.kind !== "approved" && state.kind !== "due" && state.kind !== "sending");
}

function isToDo({ state, channelKind }: DeliverySummary): boolean {
  return channelKind === "manual" && (state.kind === "approved" || state.kind === "due" || state.kind === "held");
}

function needsDecision(delivery: DeliverySummary): boolean {
  const { kind } = delivery.state;
  return !isToDo(delivery) && !goesOnByItself(delivery) && (kind === "failed" || kind === "held" || kind === "unknown");
}

function recipientName(delivery: DeliverySummary): string {
  return delivery.customerName === null ? delivery.channelName : `${delivery.customerName}, ${delivery.channelName}`;
}
