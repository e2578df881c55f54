/** The page for a browser that is not let in: what happened and what to do. It has no script and no style. */
export function doorPage(what: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Forewarn</title></head>
  <body>
    <h1>Forewarn</h1>
    <p>${what}. Nothing was done.</p>
    <p>Forewarn is running on this computer. Its terminal shows an address that starts with <code>http://127.0.0.1</code>: open that one.
    Each such address works once; after it is used, the terminal shows the next.</p>
  </body>
</html>
`;
}
