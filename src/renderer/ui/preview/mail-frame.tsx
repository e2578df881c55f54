import { useEffect, useMemo, useRef, useState } from "react";
import { cspNonce } from "../../theme/nonce.ts";
import classes from "./preview.module.css";

/**
 * A mail's own HTML, as a mail program lays it out, in a frame that runs nothing and leads nowhere.
 * The frame inherits the page's policy, which refuses style attributes: they are set through the style object instead,
 * which is why the frame has our origin; without `allow-scripts` that gives it nothing.
 */
export function MailFrame({ html, title }: { readonly html: string; readonly title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(240);
  const document = useMemo(() => inert(html), [html]);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const dress = (): void => {
      const inner = element.contentDocument;
      if (inner === null) return;
      for (const styled of inner.querySelectorAll<HTMLElement>(`[${keptStyle}]`)) {
        styled.style.cssText = styled.getAttribute(keptStyle) ?? "";
      }
      setHeight(inner.documentElement.scrollHeight);
    };
    element.addEventListener("load", dress);
    // A width that changes wraps the text anew.
    const observer = new ResizeObserver(() => {
      const inner = element.contentDocument?.body;
      if (inner) setHeight(inner.scrollHeight);
    });
    observer.observe(element);
    return () => {
      element.removeEventListener("load", dress);
      observer.disconnect();
    };
  }, []);

  return (
    // As high as its mail, and nothing in it can be pressed: a stop of Tab there would be seen by nobody.
    <iframe
      ref={frame}
      tabIndex={-1}
      className={classes.mailFrame}
      title={title}
      sandbox="allow-same-origin"
      srcDoc={document}
      height={height}
      referrerPolicy="no-referrer"
    />
  );
}

const keptStyle = "data-kept-style";

/** The document with its styles set aside, its links and forms made inert and its style elements admitted by the policy. */
function inert(html: string): string {
  // Before parsing, since the parser's document has our policy too, and would report every style it refuses.
  const admitted = html
    .replace(/(<[a-z][^<>]*?\s)style=/giu, `$1${keptStyle}=`)
    .replace(/<style\b/giu, `<style nonce="${cspNonce()}"`);
  const parsed = new DOMParser().parseFromString(admitted, "text/html");
  for (const dangerous of parsed.querySelectorAll("script, iframe, object, embed, form, base, link, meta[http-equiv]")) {
    if (dangerous.tagName !== "META" || dangerous.getAttribute("http-equiv")?.toLowerCase() === "refresh") dangerous.remove();
  }
  // The browser hides a nonce from the page, so it is written once more for the frame.
  for (const style of parsed.querySelectorAll("style")) style.setAttribute("nonce", cspNonce());
  for (const link of parsed.querySelectorAll("a[href]")) {
    link.setAttribute("title", link.getAttribute("href") ?? "");
    link.removeAttribute("href");
  }
  return `<!doctype html>${parsed.documentElement.outerHTML}`;
}
