import type { TodayView } from "../../../core/app/today/today.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { IconCalendarQuestion } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/plain-button.tsx";
import { spanText } from "../../ui/time-words.ts";
import { Row } from "./row.tsx";

const asks = {
  add: "proposes a window",
  change: "proposes other times",
  cancel: "says it is cancelled",
} as const;

/** What somebody else proposes, until a person decides about it. */
export function ProposalRow({ proposal, zone }: { readonly proposal: TodayView["proposals"][number]; readonly zone: ZoneId }) {
  return (
    <Row
      icon={IconCalendarQuestion}
      title={proposal.title}
      detail={
        <>
          {proposal.provider === "" ? "A file" : proposal.provider} {asks[proposal.asks]} ·{" "}
          {spanText(proposal.startAt, proposal.endAt, zone)}
        </>
      }
      end={
        <ButtonLink size="xs" href="/import/calendar">
          Decide
        </ButtonLink>
      }
    />
  );
}
