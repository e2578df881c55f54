/** The nonce of this page's content security policy, for the style elements that libraries add. Empty where the host sets none. */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}
