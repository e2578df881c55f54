/** Entries as the choices of a field, by name. */
export function optionsOf(
  entries: readonly { readonly id: string; readonly name: string }[],
): { readonly value: string; readonly label: string }[] {
  return entries.map(({ id, name }) => ({ value: id, label: name })).sort((one, two) => one.label.localeCompare(two.label, "en"));
}
