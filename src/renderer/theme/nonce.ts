/**
 * The nonce of this page's content security policy, for the style elements that libraries add. Empty where the host sets none,
 * and where the first frame is drawn.
 */
export function cspNonce(): string {
  if (typeof document === "undefined") return "";
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}
