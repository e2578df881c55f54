import type { Protocol } from "electron";
import type { Page } from "../backend/page.ts";
import { newNonce } from "../backend/page-headers.ts";
import { appOrigin, appScheme } from "./app-origin.ts";

/** Makes `app://` a scheme with origins. Must happen before Electron is ready. */
export function registerAppScheme(protocol: Pick<Protocol, "registerSchemesAsPrivileged">): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers `app://forewarn/…` from the page's exact list of files, and nothing else. */
export function serveAppProtocol(protocol: Pick<Protocol, "handle">, page: Page): void {
  protocol.handle(appScheme, async (request) => {
    if (request.method !== "GET") return new Response(null, { status: 405 });
    const url = URL.parse(request.url);
    // A custom scheme's URL has the origin "null" in Node, so its parts are compared.
    if (url === null || `${url.protocol}//${url.host}` !== appOrigin) return new Response(null, { status: 404 });
    const found = await page.answer(url.pathname, newNonce());
    if (found === null) return new Response(null, { status: 404 });
    return new Response(found.body, { status: 200, headers: found.headers });
  });
}
