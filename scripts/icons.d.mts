/** The file that holds the drawn icons. */
export const iconsFile: string;
/** What it says for the imports of this moment. Throws when Tabler has no icon of a name. */
export function iconsSource(): string;
