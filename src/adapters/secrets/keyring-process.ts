// Runs as a process of its own, started by keyring-key.ts: a keyring that waits for a password, or for a service that never
// answers, can't be called off, but a process can be ended. Says the key in this person's keyring, made when there is none.
import { randomBytes } from "node:crypto";
import { Entry } from "@napi-rs/keyring";

const entry = new Entry("Forewarn", "The key to the secrets in the data folder", {
  // Without this the kernel's keyring stands in, which forgets everything at the next start of the computer.
  linux: { store: "secret-service" },
});

try {
  if (entry.getPassword() === null) entry.setPassword(randomBytes(32).toString("base64"));
  // Read back, not remembered: of two processes that made a key at once, both use the one that was kept.
  process.stdout.write(entry.getPassword() ?? "");
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
