// The floor: the same windows in a grid of plain elements, made anew for each page. It knows no keys, no zones, no states.
import "./bare.css";
import { type StagedWindow, stage } from "./stage.ts";

await stage((staged) => {
  const { root, windows, view, lanes, services } = staged;
  const byDay = new Map<string, StagedWindow[]>();
  for (const window of windows) {
    const day = window.start.slice(0, 10);
    const list = byDay.get(day);
    if (list === undefined) byDay.set(day, [window]);
    else list.push(window);
  }
  let month = staged.date.slice(0, 7);
  const title = element("strong", "");
  const head = element("div", "head");
  const next = element("button", "");
  next.textContent = "Next";
  next.dataset.turn = "next";
  const previous = element("button", "");
  previous.textContent = "Previous";
  previous.dataset.turn = "previous";
  head.append(previous, next, title);
  let page = element("div", "month");

  function draw(): void {
    title.textContent = month;
    const drawn = view === "month" ? monthOf(month, byDay, lanes) : timelineOf(month, windows, services);
    page.replaceWith(drawn);
    page = drawn;
  }
  function turn(by: number): void {
    const [year = 0, number = 1] = month.split("-").map(Number);
    month = new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
    draw();
  }
  next.addEventListener("click", () => turn(1));
  previous.addEventListener("click", () => turn(-1));
  const letGo = draggable(root);
  root.append(head, page);
  draw();
  return () => {
    letGo();
    root.replaceChildren();
  };
});

function monthOf(month: string, byDay: ReadonlyMap<string, readonly StagedWindow[]>, lanes: number): HTMLElement {
  const grid = element("div", "month");
  const first = Date.parse(`${month}-01T00:00Z`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * 86_400_000;
  for (let cell = 0; cell < 42; cell += 1) {
    const date = new Date(monday + cell * 86_400_000).toISOString().slice(0, 10);
    const day = element("div", "day");
    day.dataset.date = date;
    const windows = byDay.get(date) ?? [];
    day.append(String(Number(date.slice(8))), ...windows.slice(0, lanes).map(windowOf));
    if (windows.length > lanes) {
      const more = element("button", "more");
      more.textContent = `+${windows.length - lanes} more`;
      day.append(more);
    }
    grid.append(day);
  }
  return grid;
}

function timelineOf(month: string, windows: readonly StagedWindow[], services: readonly string[]): HTMLElement {
  const first = Date.parse(`${month}-01T00:00Z`);
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  const whole = days * 86_400_000;
  const lines = new Map(services.map((service) => [service, element("div", "line")]));
  for (const window of windows) {
    const start = Date.parse(`${window.start}Z`) - first;
    const end = Date.parse(`${window.end}Z`) - first;
    if (end <= 0 || start >= whole) continue;
    const bar = windowOf(window);
    bar.style.left = `${(start / whole) * 100}%`;
    bar.style.width = `${((end - start) / whole) * 100}%`;
    lines.get(window.service)?.append(bar);
  }
  const page = element("div", "");
  page.append(...lines.values());
  return page;
}

function windowOf({ id, title, start }: StagedWindow): HTMLElement {
  const button = element("button", "window");
  button.dataset.window = id;
  button.textContent = `${start.slice(11)} ${title}`;
  return button;
}

/** A copy follows the pointer, and the day under it is marked. */
function draggable(root: HTMLElement): () => void {
  let ghost: HTMLElement | null = null;
  let target: HTMLElement | null = null;
  function down(event: PointerEvent): void {
    const held = event.target instanceof Element ? event.target.closest<HTMLElement>(".window") : null;
    if (held === null) return;
    ghost = held.cloneNode(true) as HTMLElement;
    ghost.className = "window ghost";
    ghost.style.width = `${held.offsetWidth}px`;
    root.append(ghost);
    move(event);
  }
  function move(event: PointerEvent): void {
    if (ghost === null) return;
    ghost.style.transform = `translate(${event.clientX}px, ${event.clientY}px)`;
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>(".day") ?? null;
    if (over === target) return;
    if (target !== null) delete target.dataset.target;
    if (over !== null) over.dataset.target = "";
    target = over;
  }
  function up(): void {
    ghost?.remove();
    if (target !== null) delete target.dataset.target;
    ghost = null;
    target = null;
  }
  root.addEventListener("pointerdown", down);
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", up);
  return () => {
    root.removeEventListener("pointerdown", down);
    document.removeEventListener("pointermove", move);
    document.removeEventListener("pointerup", up);
  };
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
