import type { SafeStorage } from "electron";
import type { BackendOptions } from "../backend/backend.ts";
import { type SealedTexts, secretsInMemory, secretsSealed } from "../backend/host-parts.ts";

/**
 * Keeps tokens in the system's key store. Where the system offers none (`basic_text` is a password written in Chromium's
 * source), they stay in memory and are gone at the end: nothing that only looks encrypted is written to disk.
 * Must be called after Electron is ready.
 */
export function safeSecrets(
  safeStorage: Pick<SafeStorage, "isEncryptionAvailable" | "getSelectedStorageBackend" | "encryptString" | "decryptString">,
  texts: SealedTexts,
  platform: NodeJS.Platform,
): BackendOptions["secrets"] {
  const isPlain = platform === "linux" && ["basic_text", "unknown"].includes(safeStorage.getSelectedStorageBackend());
  if (!safeStorage.isEncryptionAvailable() || isPlain) return secretsInMemory();
  const seal = {
    seal: (text: string) => safeStorage.encryptString(text),
    open: (sealed: Buffer) => safeStorage.decryptString(sealed),
  };
  return secretsSealed(seal, texts);
}
