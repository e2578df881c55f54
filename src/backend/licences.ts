import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { PartLicence } from "../contract/host.ts";

const licences = z.array(z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }));

/** Reads what the build wrote about the licences of all parts. Read when asked for: About is seldom opened. */
export async function readLicences(file: string): Promise<readonly PartLicence[]> {
  return licences.parse(JSON.parse(await readFile(file, "utf8")));
}
