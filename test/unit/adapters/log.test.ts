import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pinoLog } from "../../../src/adapters/log/pino-log.ts";
import { temporaryFolder } from "../../builders/temporary-store.ts";

const read = (folder: string) => readFileSync(join(folder, "forewarn.log"), "utf8");

test("an event is a line of JSON in the data folder as soon as it is logged", () => {
  const folder = join(temporaryFolder(), "not there yet");
  const log = pinoLog(folder);
  log.info({ deliveryId: "d1", attempt: 1 }, "Sent");
  log.warn({}, "Held");
  log.error({ code: 500 }, "Failed");
  const lines = read(folder).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: "info", deliveryId: "d1", attempt: 1, msg: "Sent", time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
    { level: "warn", msg: "Held" },
    { level: "error", code: 500, msg: "Failed" },
  ]);
});

test("no secret reaches the file, whatever its field is called and wherever it hides", () => {
  const folder = temporaryFolder();
  const secrets = ["xoxb-1234-abcdef", "eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl", "hunter2hunter2"];
  const [slack = "", graph = "", other = ""] = secrets;
  const log = pinoLog(folder);
  log.info(
    { token: other, Authorization: other, clientSecret: other, slack_api_key: other, password: other, cookie: other },
    "Fields",
  );
  log.warn(
    { detail: `refused for Bearer ${graph}`, url: `https://example.org/?t=${slack}` },
    `The provider said: ${slack} is not allowed`,
  );
  const written = read(folder);
  for (const secret of secrets) expect(written).not.toContain(secret);
  expect(written).toContain("[redacted]");
  expect(written).toContain("is not allowed");
});

test("a log that has grown large is put away at the next start", () => {
  const folder = temporaryFolder();
  const file = join(folder, "forewarn.log");
  writeFileSync(file, "x".repeat(6 * 1024 * 1024));
  pinoLog(folder).info({}, "Started");
  expect(existsSync(`${file}.1`)).toBe(true);
  expect(statSync(file).size).toBeLessThan(1_000);
});
