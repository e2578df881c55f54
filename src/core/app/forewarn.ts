import type { PreferenceStore } from "../ports/preferences.ts";
import type { Calendar } from "./calendar.ts";
import type { Changes } from "./changes.ts";
import type { Connections } from "./connections.ts";
import type { DirectoryDesk } from "./directory.ts";
import type { Evidence } from "./evidence.ts";
import type { Matrix } from "./matrix.ts";
import type { Notices } from "./notices.ts";
import type { Outbox } from "./outbox.ts";
import type { Policy } from "./policy.ts";
import type { Templates } from "./templates.ts";
import type { Today } from "./today.ts";
import type { Windows } from "./windows.ts";
import type { Workspaces } from "./workspaces.ts";

/** The whole application, as the contract offers it: one desk a feature. */
export type Forewarn = {
  readonly workspaces: Workspaces;
  readonly today: Today;
  readonly calendar: Calendar;
  readonly windows: Windows;
  readonly notices: Notices;
  readonly outbox: Outbox;
  readonly matrix: Matrix;
  readonly policy: Policy;
  readonly directory: DirectoryDesk;
  readonly templates: Templates;
  readonly connections: Connections;
  readonly evidence: Evidence;
  readonly preferences: PreferenceStore;
  readonly changes: Changes;
};
