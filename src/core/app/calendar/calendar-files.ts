import type { Window } from "../../domain/window.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { workspaceIn } from "../workspace-in-use.ts";
import { entryToPassOn, mostEntries } from "./calendar-entries.ts";

/** A calendar file to save. It holds what a notice to a customer may say, so that it can be passed on. */
export type CalendarFile = { readonly fileName: string; readonly text: string; readonly windows: number };

export interface CalendarFiles {
  /** These windows as one file, in the order given. */
  ofWindows(ids: readonly string[]): Answer<CalendarFile>;
}

export function createCalendarFiles({
  store,
  clock,
  calendar,
}: Pick<Dependencies, "store" | "clock" | "calendar">): CalendarFiles {
  return {
    ofWindows(ids) {
      if (ids.length > mostEntries) {
        return refuse("notPossible", `A calendar file holds at most ${mostEntries} windows. Show fewer, then save again.`);
      }
      return store.read((reading): Answer<CalendarFile> => {
        const windows = ids.flatMap((id) => reading.window(id) ?? []);
        const [first] = windows;
        if (first === undefined) return refuse("notFound", "None of these windows is there any more. No file was made.");
        const workspace = workspaceIn(reading);
        const directory = reading.directory();
        const entries = windows.map((window) => entryToPassOn(reading, window, workspace, directory));
        const name = windows.length === 1 ? `${first.reference} ${first.title}` : `${workspace.name}: ${windows.length} windows`;
        const text = calendar({ name, workspace, entries, now: clock.now() });
        return done({ fileName: fileNameOf(windows, first), text, windows: windows.length });
      });
    },
  };
}

function fileNameOf(windows: readonly Window[], first: Window): string {
  if (windows.length === 1) return `${first.reference}.ics`;
  const dates = windows.map(({ start }) => start.wall.slice(0, 10)).sort();
  return `windows-${dates[0]}-to-${dates.at(-1)}.ics`;
}
