/** What the browser shows when it comes back to this computer. */
export type LoopbackPage = keyof typeof pages;

const pages = {
  done: ["You can close this tab", "Forewarn has the answer and goes on by itself. Look there for how it ended."],
  refused: ["You can close this tab", "The sign-in was not agreed to. Forewarn says why, and what to do next."],
  over: ["This sign-in is over", "Its answer has come already. Nothing was done."],
  notOurs: ["This is not an answer that Forewarn waits for", "Nothing was done. Begin the sign-in in Forewarn once more."],
  elsewhere: ["Forewarn does not answer here", "Nothing was done."],
  nothing: ["There is nothing here", "Nothing was done."],
} as const;

/** A plain page: nothing of the request is in it, and nothing in it can run, load or send anything. */
export function loopbackPage(page: LoopbackPage): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const [title, text] = pages[page];
  return {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      // The address may hold a code.
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    },
    body: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
  </head>
  <body><h1>${title}</h1><p>${text}</p></body>
</html>
`,
  };
}
