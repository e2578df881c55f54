import { createHash, randomUUID } from "node:crypto";
import type { Ids } from "../../core/ports/ids.ts";

export const systemIds: Ids = {
  next: () => randomUUID(),
  fingerprint: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
};
