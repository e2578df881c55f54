import { readFile } from "node:fs/promises";
import mjml2html from "mjml";
import type { Plugin } from "vite";

/** Lets code import `*.mjml` as the HTML it compiles to, so that MJML itself never ships. */
export function mjml(): Plugin {
  return {
    name: "mjml",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(".mjml")) return null;
      const { html, errors } = await mjml2html(await readFile(id, "utf8"), { validationLevel: "strict" });
      if (errors.length > 0) throw new Error(`${id}: ${errors.map((error) => error.formattedMessage).join("; ")}`);
      this.addWatchFile(id);
      return `export default ${JSON.stringify(html)};`;
    },
  };
}
