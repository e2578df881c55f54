/** What stands in a log where a secret was. */
const redacted = "[redacted]";

const secretName = /token|secret|password|passphrase|authorization|cookie|credential|api[-_]?key/i;

/** Slack tokens, bearer headers, and JSON Web Tokens, which Graph's are. */
const secretText = /\bxox[a-z]-[\w-]+|\bxapp-[\w-]+|\bBearer\s+[\w.~+/=-]+|\beyJ[\w-]+\.[\w-]+\.[\w-]*/gi;

/** The fields with every value blotted out whose name, or whose look, says that it is a secret. */
export function redactFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, secretName.test(name) ? redacted : redactValue(value)]),
  );
}

export function redactText(text: string): string {
  return text.replace(secretText, redacted);
}

function redactValue(value: unknown): unknown {
  return typeof value === "string" ? redactText(value) : value;
}
