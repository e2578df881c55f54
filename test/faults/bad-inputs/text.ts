import { type CheckName, checkTable, overridableChecks } from "../../../src/core/domain/checks/check-table.ts";
import type { BadInput } from "./bad-input.ts";

/** A sentence in a customer's notice, and the check that must see it. */
export type TextRow = BadInput & { readonly sentence: string; readonly check: CheckName };

/** A value of a fact, which arrives in every form as the text it is. */
export type ValueRow = BadInput & { readonly value: string };

/** What the checker's word means for the person who approves. */
function outcomeOf(check: CheckName): string {
  if (overridableChecks.has(check)) return `Approval is blocked until overridden by name (${check})`;
  switch (checkTable[check]) {
    case "error":
      return `Approval is blocked (${check})`;
    case "warning":
      return `Approval waits until it is acknowledged by name (${check})`;
    case "hint":
      return `A hint is shown (${check})`;
  }
}

function inText(name: string, sentence: string, check: CheckName): TextRow {
  return { area: "text", name, input: shown(sentence), expected: outcomeOf(check), sentence, check };
}

/** Made up, and put together here so that no scanner of this repository takes them for real ones. */
const made = (...parts: readonly string[]): string => parts.join("");
const letters = "9f8A7s6D5f4G3h2J1k0LzXcVbNmQwErTyU1p";

export const texts: readonly TextRow[] = [
  inText("a cloud access key", made("Use AK", "IAIOSFODNN7EXAMPLE."), "secret"),
  inText("a chat token", made("Token xo", "xb-2401-2402-abcdefABCDEF."), "secret"),
  inText("a source host's token", made("Token gh", "p_", letters, "."), "secret"),
  inText("a sign-in token", made("ey", "JhbGciOiJIUzI1NiJ9.ey", "JzdWIiOiIxMjM0In0.abcdef"), "secret"),
  inText("a private key", made("-----BEGIN RSA PRI", "VATE KEY-----"), "secret"),
  inText("a database's address with its password", "Use postgres://app:S3cretWord@db.example.org/records.", "secret"),
  inText("a password", "The password is Winter2026!", "secret"),
  inText("a key in a setting", made("api_key=", letters), "secret"),
  inText("a national health number", "Patient 943 476 5919 is affected.", "personalNumber"),
  inText("a national insurance number", "AB 12 34 56 C is affected.", "personalNumber"),
  inText("a social security number", "078-05-1120 is affected.", "personalNumber"),
  inText("a medical record number", "MRN: 00482913 is affected.", "personalNumber"),
  inText("a payment card", "Card 4111 1111 1111 1111 is affected.", "personalNumber"),
  inText("a bank account", "GB82 WEST 1234 5698 7654 32 is affected.", "personalNumber"),
  inText("a turned direction of reading", "Open \u202Etxt.exe now.", "hiddenCharacter"),
  inText("an isolate left open", "Open \u2066portal now.", "hiddenCharacter"),
  inText("a zero-width space", "The por\u200Btal stops.", "hiddenCharacter"),
  inText("a soft hyphen", "The por\u00ADtal stops.", "hiddenCharacter"),
  inText("hidden tags", "Stop\u{E0041}\u{E0042}.", "hiddenCharacter"),
  inText("a control character", "The portal\u0007 stops.", "hiddenCharacter"),
  inText("a machine's internal name", "We restart db01.intranet.example.org.", "internalHost"),
  inText("a private address", "We restart 10.20.30.40.", "internalHost"),
  inText("an internal ticket", "See OPS-4458 for more.", "ticketNumber"),
  inText("another customer's name", "South Clinic has agreed.", "otherCustomer"),
  inText("a place never filled in", "The reason is TBD.", "deadWording"),
  inText("template code from a fact", "The reason is {{ window.reason }}.", "leftoverMarkup"),
  inText("markup from a fact", "The reason is <b>old</b>.", "leftoverMarkup"),
];

function value(name: string, text: string): ValueRow {
  return { area: "text", name, input: shown(text), expected: "Arrives in Slack, Teams and mail as the text it is", value: text };
}

export const values: readonly ValueRow[] = [
  value("HTML with a script", "<script>alert(1)</script>"),
  value("HTML with a handler", "<img src=x onerror=alert(1)>"),
  value("an end of the paragraph", "</p></td></table><h1>x"),
  value("an HTML comment", "<!-- x"),
  value("entities", "&lt;b&gt; &#60;i&#62; &amp;amp;"),
  value("Slack's markup for everybody", "<!channel> <!here|x> <!subteam^S0ALL>"),
  value("Slack's markup for a person", "<@U0DANA>"),
  value("Slack's markup for a link", "<https://evil.example|bank.example>"),
  value("Teams' element for a mention", '<at id="0">Everybody</at>'),
  value("bold, italic, struck", "*a* **b** _c_ ~~d~~ `e`"),
  value("a heading and a list", "# a\n- b\n1. c\n> d"),
  value("a table's row", "| a | b |\n| --- | --- |"),
  value("a Markdown link", "[a](javascript:alert(1)) ![i](https://evil.example/i.png)"),
  value("a bare address", "https://evil.example/?a=1&b=2 www.evil.example"),
  value("template code", "{{ window.reason }} {% if x %}"),
  value("Forewarn's own marks", "\uE0000\uE001"),
  value("mail headers", "x\r\nBcc: all@example.org"),
  value("an encoded word of a mail header", "=?utf-8?B?QmNjOiBhbGxAZXhhbXBsZS5vcmc=?="),
];

/** A text as a table can show it. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `[U+${code}]`;
  });
}
