/** A window, as every contender is given it: wall times of the browser's zone, to the minute. */
export type StagedWindow = {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly service: string;
};

export type Staged = {
  readonly root: HTMLElement;
  readonly windows: readonly StagedWindow[];
  /** The day in focus, `2026-11-01`. */
  readonly date: string;
  readonly view: "month" | "timeline";
  /** How many windows a day shows before "+N more": as many as ours has room for. */
  readonly lanes: number;
  readonly services: readonly string[];
};

/**
 * Holds one contender, with its windows in memory before it is shown: two buttons show it and take it away.
 * `show` gives what takes it away again.
 */
export async function stage(show: (staged: Staged) => () => void): Promise<void> {
  const words = new URLSearchParams(location.search);
  const root = document.getElementById("root");
  if (root === null) throw new Error("There is no root.");
  const windows: readonly StagedWindow[] = await (await fetch(`windows-${words.get("windows")}.json`)).json();
  const staged: Staged = {
    root,
    windows,
    date: words.get("date") ?? "",
    view: words.get("view") === "timeline" ? "timeline" : "month",
    lanes: Number(words.get("lanes")),
    services: [...new Set(windows.map(({ service }) => service))].sort((one, other) =>
      one.localeCompare(other, "en", { numeric: true }),
    ),
  };
  let hide: (() => void) | null = null;
  const bar = document.createElement("div");
  bar.id = "stage";
  bar.append(
    button("show", () => {
      hide = show(staged);
    }),
    button("hide", () => {
      hide?.();
      hide = null;
    }),
  );
  document.body.prepend(bar);
}

function button(id: string, press: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.id = id;
  element.textContent = id;
  element.addEventListener("click", press);
  return element;
}
