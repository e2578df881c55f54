import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { trpc } from "../../api/trpc.ts";
import { useDirectory, useWorkspace } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { stageWords } from "../../ui/words.ts";
import classes from "./compose.module.css";
import { ComposeDesk } from "./compose-desk.tsx";
import "../../theme/form-styles.ts";

/** One notice: its draft, how it will arrive, what the checker sees, and its approval. */
export function ComposePage() {
  const { id = "" } = useParams();
  const directory = useDirectory();
  const workspace = useWorkspace();
  const answer = useQuery(trpc.notices.compose.queryOptions({ id }));
  const view = answer.data;
  const audience = directory?.audiences.find((candidate) => candidate.id === view?.notice.audienceId)?.name ?? "";
  const title = view === undefined ? "Compose" : `${stageWords[view.notice.stage]} to ${audience}`;
  return (
    <Page title={title} detail={view === undefined ? "" : view.window.reference} layout="full">
      {answer.error !== null && (
        <div className={classes.error}>
          <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />
        </div>
      )}
      {answer.error === null && (view === undefined || directory === null || workspace === null) && (
        <Loading what="Opening the draft" />
      )}
      {view !== undefined && directory !== null && workspace !== null && (
        // The state is part of the key: an approval or a reopening begins afresh from what is stored.
        <ComposeDesk key={`${id} ${view.notice.state.kind}`} view={view} directory={directory} workspace={workspace} />
      )}
    </Page>
  );
}
