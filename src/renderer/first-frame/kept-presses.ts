/** What was pressed in the first frame before the application was there, in order: what to do with each once it is. */
const kept: (() => void)[] = [];
let stop = (): void => undefined;

/**
 * Keeps what is pressed in a frame that cannot act yet, so that nothing a person does is lost: its buttons, and Ctrl+K.
 * Its links are the browser's own and need nobody.
 */
export function keepPresses(frame: HTMLElement): void {
  const keepClick = ({ target }: MouseEvent): void => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button !== null) kept.push(() => button.click());
  };
  const keepKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
    const again = { key, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true };
    kept.push(() => document.body.dispatchEvent(new KeyboardEvent("keydown", again)));
  };
  frame.addEventListener("click", keepClick);
  addEventListener("keydown", keepKey);
  stop = () => {
    frame.removeEventListener("click", keepClick);
    removeEventListener("keydown", keepKey);
  };
}

/** The moment from which the application answers by itself, among the page's performance marks; the benchmark reads it. */
const isThere = "application is there";

/** Presses again what was kept. Called by the application, from its first effect on. */
export function pressKept(): void {
  stop();
  performance.mark(isThere);
  for (const press of kept.splice(0)) press();
}
