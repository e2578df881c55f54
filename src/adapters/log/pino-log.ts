import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import pino from "pino";
import type { Log } from "../../core/ports/log.ts";
import { redactFields, redactText } from "./redaction.ts";

/** Past this size the log is put away as `forewarn.log.1` at the next start, and the one before that goes. */
const largest = 5 * 1024 * 1024;

/** The log in `forewarn.log` in this folder: a line of JSON an event, written before the call returns, without secrets. */
export function pinoLog(folder: string): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "forewarn.log");
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`);
  const logger = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: redactFields },
    },
    // Synchronous, so that the last lines before a crash are there. It is written to seldom.
    pino.destination({ dest: file, sync: true, mode: 0o600 }),
  );
  return {
    info: (fields, message) => logger.info(fields, redactText(message)),
    warn: (fields, message) => logger.warn(fields, redactText(message)),
    error: (fields, message) => logger.error(fields, redactText(message)),
  };
}
