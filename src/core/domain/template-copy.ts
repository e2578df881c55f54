import { type Voice, voices } from "./directory.ts";
import { withoutHidden } from "./hidden-characters.ts";
import { type Stage, stages } from "./matrix.ts";
import type { Template } from "./message.ts";
import { templateName } from "./stage-words.ts";

/** Templates as a file that another workspace can read: JSON, each body as its lines, so that versions of it compare well. */
const format = "forewarn-templates";
const version = 1;

const whichFile = "Use a file that Forewarn saved under Templates, “Copy as a file”.";

/** The longest file read, in characters: thirty-six templates of the longest are not half of it. */
export const longestCopy = 2_000_000;
/** As the contract takes them. */
export const longestSubject = 300;
export const longestBody = 20_000;

/** A template of a file, or why it can't be taken. */
export type CopiedTemplate =
  | {
      readonly kind: "readable";
      readonly template: Template;
      /** How many characters that can't be seen were left out. */
      readonly leftOut: number;
    }
  | { readonly kind: "refused"; readonly name: string; readonly reason: string };

export type TemplateFile =
  | { readonly kind: "read"; readonly from: string; readonly templates: readonly CopiedTemplate[] }
  | { readonly kind: "refused"; readonly reason: string };

/** The file of these templates, ending in a line break. */
export function writeTemplateFile(templates: readonly Template[], from: string): string {
  const entries = templates.map(({ stage, voice, subject, body }) => ({ stage, voice, subject, body: body.split("\n") }));
  return `${JSON.stringify({ format, version, from, templates: entries }, null, 2)}\n`;
}

/** Reads such a file. What is no template is refused by itself with its reason; nothing is taken half. */
export function readTemplateFile(text: string): TemplateFile {
  if (text.length > longestCopy) return refused("This file is longer than 2 million characters. No copy of templates is.");
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    if (text.trim() === "") return refused(`This file is empty. ${whichFile}`);
    if (text.includes(format)) return refused("This copy of templates is cut off or damaged. Save it anew where it came from.");
    return refused(`This is not a copy of templates. ${whichFile}`);
  }
  if (!isObject(content) || content.format !== format) return refused(`This is not a copy of templates. ${whichFile}`);
  if (typeof content.version === "number" && content.version > version)
    return refused("A newer Forewarn wrote this file. Update Forewarn here, or copy the texts by hand.");
  if (content.version !== version)
    return refused("This copy of templates does not say which Forewarn wrote it. Save it anew where it came from.");
  if (!Array.isArray(content.templates) || content.templates.length === 0) return refused("There are no templates in this file.");
  if (content.templates.length > stages.length * voices.length)
    return refused(`This file has ${content.templates.length} templates; there are only ${stages.length * voices.length}.`);
  const seen = new Set<string>();
  const templates = content.templates.map((entry: unknown, index): CopiedTemplate => {
    const read = readEntry(entry, `Template ${index + 1}`);
    if (read.kind === "refused") return read;
    const name = templateName(read.template);
    if (seen.has(name)) return { kind: "refused", name, reason: "It is in the file twice; the first one is taken." };
    seen.add(name);
    return read;
  });
  return { kind: "read", from: typeof content.from === "string" ? cleaned(content.from).slice(0, 300) : "", templates };
}

function readEntry(entry: unknown, place: string): CopiedTemplate {
  if (!isObject(entry)) return { kind: "refused", name: place, reason: "It is no template." };
  const stage = stages.find((one): one is Stage => one === entry.stage);
  const voice = voices.find((one): one is Voice => one === entry.voice);
  if (stage === undefined || voice === undefined)
    return { kind: "refused", name: place, reason: "Its stage or its voice is none that Forewarn knows." };
  const name = templateName({ stage, voice });
  const { subject, body } = entry;
  const lines: readonly unknown[] = Array.isArray(body) ? body : [body];
  if (typeof subject !== "string" || !lines.every((line) => typeof line === "string"))
    return { kind: "refused", name, reason: "Its subject or its text is missing." };
  const typed = lines.join("\n");
  const template: Template = {
    stage,
    voice,
    subject: cleaned(subject)
      .replace(/\s*\n\s*/gu, " ")
      .trim(),
    body: cleaned(typed).trim(),
  };
  if (template.subject === "" || template.body === "")
    return { kind: "refused", name, reason: "Its subject or its text is empty." };
  if (template.subject.length > longestSubject)
    return { kind: "refused", name, reason: `Its subject is longer than ${longestSubject} characters.` };
  if (template.body.length > longestBody) return { kind: "refused", name, reason: "Its text is longer than 20,000 characters." };
  const leftOut =
    subject.length + typed.length - cleaned(subject).length - cleaned(typed).length - returnsIn(subject) - returnsIn(typed);
  return { kind: "readable", template, leftOut };
}

/** Without what can't be seen: a sign that turns the direction of reading must not come in by a file. */
function cleaned(text: string): string {
  return withoutHidden(text);
}

function returnsIn(text: string): number {
  return text.split("\r\n").length - 1;
}

function refused(reason: string): TemplateFile {
  return { kind: "refused", reason: `${reason} Nothing was taken over.` };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
