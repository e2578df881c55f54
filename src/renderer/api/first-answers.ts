import { queryClient, trpc } from "./trpc.ts";

/**
 * Asks for what the first screen shows before any of it is drawn, all in one call: each component asking in its turn would
 * make the person wait for one answer after the other. `path` is where the person is going.
 */
export function askForFirstAnswers(path: string): void {
  void queryClient.prefetchQuery(trpc.workspace.view.queryOptions());
  void queryClient.prefetchQuery(trpc.host.preferences.queryOptions());
  void queryClient.prefetchQuery(trpc.connections.all.queryOptions());
  if (path === "/" || path === "/today") void queryClient.prefetchQuery(trpc.today.view.queryOptions());
}
