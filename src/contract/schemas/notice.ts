import { z } from "zod";
import type { Override } from "../../core/domain/message.ts";
import type { Draft } from "../../core/domain/notice.ts";
import { oneLine, required, text } from "./text.ts";

export const draft = z.object({ subject: oneLine, body: text }) satisfies z.ZodType<Draft>;
export const override = z.object({ key: z.string().max(1000), reason: required }) satisfies z.ZodType<Override>;
