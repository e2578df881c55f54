import { readFileSync } from "node:fs";
import type { Element, Nodes } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

type Support = { readonly support: "yes" | "partly" | "no" | "unknown"; readonly notes: readonly string[] };
type Data = { readonly features: Readonly<Record<string, Support>> };

const data: Data = JSON.parse(readFileSync(new URL("outlook-on-windows.json", import.meta.url), "utf8"));
const html = unified().use(rehypeParse, { fragment: false });

/** Something in a mail that Outlook on Windows leaves out or does otherwise. */
export type Doubt = { readonly where: string; readonly feature: string; readonly why: string };

/** Everything in a mail's HTML that the list of what Outlook on Windows supports speaks against, or does not know. */
export function doubtsInOutlook(mail: string): Doubt[] {
  return elementsOf(html.parse(asOutlookReads(mail))).flatMap((element) => [
    ...elementDoubts(element),
    ...attributeDoubts(element),
    ...declarationsOf(element).flatMap(([property, value]) => styleDoubts(element.tagName, property, value)),
  ]);
}

/** What is meant for Outlook stands in comments for everybody else, and the other way round. */
function asOutlookReads(mail: string): string {
  return mail
    .replace(/<!--\[if !mso\]><!-->[\s\S]*?<!--<!\[endif\]-->/gu, "")
    .replace(/<!--\[if lte mso 11\]>[\s\S]*?<!\[endif\]-->/gu, "")
    .replace(/<!--\[if mso[^\]]*\]>([\s\S]*?)<!\[endif\]-->/gu, "$1");
}

/** Elements under another name in the list, or of the kind it takes for granted: those of HTML 4 that Microsoft lists. */
const rowOfElement: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, "html-h1-h6"])),
  ...Object.fromEntries(["ul", "ol", "li"].map((name) => [name, "html-lists"])),
  ...Object.fromEntries(["table", "thead", "tbody", "tr", "td", "th"].map((name) => [name, "html-table"])),
  ...Object.fromEntries(
    ["article", "section", "header", "footer", "main", "mark", "time"].map((name) => [name, "html-semantics"]),
  ),
  button: "html-button-submit",
};
const takenForGranted = new Set(["html", "head", "title", "meta", "style", "a", "br", "em", "b", "i", "u", "s"]);
/** Read by Office alone, inside its own comment. */
const officeOnly = /^(?:noscript|xml|o:.+|v:.+|w:.+)$/u;

function elementDoubts({ tagName, properties }: Element): Doubt[] {
  if (takenForGranted.has(tagName) || officeOnly.test(tagName)) return [];
  const slug = rowOfElement[tagName] ?? `html-${tagName}`;
  const isPlainList = slug === "html-lists" && properties.reversed === undefined && properties.value === undefined;
  return isPlainList ? [] : doubtOf(slug, `<${tagName}>`);
}

/** Attributes that only name things, or that the list takes for granted. */
const freeAttributes = new Set([
  ..."className id style href src alt start value colSpan rowSpan type media name content httpEquiv charSet xmlns xmlnsV xmlnsO".split(
    " ",
  ),
  // A table's line, by Microsoft's list.
  "border",
  // Office and readers aloud know these; nothing shows.
  "ariaRoleDescription",
]);
const rowOfAttribute: Readonly<Record<string, string>> = {
  ariaLabel: "html-aria-label",
  ariaHidden: "html-aria-hidden",
  vAlign: "html-valign",
  cellPadding: "html-cellpadding",
  cellSpacing: "html-cellspacing",
};

function attributeDoubts({ tagName, properties }: Element): Doubt[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    if (freeAttributes.has(name) || officeOnly.test(tagName) || /^xmlns/u.test(name)) return [];
    const slug = rowOfAttribute[name] ?? `html-${name.toLowerCase()}`;
    // A picture's size is doubtful only in per cent, a direction on links only.
    if (/^html-(?:width|height)$/u.test(slug) && (tagName === "img" ? /^\d+$/u : /^\d+%?$/u).test(String(value))) return [];
    if (slug === "html-dir" && tagName !== "a") return [];
    return doubtOf(slug, `<${tagName} ${name}>`);
  });
}

function declarationsOf({ properties }: Element): (readonly [string, string])[] {
  return String(properties.style ?? "")
    .split(";")
    .flatMap((declaration) => {
      const [property = "", ...value] = declaration.split(":");
      return property.trim() === "" ? [] : [[property.trim(), value.join(":").trim()] as const];
    });
}

/** Where what is supported in part is used in the part that is: by the list's notes. */
const asFarAsSupported: Readonly<Record<string, (value: string, tagName: string) => boolean>> = {
  "css-padding": (value, tagName) => ["td", "th"].includes(tagName) || isNothing(value),
  "css-width": (_, tagName) => !["body", "span", "div", "p", "img"].includes(tagName),
  "css-height": (_, tagName) => !["body", "span", "div", "p"].includes(tagName),
  "css-max-width": (_, tagName) => tagName === "table",
  "css-margin": (value, tagName) => !["span", "body"].includes(tagName) && !/auto|-\d/u.test(value),
  "css-border": (value, tagName) => !["p", "div"].includes(tagName) && Number.parseFloat(value) <= 8,
  "css-font-weight": (value) => value === "bold" || value === "normal" || Number(value) >= 600,
  "css-font-size": (value) => !value.includes("rem"),
  // Lengths need Word's own rule beside them; a factor does not.
  "css-line-height": (value) => /^[\d.]+%?$/u.test(value) || isNothing(value),
  "css-text-decoration": (value) => value === "none" || value === "underline" || value === "line-through",
  "css-text-align": (value) => ["left", "right", "center", "justify"].includes(value),
  "css-display": (value) => value === "none",
  "css-background": (value) => /^#[\da-f]{6}$/iu.test(value),
  "css-letter-spacing": (value) => !/-|em/u.test(value),
};
/** Longer names of the list's rows, and what it takes for granted by Microsoft's list. */
const rowOfProperty: readonly (readonly [RegExp, string])[] = [
  [/^padding-/u, "css-padding"],
  [/^margin-/u, "css-margin"],
  [/^border-(?:top|right|bottom|left)$/u, "css-border"],
  [/^font-family$/u, "css-font"],
];
const microsoftLists = new Set(["color"]);

function styleDoubts(tagName: string, property: string, value: string): Doubt[] {
  if (property.startsWith("mso-") || microsoftLists.has(property)) return [];
  const slug = rowOfProperty.find(([longer]) => longer.test(property))?.[1] ?? `css-${property}`;
  if (asFarAsSupported[slug]?.(value, tagName) === true) return [];
  return doubtOf(slug, `<${tagName} style="${property}:${value}">`);
}

function isNothing(value: string): boolean {
  return /^0(?:px)?$/u.test(value);
}

function doubtOf(feature: string, where: string): Doubt[] {
  const row = data.features[feature];
  if (row?.support === "yes") return [];
  return [{ where, feature, why: row === undefined ? "is not in the list" : `${row.support}: ${row.notes.join(" ")}` }];
}

function elementsOf(node: Nodes): Element[] {
  const own = node.type === "element" ? [node] : [];
  return "children" in node ? [...own, ...node.children.flatMap(elementsOf)] : own;
}
