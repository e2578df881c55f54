/** The file that says how a mail is laid out, in MJML. */
export const layoutFile: string;
export const mjmlVersion: string;
/** What tells one layout from another; the file that `npm run mail-layout` writes states it. */
export function fingerprintOf(layout: string): string;
