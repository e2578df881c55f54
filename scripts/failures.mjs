// What failed in a run of tests, in few words, from the reports that Vitest and Playwright write. Runs on Node 20.
import { stripVTControlCharacters } from "node:util";

/**
 * A failed test: its name with its file, and what it says, without colours.
 * @typedef {{ readonly name: string, readonly message: string }} Failure
 */

/**
 * From Vitest's JSON report.
 * @returns {Failure[]}
 */
export function failuresOfVitest({ testResults }, root) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.startsWith(root) ? name.slice(root.length + 1) : name;
    const failed = assertionResults
      .filter((test) => test.status === "failed")
      .map(({ fullName, failureMessages }) => failure(`${file}: ${fullName}`, failureMessages.join("\n")));
    // A file that could not be loaded has no tests that failed.
    return failed.length === 0 && status === "failed" ? [failure(file, message)] : failed;
  });
}

/**
 * From Playwright's JSON report.
 * @returns {Failure[]}
 */
export function failuresOfPlaywright({ suites, errors = [] }) {
  const inSuite = ({ specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, line, title, tests }) => {
        const results = tests.flatMap((test) => test.results);
        const said = results.find(({ status }) => status !== "passed" && status !== "skipped")?.errors ?? [];
        return failure(`${file}:${line}: ${title}`, said.map(({ message }) => message).join("\n"));
      }),
    ...inner.flatMap(inSuite),
  ];
  return [...suites.flatMap(inSuite), ...errors.map(({ message }) => failure("Playwright itself", message))];
}

function failure(name, message) {
  return { name, message: stripVTControlCharacters(message ?? "") };
}

/** A failure with the first lines of what it says. A log may be cut off, so nothing is told at length. */
export function describeFailure({ name, message }, mostLines) {
  const said = linesOf(message).slice(0, mostLines);
  return [`  ✗ ${name}`, ...said.map((line) => `      ${line.slice(0, 400)}`)].join("\n");
}

/** The last lines of what a step said. */
export function endOf(output, mostLines) {
  const lines = linesOf(output);
  const left = Math.max(0, lines.length - mostLines);
  return [...(left > 0 ? [`… ${left} lines before these are left out`] : []), ...lines.slice(left)].join("\n");
}

function linesOf(text) {
  return text.split("\n").filter((line) => line.trim() !== "");
}
