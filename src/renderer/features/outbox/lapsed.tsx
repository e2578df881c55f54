import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { LapsedDecided } from "../../../core/app/sending/outbox.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { useNote } from "../../state/notes.ts";
import { useNow } from "../../state/now.ts";
import { IconClockPause } from "../../ui/icons.ts";
import { MoreButton } from "../../ui/more-button.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { spanText } from "../../ui/time-words.ts";
import { count } from "../../ui/words.ts";
import { LapsedLine } from "./lapsed-line.tsx";
import classes from "./outbox.module.css";

type Props = { readonly deliveries: readonly DeliverySummary[]; readonly zone: ZoneId };

const shownAtFirst = 12;

/** What came due while nothing could be sent: looked through once, and decided with one word. */
export function Lapsed({ deliveries, zone }: Props) {
  const now = useNow(1000);
  const [isWhole, setWhole] = useState(false);
  const decide = useMutation(trpc.outbox.decideLapsed.mutationOptions());
  if (deliveries.length === 0) return null;
  const inOrder = deliveries.toSorted((one, other) => one.sendAt - other.sendAt);
  const useful = inOrder.filter((delivery) => isOfUse(delivery, now));
  const past = inOrder.filter((delivery) => !isOfUse(delivery, now));
  // Those that would still help first: they are what the decision is about.
  const listed = [...useful, ...past];
  const shown = isWhole ? listed : listed.slice(0, shownAtFirst);

  const decideAll = async (decision: "sendNow" | "cancel", reason: string): Promise<void> => {
    const idsOf = (list: readonly DeliverySummary[]) => list.map(({ id }) => id);
    const none: LapsedDecided = { sent: 0, cancelled: 0, notOfUse: 0 };
    const sent =
      decision === "sendNow" && useful.length > 0 ? await decide.mutateAsync({ ids: idsOf(useful), decision, reason }) : none;
    // Those past their use are settled by the same word: they could only be asked about again.
    const rest = decision === "sendNow" ? past : inOrder;
    const cancelled = rest.length > 0 ? await decide.mutateAsync({ ids: idsOf(rest), decision: "cancel", reason }) : none;
    useNote.getState().show({ title: "Decided, and kept with your reason", content: resultText(sent, cancelled) });
  };

  return (
    <section aria-label="Came due while nothing could be sent">
      <article className={classes.lapsed} aria-label={titleOf(inOrder, zone)}>
        <header className={classes.lapsedHead}>
          <IconClockPause size={18} stroke={1.75} aria-hidden="true" />
          <div className={classes.lapsedText}>
            <h2 className={classes.cardTitle}>{titleOf(inOrder, zone)}</h2>
            <p className={classes.detail}>
              Nothing was sent late by itself. Look through them, then decide once for all:{" "}
              {useful.length === 0 ? "none is of use any more." : `${useful.length} of ${inOrder.length} still of use.`}
            </p>
          </div>
          <div className={classes.lapsedActions}>
            <ReasonButton
              label="Reason"
              isRequired
              question={`${count(inOrder.length, "notice")} will not be sent. They stay here as cancelled, with your reason.`}
              confirm="Send none"
              tone="bad"
              onConfirm={(reason) => decideAll("cancel", reason)}
            >
              Send none
            </ReasonButton>
            {useful.length > 0 && (
              <ReasonButton
                look="accent"
                label="Reason"
                isRequired
                question={
                  <>
                    {count(useful.length, "notice leaves", "notices leave")} now, late as they are
                    {past.length === 0 ? "." : `; ${count(past.length, "notice", "notices")} past their use will be cancelled.`}{" "}
                    Each is looked at once more before it leaves.
                  </>
                }
                confirm={`Send ${useful.length}`}
                onConfirm={(reason) => decideAll("sendNow", reason)}
              >
                Send those still of use ({useful.length} of {inOrder.length})
              </ReasonButton>
            )}
          </div>
        </header>
        <ul className={classes.lines}>
          {shown.map((delivery) => (
            <LapsedLine key={delivery.id} delivery={delivery} zone={zone} now={now} isOfUse={isOfUse(delivery, now)} />
          ))}
        </ul>
        {shown.length < inOrder.length && (
          <MoreButton ruled onClick={() => setWhole(true)}>
            Show all {inOrder.length}
          </MoreButton>
        )}
      </article>
    </section>
  );
}

function isOfUse({ notAfter, state }: DeliverySummary, now: Instant): boolean {
  return notAfter > now && state.kind === "held" && state.reason === "lapsed";
}

/** `7 notices came due while nothing could be sent (Fri 20 Nov, 02:10–08:05 GMT)`. */
function titleOf(inOrder: readonly DeliverySummary[], zone: ZoneId): string {
  const from = inOrder[0]?.sendAt ?? 0;
  const to = Math.max(...inOrder.map(({ state, sendAt }) => (state.kind === "held" ? state.since : sendAt)));
  return `${count(inOrder.length, "notice")} came due while nothing could be sent (${spanText(from, to, zone)})`;
}

function resultText(sent: LapsedDecided, cancelled: LapsedDecided): string {
  const left = sent.notOfUse + cancelled.notOfUse;
  return [
    sent.sent > 0 ? `${count(sent.sent, "notice leaves", "notices leave")} now.` : "Nothing was sent.",
    cancelled.cancelled > 0 ? `${count(cancelled.cancelled, "notice")} cancelled.` : "",
    left > 0
      ? `${count(left, "notice")} could not be sent any more, because something about them changed meanwhile: they wait in the Outbox.`
      : "",
  ]
    .filter((words) => words !== "")
    .join(" ");
}
