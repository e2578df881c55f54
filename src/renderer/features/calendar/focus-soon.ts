/**
 * Moves the focus to what is found, at once and again when the page has been drawn anew: a key that follows quickly then
 * starts from where the focus goes, and a place that shows another day by then does not keep it.
 */
export function focusSoon(find: () => HTMLElement | null | undefined): void {
  find()?.focus();
  requestAnimationFrame(() => find()?.focus());
}
