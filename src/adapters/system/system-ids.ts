import { hash, randomUUID } from "node:crypto";
import type { Ids } from "../../core/ports/ids.ts";

export const systemIds: Ids = {
  next: () => randomUUID(),
  fingerprint: (text) => hash("sha256", text, "hex"),
};
