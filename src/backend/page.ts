import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { Preferences } from "../core/ports/preferences.ts";
import { pageHeaders } from "./page-headers.ts";

/** What a host answers for one path of the page. */
export type PageAnswer = { readonly headers: Readonly<Record<string, string>>; readonly body: string | Uint8Array<ArrayBuffer> };

/** The built page: an exact list of files, made once. A path that is not on it does not exist. */
export type Page = {
  /** The paths that are answered, each starting with a slash; `/` is the document. */
  readonly paths: readonly string[];
  /** `null` for any path that is not on the list. Nothing of `path` ever reaches the file system. */
  answer(path: string, nonce: string): Promise<PageAnswer | null>;
};

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** Vite names what it bundles after its content, so those files never change. */
const isNamedByContent = /^\/assets\/.+-[\w-]{8,}\.\w+$/u;
const nonceSlot = '<meta name="csp-nonce" content="" />';
const schemeSlot = '<meta name="preferred-scheme" content="auto" />';

/**
 * Lists the files of the built page in `folder`. Throws when there is no page, or no place in it for the nonce.
 * `preferredScheme` is written into the document, so that its first frame has the right colours.
 */
export function loadPage(folder: string, preferredScheme: () => Preferences["colorScheme"] = () => "auto"): Page {
  const document = readFileSync(join(folder, "index.html"), "utf8");
  // A page without the slot would show unstyled, since the policy refuses styles that carry no nonce.
  if (!document.includes(nonceSlot)) throw new Error(`index.html has no ${nonceSlot}`);
  const files = new Map<string, { readonly file: string; readonly type: string }>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join("/")}`;
    const type = contentTypes[extname(entry.name)];
    if (entry.isFile() && type !== undefined && path !== "/index.html") files.set(path, { file, type });
  }
  return {
    paths: ["/", ...files.keys()],
    async answer(path, nonce) {
      if (path === "/") {
        return {
          headers: pageHeaders({ type: "text/html; charset=utf-8", caching: "no-store", nonce }),
          body: document
            .replace(nonceSlot, `<meta name="csp-nonce" content="${nonce}" />`)
            .replace(schemeSlot, `<meta name="preferred-scheme" content="${preferredScheme()}" />`),
        };
      }
      const listed = files.get(path);
      if (listed === undefined) return null;
      const caching = isNamedByContent.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
      return { headers: pageHeaders({ type: listed.type, caching, nonce }), body: Uint8Array.from(await readFile(listed.file)) };
    },
  };
}
