// `npm run mail-layout`: writes src/adapters/rendering/mail-layout.ts, the HTML that MJML makes of resources/mail/layout.mjml.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { fetchTool } from "./fetched-tool.mjs";

const root = resolve(import.meta.dirname, "..");
/** Fetched when it is needed, and kept apart: it would be a quarter of all packages here, for one file that seldom changes. */
export const mjmlVersion = "5.4.1";
const mjml = `mjml@${mjmlVersion}`;
export const layoutFile = join(root, "resources", "mail", "layout.mjml");
const writtenFile = join(root, "src", "adapters", "rendering", "mail-layout.ts");

/** Which words of the layout the written file was made from. */
export function fingerprintOf(layout) {
  return createHash("sha256").update(layout).digest("hex");
}

async function write() {
  const layout = readFileSync(layoutFile, "utf8");
  const { html, errors } = await (await fetchMjml())(layout, { validationLevel: "strict" });
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join("\n"));
  const lines = html.split("\n").map((line) => `  ${JSON.stringify(line)},\n`);
  writeFileSync(
    writtenFile,
    `// Written by \`npm run mail-layout\` with ${mjml}. Not edited by hand.

/** What of resources/mail/layout.mjml this was made of. */
export const madeOf = "${fingerprintOf(layout)}";

/** The HTML of every mail, with the places that are filled. */
export const mailLayout = [
${lines.join("")}].join("\\n");
`,
  );
}

async function fetchMjml() {
  const found = createRequire(join(fetchTool("mjml", mjmlVersion), "package.json")).resolve("mjml");
  return (await import(pathToFileURL(found).href)).default;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await write();
