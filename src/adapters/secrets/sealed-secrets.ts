import type { Secrets } from "../../core/ports/secrets.ts";

/** What only this person on this computer can undo. `open` throws on what it did not seal. */
export type Seal = { seal(text: string): Buffer; open(sealed: Buffer): string };

/** A small file of sealed values, by name; electron-store has this shape. `set` is on disk when it returns. */
export type SealedTexts = { get(name: string): unknown; set(name: string, text: string): void; delete(name: string): void };

/** Secrets in a file of ours, each sealed by what the system keeps. */
export function sealedSecrets({ seal, open }: Seal, texts: SealedTexts): Secrets {
  return {
    place: "system",
    get(name) {
      const text = texts.get(keyOf(name));
      if (typeof text !== "string") return null;
      try {
        return open(Buffer.from(text, "base64"));
      } catch {
        // Sealed by another person, or before the system was set up anew: it can't be read by anyone any more.
        texts.delete(keyOf(name));
        return null;
      }
    },
    set: (name, secret) => texts.set(keyOf(name), seal(secret).toString("base64")),
    remove: (name) => texts.delete(keyOf(name)),
  };
}

/** electron-store reads dots as a path into objects. */
function keyOf(name: string): string {
  return name.replaceAll(".", "-");
}
