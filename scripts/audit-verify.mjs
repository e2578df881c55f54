// `npm run audit:verify -- FILE`: checks the audit log of a workspace's file, which may be open in Forewarn meanwhile.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { installPackages, run, say, tool } from "./set-up.mjs";

const help = `Checks the audit log of a workspace's file, which is only read:

  npm run audit:verify -- FILE [--entries NUMBER --last-hash HASH]

With the number of entries and the last hash of an export, entries cut off or rewritten since are found too.
Ends with 0 when the log is whole, 1 when it is not what was written, 2 when there is no log to check.`;

process.exitCode = await verify();

async function verify() {
  // node:sqlite is in Node 24, which is among the packages.
  if (Number(process.versions.node.split(".")[0]) < 24) {
    await installPackages();
    return (await run(tool("node"), process.argv.slice(1), { shows: true })).code;
  }
  const asked = question();
  if (asked === null) {
    say(help);
    return 2;
  }
  const { auditReport } = await import("../src/adapters/sqlite/audit-report.ts");
  const { lines, exitCode } = auditReport(asked.file, asked.expected);
  say(lines.join("\n"));
  return exitCode;
}

/** What was asked for, or null when it can't be understood. */
function question() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { entries: { type: "string" }, "last-hash": { type: "string" } },
    });
    const [file] = positionals;
    const entries = values.entries;
    const lastHash = values["last-hash"];
    if (file === undefined || positionals.length > 1 || (entries === undefined) !== (lastHash === undefined)) return null;
    if (entries !== undefined && (!/^\d+$/u.test(entries) || !/^[0-9a-f]{8,64}$/iu.test(lastHash))) return null;
    return {
      // npm runs scripts in the checkout; a path is meant from where the person stands.
      file: resolve(process.env.INIT_CWD ?? process.cwd(), file),
      expected: entries === undefined ? null : { entries: Number(entries), lastHash },
    };
  } catch {
    return null;
  }
}
