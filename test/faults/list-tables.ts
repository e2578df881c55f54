// `npm run faults:tables`: writes what the tests try, from the tests themselves, into docs/reliability.md.
import { readFileSync, writeFileSync } from "node:fs";
import { docWithTables } from "./reliability-tables.ts";

const file = new URL("../../docs/reliability.md", import.meta.url);
const before = readFileSync(file, "utf8");
const after = docWithTables(before);
writeFileSync(file, after);
process.stdout.write(before === after ? "docs/reliability.md is up to date.\n" : "docs/reliability.md was brought up to date.\n");
