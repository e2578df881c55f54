import { randomBytes } from "node:crypto";

/**
 * What the page may do. Only what the host itself serves runs; styles that libraries add carry the nonce of this answer.
 * `data:` and `blob:` images are for previews of messages; a framed preview is a `srcdoc` and inherits this policy.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** A nonce for one answer: 128 bits nobody can guess. */
export function newNonce(): string {
  return randomBytes(16).toString("base64url");
}

/** The headers of everything a host serves. */
export function pageHeaders(answer: {
  readonly type: string;
  readonly caching: string;
  readonly nonce: string;
}): Record<string, string> {
  return {
    "content-type": answer.type,
    "cache-control": answer.caching,
    "content-security-policy": contentSecurityPolicy(answer.nonce),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  };
}
