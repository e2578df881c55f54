import type { ConnectionView } from "../../../core/app/connections/connection-view.ts";

/** Opens the page of a sign-in where the host could not; a blocked one is still there as a link. */
export function openSignInPage({ signIn }: Pick<ConnectionView, "signIn">): void {
  if (signIn?.kind !== "waiting" || signIn.isOpened || signIn.prompt.kind !== "page") return;
  if (isPageAddress(signIn.prompt.url)) window.open(signIn.prompt.url, "_blank", "noopener,noreferrer");
}

/** https, or this computer: nothing else is a page to sign in on. */
export function isPageAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && (url.protocol === "https:" || (url.protocol === "http:" && url.hostname === "127.0.0.1"));
}
