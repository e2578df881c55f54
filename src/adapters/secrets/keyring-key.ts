import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scriptBeside } from "../threads/script-beside.ts";
import { keyLength } from "./key-seal.ts";

export type KeyringAnswer = { readonly kind: "key"; readonly key: Buffer } | { readonly kind: "none"; readonly reason: string };

/** How long a keyring may take, in milliseconds: it may ask the person for a password. */
const patience = 15_000;

/**
 * Asks the operating system's keyring (Secret Service, Keychain, Credential Manager) for the key that secrets are sealed
 * with, which is made the first time. Neither throws nor hangs: where no keyring answers in time, it says why.
 */
export function askKeyring(
  script: URL = scriptBeside(import.meta.url, "keyring-process"),
  milliseconds: number = patience,
): Promise<KeyringAnswer> {
  return new Promise((resolve) => {
    const options = { timeout: milliseconds, killSignal: "SIGKILL", windowsHide: true } as const;
    execFile(process.execPath, [fileURLToPath(script)], options, (error, said, complaint) => {
      const key = Buffer.from(said, "base64");
      if (error === null && key.length === keyLength) resolve({ kind: "key", key });
      else if (error?.killed === true) resolve({ kind: "none", reason: `it did not answer in ${milliseconds / 1000} s` });
      else resolve({ kind: "none", reason: firstLine(complaint) || "it holds something else than a key" });
    });
  });
}

/** Without a session bus there is no Secret Service to ask; a process for asking would only cost time. */
export function mayHaveKeyring(platform: NodeJS.Platform, environment: Readonly<Record<string, string | undefined>>): boolean {
  const { DBUS_SESSION_BUS_ADDRESS: bus, XDG_RUNTIME_DIR: folder } = environment;
  return platform !== "linux" || Boolean(bus) || (Boolean(folder) && existsSync(join(folder ?? "", "bus")));
}

function firstLine(text: string): string {
  return (text.trim().split("\n", 1)[0] ?? "").slice(0, 200);
}
