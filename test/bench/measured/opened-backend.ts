import { dirname } from "node:path";
import { preferencesInFolder, secretsInMemory, systemParts } from "../../../src/backend/host-parts.ts";
import { openBackend } from "../../../src/backend/open-backend.ts";
import { largeWorkspace } from "../../builders/large-workspace.ts";

export { contract } from "../../../src/contract/router.ts";

/** The backend as the browser host opens it, at the hour the large workspaces were filled for. */
export async function openAt(file: string, ticker = systemParts(dirname(file)).ticker) {
  const folder = dirname(file);
  return openBackend({
    ...systemParts(folder),
    ticker,
    clock: { now: () => largeWorkspace.now, elapsed: () => performance.now() },
    dataFolder: folder,
    file,
    secrets: secretsInMemory(),
    preferences: preferencesInFolder(folder),
    environment: { slackApiUrl: null, graphUrl: null },
  });
}
