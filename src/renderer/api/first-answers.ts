import { queryClient, trpc } from "./trpc.ts";

/** How long the first frame waits for them, in milliseconds. Sooner than anyone would miss it. */
const patience = 150;

/**
 * Asks for what the first screen shows before any of it is drawn, all in one call: each component asking in its turn would
 * make the person wait for one answer after the other. `path` is where the person is going. Resolves when the answers are
 * here, or when it is time to show that they are waited for.
 */
export async function askForFirstAnswers(path: string): Promise<void> {
  const answers = Promise.all([
    queryClient.prefetchQuery(trpc.workspace.view.queryOptions()),
    queryClient.prefetchQuery(trpc.host.preferences.queryOptions()),
    queryClient.prefetchQuery(trpc.connections.all.queryOptions()),
    ...(path === "/today"
      ? [queryClient.prefetchQuery(trpc.today.view.queryOptions()), queryClient.prefetchQuery(trpc.directory.all.queryOptions())]
      : []),
  ]);
  await Promise.race([answers, new Promise((resolve) => setTimeout(resolve, patience))]);
}
