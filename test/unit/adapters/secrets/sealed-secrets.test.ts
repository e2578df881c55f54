import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { keyLength, sealWithKey } from "../../../../src/adapters/secrets/key-seal.ts";
import { sealedFile } from "../../../../src/adapters/secrets/sealed-file.ts";
import { sealedSecrets } from "../../../../src/adapters/secrets/sealed-secrets.ts";

const key = Buffer.alloc(keyLength, 7);
const token = "xoxe-1-a-token-that-nobody-else-may-read-ü";

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "forewarn-secrets-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "keyring-secrets.json");
}

const openAt = (path: string, withKey = key) => sealedSecrets(sealWithKey(withKey), sealedFile(path));

test("a secret is there again for who has the key, and gone when it is removed", () => {
  const path = newFile();
  openAt(path).set("connection.slack.token", token);
  openAt(path).set("connection.graph.signIn", "x".repeat(20_000));
  const again = openAt(path);
  expect([again.place, again.get("connection.slack.token"), again.get("connection.graph.signIn")?.length]).toEqual([
    "system",
    token,
    20_000,
  ]);
  again.remove("connection.slack.token");
  again.remove("connection.slack.token");
  expect(openAt(path).get("connection.slack.token")).toBeNull();
  expect(openAt(path).get("connection.graph.signIn")).not.toBeNull();
});

test("the file has a secret in no form, twice the same one looks different, and nobody else may read it", () => {
  const path = newFile();
  const secrets = openAt(path);
  secrets.set("one", token);
  secrets.set("two", token);
  const text = readFileSync(path, "utf8");
  const kept = JSON.parse(text) as Record<string, string>;
  expect(kept.one).not.toBe(kept.two);
  const raw = Object.values(kept).map((sealed) => Buffer.from(sealed, "base64").toString("latin1"));
  for (const each of [text, ...raw])
    for (const form of [token, Buffer.from(token).toString("base64"), Buffer.from(token).toString("latin1")])
      expect(each).not.toContain(form);
  if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("what another key sealed, or somebody changed, counts as not there, and is dropped", () => {
  const path = newFile();
  openAt(path).set("one", token);
  expect(openAt(path, Buffer.alloc(keyLength, 8)).get("one")).toBeNull();
  expect(readFileSync(path, "utf8")).toBe("{}");

  openAt(path).set("one", token);
  const sealed = Buffer.from((JSON.parse(readFileSync(path, "utf8")) as { one: string }).one, "base64");
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  for (const damaged of [sealed, sealed.subarray(0, 20), Buffer.alloc(0)]) {
    writeFileSync(path, JSON.stringify({ one: damaged.toString("base64") }));
    expect(openAt(path).get("one")).toBeNull();
  }
});

test.each(["", "no JSON", "[]", "null", '{"one":5}'])("a file that holds %j holds no secret, and can be written anew", (text) => {
  const path = newFile();
  writeFileSync(path, text);
  expect(openAt(path).get("one")).toBeNull();
  openAt(path).set("one", token);
  expect(openAt(path).get("one")).toBe(token);
});
