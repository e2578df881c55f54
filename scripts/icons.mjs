// `npm run icons`: writes src/renderer/ui/icons.ts with every icon that the renderer imports from it, drawn as in Tabler Icons.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import tabler from "@iconify-json/tabler/icons.json" with { type: "json" };

const renderer = resolve(import.meta.dirname, "..", "src", "renderer");
export const iconsFile = join(renderer, "ui", "icons.ts");
const head = `// Written by \`npm run icons\`: what the renderer imports from here, drawn as in Tabler Icons (MIT). Not edited by hand.
import { drawnIcon } from "./drawn-icon.ts";

export type { Icon } from "./drawn-icon.ts";

`;

/** What the file says for the imports of this moment. Throws when Tabler has no icon of a name. */
export function iconsSource() {
  const { icons } = tabler;
  const namesHere = new Map(Object.keys(icons).map((name) => [componentName(name), name]));
  const lines = importedIcons().map((component) => {
    const name = namesHere.get(component);
    if (name === undefined) throw new Error(`Tabler Icons has no ${component}.`);
    const kind = name.endsWith("-filled") ? "filled" : "outline";
    return `export const ${component} = drawnIcon("${kind}", ${JSON.stringify(drawingOf(name, icons[name].body))});\n`;
  });
  return head + lines.join("");
}

function importedIcons() {
  const found = new Set();
  for (const file of readdirSync(renderer, { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/u.test(file)) continue;
    for (const [, names] of readFileSync(join(renderer, file), "utf8").matchAll(/import \{([^}]*)\} from "[^"]*\/icons\.ts"/gu))
      for (const [name] of names.matchAll(/\bIcon[A-Z0-9]\w*/gu)) found.add(name);
  }
  return [...found].sort();
}

/** `calendar-event` is `IconCalendarEvent`. */
function componentName(name) {
  return `Icon${name.replaceAll(/(?:^|-)(.)/gu, (_all, letter) => letter.toUpperCase())}`;
}

/** All strokes in one path: an icon is two elements of the page then. */
function drawingOf(name, body) {
  const shapes = [...body.matchAll(/<(\w+)[^>]*>/gu)].filter(([, tag]) => tag !== "g");
  const paths = shapes.map(([shape, tag]) => {
    const drawn = / d="([^"]+)"/u.exec(shape)?.[1];
    if (tag !== "path" || drawn === undefined) throw new Error(`${name} is more than paths: ${shape}`);
    return absoluteStart(drawn);
  });
  return paths.join("");
}

const number = String.raw`-?(?:\d+\.?\d*|\.\d+)`;
const firstPoint = new RegExp(`^m(${number}[ ,]?${number})(?=([a-z])?)`, "iu");

/** A path that begins with `m` begins where it says; after another one it would begin beside that one's end. */
function absoluteStart(path) {
  return path.replace(firstPoint, (_all, point, next) => `M${point}${next === undefined ? "l" : ""}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeFileSync(iconsFile, iconsSource());
