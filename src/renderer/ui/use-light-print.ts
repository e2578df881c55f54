import { useEffect } from "react";

const scheme = "data-mantine-color-scheme";

/** Paper is white whatever the screen is: while the page prints, it is drawn in the light scheme. */
export function useLightPrint(): void {
  useEffect(() => {
    const root = document.documentElement;
    let before: string | null = null;
    const begin = (): void => {
      before = root.getAttribute(scheme);
      root.setAttribute(scheme, "light");
    };
    const end = (): void => {
      if (before !== null) root.setAttribute(scheme, before);
      before = null;
    };
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      end();
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
}
