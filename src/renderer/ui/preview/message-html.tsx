import { createElement, Fragment, type ReactNode, useMemo } from "react";
import classes from "./preview.module.css";

/** The elements a message may contain; whatever else stands in the HTML is shown as its words. */
const allowed = new Set(
  "p br strong b em i s del ul ol li blockquote pre code hr h1 h2 h3 h4 h5 h6 table thead tbody tr th td".split(" "),
);
/** Headings inside a message must not take part in the page's own outline. */
const headings = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

/** A message's HTML as elements of the page: nothing of it runs, links or loads. */
export function MessageHtml({ html }: { readonly html: string }) {
  const nodes = useMemo(() => [...new DOMParser().parseFromString(html, "text/html").body.childNodes], [html]);
  return <>{nodes.map(shown)}</>;
}

function shown(node: Node, index: number): ReactNode {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return null;
  const name = node.tagName.toLowerCase();
  const children = [...node.childNodes].map(shown);
  if (name === "br" || name === "hr") return createElement(name, { key: index });
  if (headings.has(name)) {
    return (
      <p key={index} className={classes.heading}>
        {children}
      </p>
    );
  }
  if (allowed.has(name)) return createElement(name, { key: index }, ...children);
  if (name === "a") {
    return (
      <span key={index} className={classes.link} title={node.getAttribute("href") ?? ""}>
        {children}
      </span>
    );
  }
  if (name === "at" || node.classList.contains("mention")) {
    return (
      <span key={index} className={classes.mention}>
        {children}
      </span>
    );
  }
  if (name === "mark") {
    return (
      <mark key={index} className={classes.gap}>
        {children}
      </mark>
    );
  }
  return <Fragment key={index}>{children}</Fragment>;
}
