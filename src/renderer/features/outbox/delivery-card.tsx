import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "wouter";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import { recipientText } from "../../ui/delivery-words.ts";
import { DeliveryBadge } from "../../ui/state-badge.tsx";
import { carrierWords, stageWords } from "../../ui/words.ts";
import { MessageDetails } from "./message-details.tsx";
import classes from "./outbox.module.css";

type Props = {
  readonly delivery: DeliverySummary;
  readonly title: string;
  /** Whether the address asked for this very delivery. */
  readonly isWanted: boolean;
  /** What is known. */
  readonly children: ReactNode;
  readonly actions: ReactNode;
};

/** One delivery that waits for a person: what it is, what is known, what can be done. */
export function DeliveryCard({ delivery, title, isWanted, children, actions }: Props) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    card.current?.scrollIntoView({ block: "center" });
    card.current?.focus();
  }, [isWanted]);
  return (
    <article ref={card} className={classes.card} tabIndex={-1} aria-label={title} data-wanted={isWanted || undefined}>
      <header className={classes.cardHead}>
        <DeliveryBadge state={delivery.state.kind} />
        <h3 className={classes.cardTitle}>{title}</h3>
      </header>
      <p className={classes.detail}>
        {stageWords[delivery.stage]} · {recipientText(delivery)} · {carrierWords[delivery.carrier]} ·{" "}
        <Link href={`/windows/${delivery.windowId}`}>
          {delivery.windowTitle} ({delivery.windowReference})
        </Link>
      </p>
      <div className={classes.known}>{children}</div>
      <MessageDetails delivery={delivery} />
      <div className={classes.actions}>{actions}</div>
    </article>
  );
}
