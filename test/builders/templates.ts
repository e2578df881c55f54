import { readdirSync, readFileSync } from "node:fs";
import { parseTemplateFile } from "../../src/adapters/rendering/template-file.ts";
import type { Template } from "../../src/core/domain/message.ts";

const folder = new URL("../../resources/templates/", import.meta.url);

/** The default templates as they ship. */
export function defaultTemplates(): Template[] {
  return readdirSync(folder).map((name) => parseTemplateFile(name, readFileSync(new URL(name, folder), "utf8")));
}
