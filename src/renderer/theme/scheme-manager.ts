import { isMantineColorScheme, type MantineColorSchemeManager } from "@mantine/core";

/**
 * Where Mantine finds the person's choice of light or dark: in the document, where the host writes it. Mantine's own
 * manager keeps a copy in localStorage, which no other part needs, and opening that holds up the first frame.
 * Another window learns of a change from the backend.
 */
export const schemeManager: MantineColorSchemeManager = {
  get(usual) {
    const preferred = slot()?.content;
    return isMantineColorScheme(preferred) ? preferred : usual;
  },
  set(scheme) {
    const meta = slot();
    if (meta !== null) meta.content = scheme;
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

function slot(): HTMLMetaElement | null {
  // Where the first frame is drawn there is no document; the page it is shown in has its own.
  if (typeof document === "undefined") return null;
  return document.querySelector<HTMLMetaElement>('meta[name="preferred-scheme"]');
}
