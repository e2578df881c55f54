import type { Page } from "@playwright/test";

/** Where the application's providers are for a test; null leaves the usual address, which no test calls. */
export type ProviderAddresses = {
  readonly slack: string | null;
  readonly graph: string | null;
  readonly microsoftLogin?: string | null;
};

/** A host of the application under test, with a data folder of its own. */
export type RunningHost = {
  readonly name: "browser" | "electron";
  readonly dataFolder: string;
  /** Opens the application in a page and starts it for the first one; where the host allows it, opens another one beside. */
  open(): Promise<Page>;
  /** Ends the process as a closed lid or a crash would (`SIGKILL`), and starts it anew on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};
