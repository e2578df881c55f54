import { useQuery } from "@tanstack/react-query";
import { useParams, useSearchParams } from "wouter";
import { draftOf } from "../../../core/domain/window-draft.ts";
import { trpc } from "../../api/trpc.ts";
import { useDirectory, useWorkspace } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { blankDraft, draftFromAddress } from "./form-draft.ts";
import { WindowForm } from "./window-form.tsx";
import "../../theme/form-styles.ts";

/** A new window, or the facts of one that is there. */
export function WindowFormPage() {
  const { id } = useParams();
  return id === undefined ? <NewWindow /> : <EditWindow id={id} />;
}

function NewWindow() {
  const [search] = useSearchParams();
  const proposalId = search.get("proposal");
  return proposalId === null ? <BlankWindow search={search} /> : <ProposedWindow proposalId={proposalId} />;
}

/** The form as a supplier's notice fills it in. Saving it decides about the proposal. */
function ProposedWindow({ proposalId }: { readonly proposalId: string }) {
  const directory = useDirectory();
  const answer = useQuery(trpc.calendarImport.draft.queryOptions({ id: proposalId }, { staleTime: Number.POSITIVE_INFINITY }));
  return (
    <Page title="New window" detail="From a proposal: what it does not say is yours to fill in">
      <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />
      {(answer.data === undefined || directory === null) && answer.error === null && <Loading />}
      {answer.data !== undefined && directory !== null && (
        <WindowForm
          key={proposalId}
          initial={answer.data}
          initialLine=""
          existing={null}
          directory={directory}
          proposalId={proposalId}
        />
      )}
    </Page>
  );
}

function BlankWindow({ search }: { readonly search: URLSearchParams }) {
  const workspace = useWorkspace();
  const directory = useDirectory();
  return (
    <Page title="New window" detail="The plan appears as you type">
      {workspace === null || directory === null ? (
        <Loading />
      ) : (
        <WindowForm
          key={search.toString()}
          initial={draftFromAddress(blankDraft(workspace), search)}
          initialLine={search.get("line") ?? ""}
          existing={null}
          directory={directory}
        />
      )}
    </Page>
  );
}

function EditWindow({ id }: { readonly id: string }) {
  const [search] = useSearchParams();
  const directory = useDirectory();
  const answer = useQuery(trpc.windows.get.queryOptions({ id }));
  const window = answer.data?.window;
  return (
    <Page title="Edit window" detail={window === undefined ? "" : `${window.reference} · ${window.title}`}>
      <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />
      {(window === undefined || directory === null) && answer.error === null && <Loading />}
      {window !== undefined && directory !== null && (
        // The form keeps the revision it began with: a change by somebody else is refused, not overwritten.
        <WindowForm
          key={id}
          initial={draftOf(window)}
          initialLine=""
          existing={window}
          directory={directory}
          field={search.get("field")}
        />
      )}
    </Page>
  );
}
