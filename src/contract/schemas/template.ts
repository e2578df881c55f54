import { z } from "zod";
import type { PreviewSubject } from "../../core/app/templates/template-preview.ts";
import { voices } from "../../core/domain/directory.ts";
import { exampleKeys } from "../../core/domain/example-windows.ts";
import { stages } from "../../core/domain/matrix.ts";
import type { Template } from "../../core/domain/message.ts";
import { id } from "./id.ts";
import { oneLine, pasteLength, text } from "./text.ts";

export const template = z.object({
  stage: z.enum(stages),
  voice: z.enum(voices),
  subject: oneLine,
  body: text,
}) satisfies z.ZodType<Template>;

export const stageAndVoice = z.object({ stage: z.enum(stages), voice: z.enum(voices) });
export const templateNames = z.array(stageAndVoice).max(stages.length * voices.length);

/** A file of templates; its reader says so itself when it is too long for one. */
export const templateCopy = z.string().max(pasteLength + 1);

export const previewSubject = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("example"), key: z.enum(exampleKeys) }),
  z.object({ kind: z.literal("window"), id }),
]) satisfies z.ZodType<PreviewSubject>;
