import type { Workspace } from "../domain/directory.ts";
import type { ZoneId } from "../domain/instant.ts";
import type { Answer } from "./answer.ts";

/** An example workspace as offered on the first screen. */
export type ExampleSummary = { readonly id: string; readonly name: string; readonly description: string };

/** The workspace as every screen needs it; null before one is made. */
export type WorkspaceView = {
  readonly workspace: Workspace | null;
  readonly counts: { readonly services: number; readonly customers: number; readonly windows: number };
  /** What the rail shows beside Today and Outbox. */
  readonly badges: { readonly today: number; readonly outbox: number };
  readonly readOnly: { readonly reason: string } | null;
  readonly location: string;
};

export interface Workspaces {
  view(): WorkspaceView;
  examples(): readonly ExampleSummary[];
  /** Fills the empty file. `example` brings services, people, matrix and windows relative to now. */
  create(input: {
    readonly name: string;
    readonly zone: ZoneId;
    readonly exampleId: string | null;
    readonly coordinator: Workspace["coordinator"];
  }): Promise<Answer<{ readonly id: string }>>;
  update(workspace: Workspace): Promise<Answer<{ readonly id: string }>>;
  backUp(): Promise<Answer<{ readonly path: string; readonly bytes: number }>>;
}
