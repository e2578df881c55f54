/**
 * Moves the focus to what is found, at once and again when the page has been drawn anew: a key that follows quickly then
 * starts from where the focus goes, and a place that shows another day by then does not keep it. Whatever moved the focus in
 * between has the last word.
 */
export function focusSoon(find: () => HTMLElement | null | undefined): void {
  asked += 1;
  const mine = asked;
  find()?.focus();
  const since = document.activeElement;
  requestAnimationFrame(() => {
    const isWhereItWas = document.activeElement === since || document.activeElement === document.body;
    if (mine === asked && isWhereItWas) find()?.focus();
  });
}

let asked = 0;
