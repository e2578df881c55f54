import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { loadPage, type Page } from "../../src/backend/page.ts";

const folder = mkdtempSync(join(tmpdir(), "forewarn-page-"));
writeFileSync(join(folder, "index.html"), '<!doctype html><meta name="csp-nonce" content="" /><div id="root"></div>');
writeFileSync(join(folder, "app.js"), "export {};");
writeFileSync(join(folder, "secrets.env"), "TOKEN=1");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The smallest page a host can serve, with a file beside it that is none of the page's. */
export function smallPage(): Page {
  return loadPage(folder);
}

/** What a browser holds after the person opened the address: the cookie and the page's token. */
export type SignedIn = { readonly cookie: string; readonly token: string };

/** Opens the address as a browser does and keeps what it is given. */
export async function signIn(address: string): Promise<SignedIn> {
  const answer = await fetch(address, { redirect: "manual" });
  if (answer.status !== 303) throw new Error(`not let in: ${answer.status}`);
  const cookie = answer.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
  const token = new URL(answer.headers.get("location") ?? "", address).hash.replace("#token=", "");
  return { cookie, token };
}
