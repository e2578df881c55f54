import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { IconCircleCheck } from "../../ui/icons.ts";
import { Panel, SectionHeading } from "../../ui/panel.tsx";
import { FailedCard, HeldCard } from "./held-card.tsx";
import classes from "./outbox.module.css";
import { UnknownCard } from "./unknown-card.tsx";

type Props = { readonly deliveries: readonly DeliverySummary[]; readonly zone: ZoneId; readonly wanted: string | null };

/** Deliveries nothing happens to without a person. */
export function Decisions({ deliveries, zone, wanted }: Props) {
  return (
    <section aria-label="Needs your decision">
      <SectionHeading detail={deliveries.length}>Needs your decision</SectionHeading>
      {deliveries.length === 0 ? (
        <Panel>
          <p className={classes.quiet}>
            <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" /> Nothing is in doubt, held or failed.
          </p>
        </Panel>
      ) : (
        <div className={classes.cards}>
          {deliveries.map((delivery) => (
            <DecisionCard key={delivery.id} delivery={delivery} zone={zone} isWanted={delivery.id === wanted} />
          ))}
        </div>
      )}
    </section>
  );
}

function DecisionCard(props: { readonly delivery: DeliverySummary; readonly zone: ZoneId; readonly isWanted: boolean }) {
  switch (props.delivery.state.kind) {
    case "unknown":
      return <UnknownCard {...props} />;
    case "held":
      return <HeldCard {...props} />;
    default:
      return <FailedCard {...props} />;
  }
}
