import type { Directory, Workspace } from "./directory.ts";
import type { TimeOfDay } from "./instant.ts";
import type { Rule } from "./matrix.ts";
import type { WindowFacts } from "./window.ts";

/** A window of an example, placed relative to the day the workspace is made, so that it is always ahead. */
export type ExampleWindow = Omit<WindowFacts, "start" | "end" | "engineers" | "shortNotice"> & {
  readonly startsInDays: number;
  /** Wall time in the window's own zone. */
  readonly startsAt: TimeOfDay;
  readonly lengthMinutes: number;
};

/** A workspace to start from: a directory, a matrix and a few windows. Ids are unique within the example. */
export type ExampleWorkspace = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly workspace: Omit<Workspace, "id" | "mode" | "coordinator">;
  readonly directory: Directory;
  readonly rules: readonly Rule[];
  readonly windows: readonly ExampleWindow[];
};
