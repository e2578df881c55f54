import type { Plugin } from "vite";

const firstCall = /\n?[ \t]*<script type="module" crossorigin src="(?<src>[^"]*\/first-call-[^"]*\.js)"><\/script>/u;
/** The scripts of the application, which wait for the first call. */
const application = /<script type="module" crossorigin src="(?<src>[^"]*)"><\/script>/gu;
/** The font of all text, without which the first frame would be laid out in another one and then again. */
const textFont = /^assets\/inter-latin-[\w-]+\.woff2$/u;

/**
 * Most of these two files runs for the first frame. Compiling all of them beside the page, each on a thread of its own,
 * takes less of the page's own time than compiling each function when it is called: one of V8's explicit compile hints, a
 * comment like any other elsewhere. It counts only as the very first thing in a file, so it is put there when all else is.
 */
const compiledWhole: ReadonlySet<string> = new Set(["first-libraries", "first-screen"]);
const compileAll = "//# allFunctionsCalledOnLoad\n";

/**
 * Puts into the document what must not wait for the application: the first call runs as a script of its own, as soon as it
 * is here, and the font of the text is read beside the scripts.
 */
export function firstThings(): Plugin {
  return {
    name: "first-things",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === "chunk" && compiledWhole.has(file.name)) file.code = compileAll + file.code;
        }
      },
    },
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const src = firstCall.exec(html)?.groups?.src;
        const font = Object.keys(bundle ?? {}).find((file) => textFont.test(file));
        if (src === undefined || font === undefined) throw new Error("The first call or the font of the text was not built.");
        return {
          html: begunLater(html.replace(firstCall, "")),
          tags: [
            { tag: "script", attrs: { type: "module", async: true, crossorigin: true, src }, injectTo: "head-prepend" },
            {
              tag: "link",
              attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: true, href: `./${font}` },
              injectTo: "head",
            },
          ],
        };
      },
    },
  };
}

/** Names the application's scripts for the first call, which has them fetched when it has asked; the last is the entry. */
function begunLater(html: string): string {
  return html.replace(application, '<meta name="application" content="$<src>">');
}
