import { parseTemplateFile } from "../adapters/rendering/template-file.ts";
import type { ExampleWorkspace } from "../core/domain/example-workspace.ts";
import type { Template } from "../core/domain/message.ts";

const templateFiles = import.meta.glob<string>("../../resources/templates/*.md", {
  eager: true,
  query: "?raw",
  import: "default",
});
const exampleFiles = import.meta.glob<ExampleWorkspace>("../../resources/examples/*.json", { eager: true, import: "default" });

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The templates the product brings, one for each stage and voice. Built in: a text that does not parse breaks the tests. */
export const defaultTemplates: readonly Template[] = Object.entries(templateFiles).map(([path, source]) =>
  parseTemplateFile(nameOf(path), source),
);

/** The order in which examples are offered; the first is chosen beforehand. */
const exampleOrder = ["hie-platform", "health-portal"];

/** The example workspaces a newcomer can start from. Their shape is checked by a test. */
export const examples: readonly ExampleWorkspace[] = Object.values(exampleFiles).sort(
  (one, other) => exampleOrder.indexOf(one.id) - exampleOrder.indexOf(other.id),
);
