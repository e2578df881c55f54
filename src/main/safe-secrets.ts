import type { SafeStorage } from "electron";
import type { BackendOptions } from "../backend/backend.ts";

type Secrets = BackendOptions["secrets"];

/** A small file of encrypted values, by name; electron-store has this shape. */
export type BlobStore = { get(name: string): unknown; set(name: string, value: string): void; delete(name: string): void };

/**
 * Keeps tokens in the system's key store. Where the system offers none (`basic_text` is a password written in Chromium's
 * source), they stay in memory and are gone at the end: nothing that only looks encrypted is written to disk.
 * Must be called after Electron is ready.
 */
export function safeSecrets(
  safeStorage: Pick<SafeStorage, "isEncryptionAvailable" | "getSelectedStorageBackend" | "encryptString" | "decryptString">,
  blobs: BlobStore,
  platform: NodeJS.Platform,
  inMemory: Secrets,
): Secrets {
  const isPlain = platform === "linux" && ["basic_text", "unknown"].includes(safeStorage.getSelectedStorageBackend());
  if (!safeStorage.isEncryptionAvailable() || isPlain) return inMemory;
  return {
    place: "system",
    get(name) {
      const blob = blobs.get(keyOf(name));
      if (typeof blob !== "string") return null;
      try {
        return safeStorage.decryptString(Buffer.from(blob, "base64"));
      } catch {
        // Encrypted by another person or before the system was set up anew: it can't be read by anyone any more.
        blobs.delete(keyOf(name));
        return null;
      }
    },
    set: (name, secret) => blobs.set(keyOf(name), safeStorage.encryptString(secret).toString("base64")),
    remove: (name) => blobs.delete(keyOf(name)),
  };
}

/** electron-store reads dots as a path into objects. */
function keyOf(name: string): string {
  return name.replaceAll(".", "-");
}
