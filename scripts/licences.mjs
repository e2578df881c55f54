// Writes out/licences.json: every part that ships, with its licence. Shown in About.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { mjmlVersion } from "./mail-layout.mjs";

const root = resolve(import.meta.dirname, "..");
/** A part that ships though it is a tool of the build: Electron is the program itself. */
const shippedTools = ["electron"];

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const shipped = Object.entries(packages).filter(
  ([path, { dev, devOptional, link }]) =>
    path.startsWith("node_modules/") &&
    link !== true &&
    ((dev !== true && devOptional !== true) || shippedTools.includes(path.slice("node_modules/".length))) &&
    existsSync(join(root, path, "package.json")),
);
const parts = [...shipped.map(([path]) => partAt(join(root, path))), drawings(), layout()];
const byNameAndVersion = new Map(parts.map((part) => [`${part.name}@${part.version}`, part]));
const sorted = [...byNameAndVersion.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));

mkdirSync(join(root, "out"), { recursive: true });
writeFileSync(join(root, "out", "licences.json"), `${JSON.stringify(sorted)}\n`);
const unknown = sorted.filter((part) => part.licence === "");
if (unknown.length > 0) {
  process.stderr.write(`No licence is stated by: ${unknown.map((part) => part.name).join(", ")}\n`);
  process.exitCode = 1;
}

/** Tabler's icons are copied into src/renderer/ui/icons.ts from a package that is the icons' and not Tabler's own. */
function drawings() {
  const icons = JSON.parse(readFileSync(join(root, "node_modules", "@iconify-json", "tabler", "package.json"), "utf8"));
  const text = readFileSync(join(root, "resources", "licences", "tabler-icons.txt"), "utf8").trim();
  return { name: "Tabler Icons", version: icons.iconSetVersion, licence: icons.license, text };
}

/** MJML's HTML is in the mails; MJML itself is fetched only where their layout is changed. */
function layout() {
  const text = readFileSync(join(root, "resources", "licences", "mjml.txt"), "utf8").trim();
  return { name: "mjml", version: mjmlVersion, licence: "MIT", text };
}

function partAt(folder) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const stated = license ?? licenses?.[0];
  const text = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/iu.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim())
    .join("\n\n");
  return { name, version, licence: typeof stated === "string" ? stated : (stated?.type ?? ""), text };
}
