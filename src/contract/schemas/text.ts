import { z } from "zod";

/** Longest single line, paragraph and document a person may hand in, in characters. */
const lineLength = 300;
const textLength = 20_000;
export const pasteLength = 2_000_000;

/** Line breaks and other control characters turn one field into two (mail headers, CSV rows): refused at the door. */
export const hasControlCharacter = /\p{Cc}/u;

export const oneLine = z
  .string()
  .trim()
  .max(lineLength, `Keep it under ${lineLength} characters.`)
  .refine((text) => !hasControlCharacter.test(text), "Take out the line break: this must be one line.");

export const required = oneLine.min(1, "Fill this in.");

export const text = z.string().max(textLength, "Keep it under 20,000 characters.");

export const email = required.pipe(z.email("Write one address, as name@example.org."));

export const httpsUrl = z.url({ protocol: /^https$/u, error: "Write an address that starts with https://." });
