import { useQuery } from "@tanstack/react-query";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconCalendarQuestion } from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { Panel, SectionHeading } from "../../ui/panel.tsx";
import { ProposalCard } from "./proposal-card.tsx";

/** What others propose and nobody decided yet. */
export function OpenProposals({ zone }: { readonly zone: ZoneId }) {
  const proposals = useQuery(trpc.calendarImport.open.queryOptions());
  return (
    <section aria-label="Proposals">
      <SectionHeading detail={proposals.data?.length ?? ""}>Proposals</SectionHeading>
      <Panel content="rows">
        <ErrorNote error={proposals.error} onRetry={() => void proposals.refetch()} />
        {proposals.data === undefined && proposals.error === null && <Loading what="Reading the proposals" />}
        {proposals.data?.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} zone={zone} />
        ))}
        {proposals.data?.length === 0 && (
          <Empty icon={IconCalendarQuestion} title="Nothing is proposed">
            Open a supplier’s notice or a table above: what it says waits here until you plan it or dismiss it.
          </Empty>
        )}
      </Panel>
    </section>
  );
}
