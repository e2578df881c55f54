import { hash } from "node:crypto";

/** The columns of a delivery that go on changing after its approval; what approval froze has its own fingerprint. */
export type SealedColumns = readonly [
  id: string,
  batchId: string,
  sendAt: number,
  handle: string | null,
  fence: number,
  state: string,
  stateFacts: string,
];

/**
 * SHA-256, as hexadecimal, over where a delivery stands. SQLite's own check misses most single bits that flip in a text
 * (FACTS.md §6): without this, one could turn a time to come into one long gone, or a receipt into another message's.
 */
export function sealOf(columns: SealedColumns): string {
  return hash("sha256", JSON.stringify(columns), "hex");
}
