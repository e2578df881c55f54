import { customersNamedIn, insideIn } from "../checks/check-privacy.ts";
import type { Customer, Directory, Workspace } from "../directory.ts";
import type { Window } from "../window.ts";

/** Whose eyes a calendar is for, and what says which words are not for them. */
type Readers = {
  readonly workspace: Workspace;
  readonly directory: Directory;
  /** The customers who read it: one mail's reader, or all of a feed. */
  readonly customers: readonly Pick<Customer, "id">[];
};

/**
 * A window as a calendar outside may show it. By the same rules a notice to customers is checked: names of machines, ticket
 * numbers and people inside, and other customers stay out. Nobody reads a calendar before it is fetched, so a text with
 * such words is left out whole.
 */
export function outsideCopy(window: Window, { workspace, directory, customers }: Readers): Window {
  const readers = new Set(customers.map(({ id }) => id));
  const presentable = (text: string, instead: string): string => {
    const isInside = insideIn(text, { window, workspace, directory }).length > 0;
    const namesOthers = customersNamedIn(text, directory).some((ids) => !ids.some((id) => readers.has(id)));
    return isInside || namesOthers ? instead : text;
  };
  return {
    ...window,
    title: presentable(window.title, "Planned maintenance"),
    effect: presentable(window.effect, ""),
    toDo: presentable(window.toDo, ""),
    group: window.group?.kind === "change" ? { ...window.group, title: presentable(window.group.title, "") } : window.group,
  };
}
