import { type Voice, voices } from "../../core/domain/directory.ts";
import { type Stage, stages } from "../../core/domain/matrix.ts";
import type { Template } from "../../core/domain/message.ts";

/**
 * Reads a default template: `announce.customer.md` holds `Subject: …`, a blank line, and the body.
 * Throws for a file that is not one, since only ours are read.
 */
export function parseTemplateFile(name: string, source: string): Template {
  const [stageName, voiceName] = name.slice(name.lastIndexOf("/") + 1).split(".");
  const stage = stages.find((candidate): candidate is Stage => candidate === stageName);
  const voice = voices.find((candidate): candidate is Voice => candidate === voiceName);
  const match = /^Subject: (?<subject>.+)\n\n(?<body>[\s\S]+)$/u.exec(source.replaceAll("\r\n", "\n"));
  const { subject, body } = match?.groups ?? {};
  if (stage === undefined || voice === undefined || subject === undefined || body === undefined) {
    throw new Error(`${name} is not a template: it needs a name like announce.customer.md, a subject, a blank line and a body`);
  }
  return { stage, voice, subject: subject.trim(), body: body.trim() };
}
