import type { Forewarn } from "../core/app/forewarn.ts";
import type { BrowserOpener } from "../core/ports/browser-opener.ts";
import type { Clock, Ticker } from "../core/ports/clock.ts";
import type { Ids } from "../core/ports/ids.ts";
import type { Log } from "../core/ports/log.ts";
import type { PreferenceStore } from "../core/ports/preferences.ts";
import type { Secrets } from "../core/ports/secrets.ts";

/** What a host hands to the backend: everything that differs from host to host, and nothing else. */
export type BackendOptions = {
  /** Folder of the workspace files and their backups; made when missing. */
  readonly dataFolder: string;
  /** The workspace's file, as an absolute path. */
  readonly file: string;
  readonly secrets: Secrets;
  /** Opens the page of a sign-in. Absent in a host whose page opens it itself. */
  readonly browser?: BrowserOpener;
  readonly preferences: PreferenceStore;
  readonly log: Log;
  readonly clock: Clock;
  readonly ticker: Ticker;
  readonly ids: Ids;
  /** Addresses of providers from the environment; a connection's own setting goes before them. */
  readonly environment: {
    readonly slackApiUrl: string | null;
    readonly graphUrl: string | null;
    /** Where Microsoft's sign-in service is for once: a stand-in of the tests on this computer. */
    readonly microsoftLoginUrl?: string | null;
  };
};

/** The application, open on one workspace file. */
export type Backend = {
  /** Ask for it at every call: after a restore there is another one. Its changes and preferences stay the same. */
  readonly app: Forewarn;
  /** Stops the outbox after the delivery under way and closes the file. */
  close(): Promise<void>;
};
