import type * as Http from "node:http";
import type { Session } from "electron";

/** How long the system may think about a proxy (a script to be fetched, a network to be asked), in milliseconds. */
const usualPatience = 5_000;

type Fetch = typeof globalThis.fetch;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Node's `fetch`, by the proxy that the system's settings name for each address (a fixed one, or a script's answer). Where
 * the environment names one, that is used instead, as in the browser host. Chromium's own network stack would know the
 * system's proxy, too, and is not used: it sends again by itself (docs/decisions/0018-the-systems-proxy.md).
 */
export function fetchBySystemProxy(
  session: Pick<Session, "resolveProxy">,
  environment: Environment,
  fetch: Fetch,
  patience: number = usualPatience,
): Fetch {
  const http = (): typeof Http => process.getBuiltinModule("node:http");
  /** What the system last said for an origin: it is used at once, and asked anew for the next time. */
  const known = new Map<string, string | null>();
  let inForce: string | null = null;
  let takeBack = (): void => undefined;

  if (namesProxy(environment)) {
    http().setGlobalProxyFromEnv({ ...environment });
    return fetch;
  }

  async function ask(origin: string): Promise<string | null> {
    const { promise, resolve } = Promise.withResolvers<null>();
    const timer = setTimeout(resolve, patience, null);
    const said = await Promise.race([session.resolveProxy(origin).catch(() => null), promise]);
    clearTimeout(timer);
    // Without an answer in time what was known holds; at first that is the straight way.
    const proxy = said === null ? (known.get(origin) ?? null) : proxyIn(said);
    known.set(origin, proxy);
    return proxy;
  }

  /** `fetch` takes what is in force at the moment it is called: between this and the call nothing may be waited for. */
  function putInForce(proxy: string | null): void {
    if (proxy === inForce) return;
    takeBack();
    takeBack = proxy === null ? () => undefined : http().setGlobalProxyFromEnv({ http_proxy: proxy, https_proxy: proxy });
    inForce = proxy;
  }

  return async (input, init) => {
    const { origin, hostname } = new URL(input instanceof Request ? input.url : input);
    const isHere = hostname === "127.0.0.1" || hostname === "[::1]" || hostname === "localhost";
    let proxy = isHere ? null : known.get(origin);
    if (proxy === undefined) proxy = await ask(origin);
    else if (!isHere) void ask(origin);
    putInForce(proxy);
    return fetch(input, init);
  };
}

function namesProxy(environment: Environment): boolean {
  return ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].some((name) => Boolean(environment[name]));
}

/** The first way of Chromium's list (`PROXY a:80; SOCKS5 b:81; DIRECT`) that Node can go; null for the straight one. */
function proxyIn(list: string): string | null {
  for (const way of list.split(";")) {
    const [kind, host] = way.trim().split(/\s+/u);
    if (kind === "DIRECT") return null;
    const scheme = kind === "PROXY" ? "http" : kind === "HTTPS" ? "https" : null;
    if (scheme !== null && URL.canParse(`${scheme}://${host}`)) return `${scheme}://${host}`;
  }
  return null;
}
