import { anyOf } from "./any-of.ts";
import { isCardNumber, isIban, isNhsNumber } from "./check-digits.ts";

/** Something in a text that should not be in anybody's mail: a secret, or a number that names a person. */
export type Sensitive = {
  readonly kind: "secret" | "personalNumber";
  /** What it is, without its value: `an AWS access key`. Safe to record. */
  readonly what: string;
  /** The exact characters. Never recorded. */
  readonly quote: string;
  readonly index: number;
};

/** How one kind is recognised: its form, and what more must hold. The group `value` is the quote, else the whole. */
type Recogniser = {
  readonly kind: Sensitive["kind"];
  readonly what: string;
  readonly pattern: RegExp;
  readonly holds?: (value: string, before: string) => boolean;
};

/** With a digit, a small letter, and a capital letter or a sign; no reference such as FW-2026-118. */
const likePassword = "(?=\\S*\\d)(?=\\S*\\p{Ll})(?=\\S*[\\p{Lu}!$%&*#@_-])(?![A-Z]{2,10}-?\\d)[^\\s\"'”,;/]{8,200}";
const keyNames = anyOf`
  api[ _-]?key|secret(?:[ _-]?(?:access[ _-]?)?key)?|client[ _-]?secret|access[ _-]?key
  auth[ _-]?token|access[ _-]?token|token|credentials?
`;

/** Forms the providers publish for their keys; each begins with a mark of its own, so a match is hardly ever chance. */
const secrets: readonly Recogniser[] = [
  secret("a private key", /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/gu),
  secret("an AWS access key", /(?<![A-Z0-9])(?:AKIA|ASIA|AGPA|AIDA|AROA|ANPA|ANVA)[A-Z2-7]{16}(?![A-Z0-9])/gu),
  secret("a GitHub token", /(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{22,255})(?!\w)/gu),
  secret("a GitLab token", /(?<!\w)gl(?:pat|dt|rt|ptt)-[\w-]{20,}/gu),
  secret("a Slack token", /(?<!\w)(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,}/gu),
  secret("the address of a Slack webhook", /hooks\.slack\.com\/(?:services|workflows)\/[A-Z0-9]+\/[A-Z0-9]+\/\w+/gu),
  secret("a Stripe key", /(?<!\w)(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,}/gu),
  secret("a Google key", /(?<!\w)(?:AIza[\w-]{35}(?![\w-])|ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,})/gu),
  secret("an Azure key", /(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{30,}={0,2}/gu),
  secret("the signature of a shared address", /[?&](?:sig|X-Amz-Signature)=[A-Za-z0-9%+/=_-]{20,}/gu),
  secret("an npm token", /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/gu),
  secret("a SendGrid key", /(?<!\w)SG\.[\w-]{20,}\.[\w-]{20,}/gu),
  secret(
    "a key of a model provider",
    /(?<!\w)sk-[\w-]{32,}/gu,
    (value) => /\d/u.test(value) && /[A-Z]/u.test(value) && isRandom(value, 3.5),
  ),
  secret("a sign-in token (JWT)", /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/gu),
  secret("a sign-in token", /\bBearer\s+(?<value>[A-Za-z0-9._~+/-]{20,}=*)/gu, (value) => isRandom(value, 3)),
  secret(
    "an address with a password",
    /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,100}:(?<value>[^\s/@]{3,200})@[^\s/]+/giu,
    isReal,
  ),
  secret(
    "a password",
    /\b(?:password|passwd|passphrase|pwd|passcode)\b\s*(?:is|[:=])\s*["'“]?(?<value>[^\s"'”,;]{6,200})/giu,
    (value) => isReal(value) && isMixed(value),
  ),
  // “Password Kestrel-94-hill”: nothing between, so that only what looks like nothing but a password is one.
  secret(
    "a password",
    new RegExp(`\\b(?:[Pp]assword|[Pp]assphrase|[Pp]asscode)\\s+["'“]?(?<value>${likePassword})`, "gu"),
    (value) => isReal(value) && isMixed(value) && /\p{Ll}{2}|[!$%&*#@]/u.test(value),
  ),
  secret(
    "a key",
    new RegExp(`(?<![a-z0-9])${keyNames}\\s*["']?\\s*[:=]\\s*["'“]?(?<value>[^\\s"'”,;]{16,500})`, "giu"),
    (value) => isReal(value) && isMixed(value) && isRandom(value, 3),
  ),
];

const recordNumbers = anyOf`
  MRN|medical record(?: number| no\.?)?|health record(?: number| no\.?)?
  hospital (?:number|no\.?)|patient (?:id|number|no\.?)
`;
const healthWords = /\b(?:NHS|CHI|H&C|health(?: (?:and|&) care)?|patient)\b[^.\n]{0,30}$/iu;
const phoneWords =
  /(?:\b(?:call|tel|telephone|phone|ring|dial|fax|mobile|bridge|desk|pin)\b[^.\n]{0,30}|\+\d{0,3}[ -]?|[(/=#-]\s*)$/iu;
const socialSecurityWords = /\b(?:SSN|social security)\b[^.\n]{0,20}$/iu;

/** Numbers of people. Those with a check digit are only found when it holds. */
const personalNumbers: readonly Recogniser[] = [
  personal("an NHS number", /(?<![\w.+-])\d{3}([ -]?)\d{3}\1\d{4}(?![\w-])/gu, (value, before) => {
    if (!isNhsNumber(value) || phoneWords.test(before)) return false;
    return healthWords.test(before) || value.includes(" ");
  }),
  personal(
    "a National Insurance number",
    /(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)/gu,
  ),
  personal(
    "a US social security number",
    /(?<![\w.+-])(?!000|666|9)\d{3}([ -]?)(?!00)\d{2}\1(?!0000)\d{4}(?![\w-])/gu,
    (value, before) => (value.includes("-") ? !phoneWords.test(before) : socialSecurityWords.test(before)),
  ),
  personal(
    "a US Medicare number",
    /(?<!\w)[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?!\w)/gu,
  ),
  personal(
    "a medical record number",
    new RegExp(`\\b${recordNumbers}\\s*(?:is|[:#=])?\\s*(?<value>[A-Z]{0,3}-?\\d{5,12})(?!\\w)`, "giu"),
  ),
  personal("a payment card number", /(?<![\w.+-])\d{4}([ -]?)(?:\d{4}\1\d{4}\1\d{4}|\d{6}\1\d{4,5})(?![\w-])/gu, isCardNumber),
  personal("a bank account number (IBAN)", /(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)/gu, isIban),
];

/** Secrets and personal numbers in a text, in their order; where two meet, the more exact one. */
export function sensitiveDataIn(text: string): readonly Sensitive[] {
  const found: Sensitive[] = [];
  for (const { kind, what, pattern, holds } of [...secrets, ...personalNumbers]) {
    for (const match of text.matchAll(pattern)) {
      const quote = match.groups?.value ?? match[0];
      const index = match.index + (quote === match[0] ? 0 : match[0].lastIndexOf(quote));
      const overlaps = found.some((other) => index < other.index + other.quote.length && other.index < index + quote.length);
      if (overlaps || holds?.(quote, text.slice(Math.max(0, index - 40), index)) === false) continue;
      found.push({ kind, what, quote, index });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** The text with each secret and personal number replaced by what it is, for registers that are kept. */
export function withoutSensitiveData(text: string): string {
  return sensitiveDataIn(text).reduceRight(
    (rest, { quote, what, index }) => `${rest.slice(0, index)}[${what}]${rest.slice(index + quote.length)}`,
    text,
  );
}

function secret(what: string, pattern: RegExp, holds?: Recogniser["holds"]): Recogniser {
  return holds === undefined ? { kind: "secret", what, pattern } : { kind: "secret", what, pattern, holds };
}

function personal(what: string, pattern: RegExp, holds?: Recogniser["holds"]): Recogniser {
  return holds === undefined ? { kind: "personalNumber", what, pattern } : { kind: "personalNumber", what, pattern, holds };
}

/** Not a stand-in (`<password>`, `${PASSWORD}`, `****`), an address of a page, or a reference such as FW-2026-118. */
function isReal(value: string): boolean {
  return (
    !/^(?:[<[{$%*•….]|xx)/iu.test(value) &&
    !/^\*+$|\*{3}|^https?:|^(?:your|the|example|changeme|redacted|placeholder)/iu.test(value) &&
    !/^[A-Z]{2,10}(?:-\d+)+\W*$/u.test(value)
  );
}

/** Letters together with digits or signs: no word of a language. */
function isMixed(value: string): boolean {
  const core = value.replace(/[.!?)]+$/u, "");
  return /\p{L}/u.test(core) && (/\d/u.test(core) || /[^\p{L}\d\s.'’/_-]/u.test(core));
}

/** Whether the characters are spread like a random key's: Shannon's measure, in bits a character. */
function isRandom(value: string, bits: number): boolean {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / value.length) * Math.log2(count / value.length);
  return entropy >= bits;
}
