import { describe, expect, test } from "vitest";
import { sensitiveDataIn, withoutSensitiveData } from "../../../src/core/domain/sensitive-data.ts";

/** Made up, and put together here so that no scanner of this repository takes them for real ones. */
const made = (...parts: readonly string[]): string => parts.join("");
const random = "9f8A7s6D5f4G3h2J1k0LzXcVbNmQwErTyU1p";

describe("secrets are found by their form", () => {
  test.each([
    ["an AWS access key", made("AK", "IAIOSFODNN7EXAMPLE")],
    ["a GitHub token", made("ghp", "_", random)],
    ["a GitHub token", made("github", "_pat_", "11ABCDEFG0", random)],
    ["a GitLab token", made("gl", "pat-", "abcDEF123456ghiJKL78")],
    ["a Slack token", made("xo", "xb-", "2401-2402-abcdefABCDEF")],
    ["a Slack token", made("xa", "pp-", "1-A111-222-abcdef")],
    ["the address of a Slack webhook", made("hooks.slack", ".com/services/T0001/B0001/", "abcdefghijkl")],
    ["a Stripe key", made("sk", "_live_", "abcdefghijklmnop")],
    ["a Google key", made("AI", "za", random.slice(0, 35))],
    ["an Azure key", made("Account", "Key=", random, random.slice(0, 10), "==")],
    ["the signature of a shared address", made("?sv=2024&", "sig=", "abcDEF123%2Bghi456JKL789")],
    ["an npm token", made("npm", "_", random)],
    ["a sign-in token (JWT)", made("ey", "JhbGciOiJIUzI1NiJ9.", "ey", "JzdWIiOiIxMjM0In0.abcdef")],
    ["a sign-in token", made("Authorization: Bear", "er ", random)],
    ["an address with a password", "postgres://app:S3cretWord@db.example.org/records"],
    ["an address with a password", "https://user:hunter2hunter@portal.example.org/"],
    ["a password", "The password is Winter2026!"],
    ["a password", "pwd=abc123xyz; Server=db"],
    ["a key", made("api_key = ", random)],
    ["a key", made('"client_secret": "', random, '"')],
    ["a key", made("DB_API_KEY=", random)],
    ["a key of a model provider", made("sk", "-proj-", random)],
    ["a private key", made("-----BEGIN RSA ", "PRIVATE KEY-----")],
    ["a private key", made("-----BEGIN ", "PRIVATE KEY-----")],
  ])("%s in %s", (what, text) => {
    const found = sensitiveDataIn(`Before: ${text} after`);
    expect(found).toMatchObject([{ kind: "secret", what }]);
    expect(found.every(({ quote }) => text.includes(quote))).toBe(true);
  });
});

describe("numbers of people are found where their check digits hold", () => {
  test.each([
    ["an NHS number", "NHS number 943 476 5919"],
    ["an NHS number", "NHS: 9434765919"],
    ["an NHS number", "943 476 5919 was affected"],
    ["a National Insurance number", "AB123456C"],
    ["a National Insurance number", "AB 12 34 56 C"],
    ["a US social security number", "078-05-1120"],
    ["a US social security number", "SSN 078051120"],
    ["a US Medicare number", "1EG4-TE5-MK73"],
    ["a medical record number", "MRN: 00482913"],
    ["a medical record number", "hospital number A1234567"],
    ["a payment card number", "4111 1111 1111 1111"],
    ["a payment card number", "378282246310005"],
    ["a bank account number (IBAN)", "GB82 WEST 1234 5698 7654 32"],
    ["a bank account number (IBAN)", "DE89370400440532013000"],
  ])("%s in %s", (what, text) => {
    expect(sensitiveDataIn(`Before ${text} after`)).toMatchObject([{ kind: "personalNumber", what }]);
  });
});

describe("what only looks like one raises no alarm", () => {
  test.each([
    "FW-2026-118",
    "CHG0031337 and INC1234567",
    "OPS-4458",
    "+44 20 7946 0958",
    "020 7946 0958",
    "0800 123 4567",
    "call 943 476 5919",
    "+1 943 476 5919",
    "(943) 476-5919",
    "943-476-5919",
    "NHS number 943 476 5918",
    "order 9434765919",
    "port 5432 and 65535",
    "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    "9fceb02d0ae598e95dc970b74767f19372d61af8",
    "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "2026-11-28, 28/11/2026 02:00, 20261128",
    "Sat 28 Nov 2026, 02:00–04:00 GMT (UTC+0)",
    "10.20.30.40 and 2001:db8::1",
    "v1.24.3-beta.2 and 4.18.0-553.el8",
    "1764380000000",
    "2026112802000000",
    "4111 1111 1111 1112",
    "0000 0000 0000 0000",
    "000-12-3456, 666-12-3456, 912-34-5678",
    "078-05-0000",
    "GB82 TEST 1234",
    "GB83 WEST 1234 5698 7654 32",
    "sort code 12-34-56, account 12345678",
    "password: required",
    "Your password will not change. The password is reset by you.",
    "password: <your password>",
    "password: ********",
    "token: see the portal",
    "token bucket: 500000 requests",
    "The secret: tell people early and in plain words",
    "access key: FW-2026-118",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the stand-in of a configuration file, as people paste it.
    "postgres://app:${PASSWORD}@db.example.org/",
    "https://status.example.org:8443/a?b=1#c",
    "mailto:desk@example.org",
    "eks-prod-node-group-20261128",
    "arn:aws:iam::123456789012:role/Deploy",
    "patient portal, patients 12345",
    "ISO 27001, RFC 5545, TLS 1.3, AES-256",
    "CG123456 is a release",
    "sk-ansible-role-for-the-cluster-of-records",
  ])("%s", (text) => {
    expect(sensitiveDataIn(`Before ${text} after.`)).toEqual([]);
  });
});

test("what goes into a register names the secret and does not repeat it", () => {
  const key = made("AK", "IAIOSFODNN7EXAMPLE");
  expect(withoutSensitiveData(`Use ${key} for NHS 943 476 5919.`)).toBe("Use [an AWS access key] for NHS [an NHS number].");
});

test("a long text of anything is looked through in no time", () => {
  const pieces = ["a", "a-", "1 ", "x_", "password ", "sk-", "api", "eyJ", "://a", "A ", "GB82 ABCD ", "=", "token: "];
  const began = performance.now();
  for (const piece of pieces) sensitiveDataIn(piece.repeat(Math.ceil(20_000 / piece.length)));
  // Milliseconds where a pattern is linear, seconds where one is not.
  expect(performance.now() - began).toBeLessThan(1_500);
});
