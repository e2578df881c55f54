import { expect, test } from "vitest";
import { readApiAddress } from "../../../src/adapters/network/api-address.ts";
import { readNetworkFailure } from "../../../src/adapters/network/network-failure.ts";
import { readRetryAfter } from "../../../src/adapters/network/retry-after.ts";

const failed = (cause: unknown): Error => new TypeError("fetch failed", { cause });
const withCode = (code: string, syscall?: string): Error =>
  Object.assign(new Error(code), { code, ...(syscall === undefined ? {} : { syscall }) });

test.each([
  ["a name that is not found", withCode("ENOTFOUND", "getaddrinfo")],
  ["a refused connection", withCode("ECONNREFUSED", "connect")],
  ["no route while connecting", withCode("ENETUNREACH", "connect")],
  ["a connection that never opened", withCode("UND_ERR_CONNECT_TIMEOUT")],
  ["a certificate nobody vouches for", withCode("DEPTH_ZERO_SELF_SIGNED_CERT")],
  ["a certificate of another host", withCode("ERR_TLS_CERT_ALTNAME_INVALID")],
  ["every address refused", new AggregateError([withCode("ECONNREFUSED", "connect"), withCode("ENETUNREACH", "connect")])],
])("%s proves that nothing was sent", (_name, cause) => {
  expect(readNetworkFailure(failed(cause)).provablyUnsent).toBe(true);
});

test.each([
  ["a reset connection", withCode("ECONNRESET", "read")],
  ["a broken pipe", withCode("EPIPE", "write")],
  ["a closed socket", withCode("UND_ERR_SOCKET")],
  ["no route in the middle of a request", withCode("EHOSTUNREACH", "read")],
  ["a TLS alert in the middle of a request", withCode("ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC")],
  ["headers that never came", withCode("UND_ERR_HEADERS_TIMEOUT")],
  [
    "one address refused and one cut off",
    new AggregateError([withCode("ECONNREFUSED", "connect"), withCode("ECONNRESET", "read")]),
  ],
  ["something that is no error", "ENOTFOUND"],
  ["an error without a code", new Error("ECONNREFUSED")],
])("%s proves nothing", (_name, cause) => {
  expect(readNetworkFailure(failed(cause)).provablyUnsent).toBe(false);
});

test("a time-out says so, and proves nothing", () => {
  expect(readNetworkFailure(new DOMException("timed out", "TimeoutError"))).toEqual({
    provablyUnsent: false,
    words: expect.stringContaining("in time"),
  });
});

test("the words never repeat what an error says", () => {
  expect(readNetworkFailure(failed(new Error("Bearer secret"))).words).not.toContain("secret");
});

test.each([
  ["https://graph.microsoft.us/v1.0", true],
  [" https://slack.example.org/api/ ", true],
  ["http://127.0.0.1:8080/api", true],
  ["http://[::1]:8080/api", true],
  ["http://slack.example.org/api", false],
  ["http://127.0.0.1.example.org/", false],
  ["https://user:word@example.org/", false],
  ["https://example.org/?token=1", false],
  ["ftp://example.org/", false],
  ["graph.microsoft.us", false],
  ["", false],
])("the address %s is taken: %s", (address, isTaken) => {
  expect(readApiAddress(address).ok).toBe(isTaken);
});

test("Retry-After is read as seconds or as a date, and anything else as nothing", () => {
  expect(readRetryAfter("7", 0)).toBe(7);
  expect(readRetryAfter("Thu, 01 Jan 1970 00:00:09 GMT", 4000)).toBe(5);
  expect(readRetryAfter("Thu, 01 Jan 1970 00:00:09 GMT", 60_000)).toBe(0);
  expect([readRetryAfter("soon", 0), readRetryAfter("", 0), readRetryAfter(null, 0)]).toEqual([null, null, null]);
});
