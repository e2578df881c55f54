/**
 * Moves the focus to what is found, at once and again when the page has been drawn anew: a key that follows quickly then
 * starts from where the focus goes, and a place that shows another day by then does not keep it. A key that came in between
 * has the last word.
 */
export function focusSoon(find: () => HTMLElement | null | undefined): void {
  asked += 1;
  const mine = asked;
  find()?.focus();
  requestAnimationFrame(() => {
    if (mine === asked) find()?.focus();
  });
}

let asked = 0;
