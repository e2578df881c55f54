import { randomBytes, timingSafeEqual } from "node:crypto";

/**
 * Who may use the browser host. The person's browser is let in by a code that works once; from then on every call needs
 * two things: a cookie scripts cannot read, and a token in a header that no other site's page can send.
 */
export type Session = {
  /** A new code for `/open`; each lets in one browser. */
  newCode(): string;
  /** Takes a code, and says whether it was good; it is not good again. */
  takeCode(code: string): boolean;
  readonly token: string;
  /** The value of `Set-Cookie`. Cookies do not tell ports apart, so its name does. */
  cookieFor(port: number): string;
  hasCookie(header: string | undefined, port: number): boolean;
  hasToken(header: string | readonly string[] | undefined): boolean;
};

const secretBytes = 32;

export function createSession(): Session {
  const codes = new Set<string>();
  const cookie = randomBytes(secretBytes).toString("base64url");
  const token = randomBytes(secretBytes).toString("base64url");
  return {
    token,
    newCode() {
      const code = randomBytes(secretBytes).toString("base64url");
      codes.add(code);
      return code;
    },
    takeCode: (code) => codes.delete(code),
    cookieFor: (port) => `${cookieName(port)}=${cookie}; Path=/; HttpOnly; SameSite=Strict`,
    hasCookie(header, port) {
      const pair = header?.split(";").find((part) => part.trim().startsWith(`${cookieName(port)}=`));
      return isSame(pair?.trim().slice(cookieName(port).length + 1), cookie);
    },
    hasToken: (header) => typeof header === "string" && isSame(header, token),
  };
}

function cookieName(port: number): string {
  return `forewarn-${port}`;
}

/** Compares in a time that tells nothing about the secret. */
function isSame(given: string | undefined, secret: string): boolean {
  const left = Buffer.from(given ?? "");
  const right = Buffer.from(secret);
  return left.length === right.length && timingSafeEqual(left, right);
}
