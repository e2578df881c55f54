import type { INetworkModule, PublicClientApplication } from "@azure/msal-node";
import type { Instant } from "../../core/domain/instant.ts";
import { callSignIn, type SignInAnswer } from "../sign-in/sign-in-call.ts";
import { cloudOf, microsoftClouds } from "./microsoft-clouds.ts";
import { type MicrosoftError, type MicrosoftTrouble, readMicrosoftError, troubleOf } from "./microsoft-troubles.ts";

type Msal = typeof import("@azure/msal-node");

/** Where the sign-in service is for once: a stand-in of the tests, on this computer. Null for Microsoft's own. */
export type LoginUrl = string | null;

/** What MSAL remembers, as it is kept: without access tokens, which are had anew. */
export interface CachePlace {
  read(): string | null;
  save(cache: string): void;
}

/** One app of Microsoft's library, and what went wrong when it failed. */
export type MicrosoftApp = {
  readonly msal: Msal;
  readonly app: PublicClientApplication;
  /** What to say of what the library threw: our own words, since its own may hold anything. */
  explain(error: unknown): MicrosoftTrouble;
  /** A refusal of the sign-in service in our words. */
  refusal(error: MicrosoftError): MicrosoftTrouble;
  /** An address of the sign-in service as a browser opens it. */
  addressOf(url: string): string;
};

/** Microsoft's library over our own network, for one person; it is loaded when it is first needed. */
export async function openMicrosoftApp(
  values: Readonly<Record<string, string>>,
  place: CachePlace,
  loginUrl: LoginUrl,
  now: () => Instant,
): Promise<MicrosoftApp> {
  const msal = await import("@azure/msal-node");
  const { login } = microsoftClouds[cloudOf(values)];
  const addressOf = (url: string): string => (loginUrl === null ? url : url.replace(login, loginUrl));
  const clientId = (values.clientId ?? "").trim();
  const forAdministrators = `${login}/${tenantOf(values)}/adminconsent?client_id=${encodeURIComponent(clientId)}`;
  const refusal = (error: MicrosoftError): MicrosoftTrouble => troubleOf(error, forAdministrators);
  const network = createNetwork(addressOf, refusal, now);
  const app = new msal.PublicClientApplication({
    auth: { clientId, authority: `${login}/${tenantOf(values)}` },
    cache: {
      cachePlugin: {
        async beforeCacheAccess({ tokenCache }) {
          // Every time: the library falls back to what it last read, and a refresh token of then is used up.
          const kept = place.read();
          if (kept !== null) tokenCache.deserialize(kept);
        },
        async afterCacheAccess({ cacheHasChanged, tokenCache }) {
          if (cacheHasChanged) place.save(withoutAccessTokens(tokenCache.serialize()));
        },
      },
    },
    // Its own second tries are off: a refresh token is used once, and every failure is told.
    system: { networkClient: network.client, disableInternalRetries: true },
  });
  return { msal, app, explain: network.explain, refusal, addressOf };
}

/** The tenant to sign in to; any organisation's where none was said. */
export function tenantOf(values: Readonly<Record<string, string>>): string {
  const tenant = (values.tenant ?? "").trim();
  return tenant === "" ? "organizations" : tenant;
}

/** Gives the library our way to ask, and remembers the last refusal: the library's errors hold it only as prose. */
function createNetwork(
  addressOf: (url: string) => string,
  refusalOf: (error: MicrosoftError) => MicrosoftTrouble,
  now: () => Instant,
): { readonly client: INetworkModule; readonly explain: (error: unknown) => MicrosoftTrouble } {
  let last: SignInAnswer | null = null;
  async function ask<T>(method: "GET" | "POST", url: string, options?: Parameters<INetworkModule["sendPostRequestAsync"]>[1]) {
    last = await callSignIn(
      {
        method,
        url: addressOf(url),
        ...(options?.headers === undefined ? {} : { headers: options.headers }),
        ...(options?.body === undefined ? {} : { body: options.body }),
      },
      "Microsoft",
      now,
    );
    if (last.kind === "failed") throw new Error("The sign-in service was not reached");
    // The library reads the answer by its own checks, as it does with its own network.
    return { headers: Object.fromEntries(last.headers), body: last.body as T, status: last.status };
  }
  return {
    client: {
      sendGetRequestAsync: (url, options) => ask("GET", url, options),
      sendPostRequestAsync: (url, options) => ask("POST", url, options),
    },
    explain() {
      if (last?.kind === "failed") return { trouble: last.trouble, detail: last.detail };
      const refused = last === null ? null : readMicrosoftError(last.body);
      if (refused !== null) return refusalOf(refused);
      if (last !== null && last.status >= 500) {
        return { trouble: "unreachable", detail: "Microsoft's sign-in service failed. Try again in a few minutes." };
      }
      return {
        trouble: "notGenuine",
        detail: "What came back is not the answer to this sign-in, so it was not believed. Sign in again.",
      };
    },
  };
}

/** The library's cache with what is secret for long only: smaller, and nothing in it works by itself for an hour. */
function withoutAccessTokens(cache: string): string {
  const parts: unknown = JSON.parse(cache);
  return JSON.stringify({ ...(typeof parts === "object" ? parts : {}), AccessToken: {} });
}
