import { z } from "zod";
import { tableFields } from "../../core/domain/calendar/foreign-table.ts";
import { required } from "./text.ts";

/** The longest foreign calendar or table, in characters; the reader says so itself when a file is longer. */
const importLength = 10_000_000;

export const importedFile = z.object({
  name: required,
  text: z
    .string()
    .max(importLength, `This file is longer than ${importLength.toLocaleString("en")} characters. Nothing was imported.`),
  mapping: z.partialRecord(z.enum(tableFields), z.int().min(0).max(1000)).nullable().default(null),
  dates: z.enum(["dayFirst", "monthFirst"]).nullable().default(null),
  answers: z
    .array(z.object({ key: z.string().max(100), field: z.enum(["start", "end"]), answer: z.enum(["earlier", "later"]) }))
    .max(5_000)
    .default([]),
});
