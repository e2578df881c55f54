import { type Instant, minute } from "../../core/domain/instant.ts";
import type { FreshToken, Keepsake, TokenSource } from "../../core/ports/sign-in.ts";
import { basePermissions, permissionsOf } from "./graph-features.ts";
import { type CachePlace, type LoginUrl, type MicrosoftApp, openMicrosoftApp } from "./microsoft-app.ts";
import { cloudOf, microsoftClouds } from "./microsoft-clouds.ts";

/** A token is replaced this long before its end, so that no call leaves with one that ends on the way. */
const margin = 5 * minute;

const signInAgain = "The Microsoft sign-in is no longer there. Sign in again in Settings.";

type Held = { readonly token: string; readonly expiresAt: Instant; readonly granted: readonly string[] };

/** Access tokens of a person's Microsoft sign-in, renewed by the library; what it changes is kept before it is used. */
export function createGraphTokens(
  keepsake: Keepsake,
  values: Readonly<Record<string, string>>,
  loginUrl: LoginUrl,
  now: () => Instant,
): TokenSource {
  const place = placeIn(keepsake);
  let opening: Promise<MicrosoftApp> | null = null;
  let held: Held | null = null;
  let renewing: Promise<FreshToken> | null = null;
  const chosen = (values.features ?? "").split(" ");

  async function renew(): Promise<FreshToken> {
    opening ??= openMicrosoftApp(values, place, loginUrl, now);
    const microsoft = await opening;
    const [account] = await microsoft.app.getAllAccounts();
    if (account === undefined) return { kind: "signInNeeded", detail: signInAgain };
    const ask = async (permissions: readonly string[]): Promise<FreshToken> => {
      try {
        const result = await microsoft.app.acquireTokenSilent({
          account,
          scopes: scopesOf(permissions, values),
          forceRefresh: true,
        });
        const expiresAt = result.expiresOn?.getTime() ?? now();
        held = { token: result.accessToken, expiresAt, granted: namesOf(result.scopes) };
        return { kind: "token", token: result.accessToken };
      } catch (error) {
        const { trouble, detail } = microsoft.explain(error);
        const canWait = ["unreachable", "captivePortal", "proxyPassword", "clockWrong"].includes(trouble);
        return { kind: canWait ? "unreachable" : "signInNeeded", detail };
      }
    };
    const fresh = await ask(permissionsOf(chosen));
    // One use whose permission was taken back must not stop the mail: what is left is asked for, and what is missing is shown.
    return fresh.kind === "signInNeeded" && chosen.some((name) => name !== "") ? ask(basePermissions) : fresh;
  }

  return {
    async fresh() {
      place.keepUnsaved();
      if (held !== null && now() < held.expiresAt - margin) return { kind: "token", token: held.token };
      renewing ??= renew()
        .catch((): FreshToken => ({ kind: "signInNeeded", detail: signInAgain }))
        .finally(() => {
          renewing = null;
        });
      const fresh = await renewing;
      const isGoodYet = held !== null && now() < held.expiresAt;
      return fresh.kind === "unreachable" && isGoodYet && held !== null ? { kind: "token", token: held.token } : fresh;
    },
    granted: () => held?.granted ?? null,
    endsAt: () => null,
  };
}

/** The full names of permissions in a cloud: the short ones are the global cloud's. */
export function scopesOf(permissions: readonly string[], values: Readonly<Record<string, string>>): string[] {
  const cloud = cloudOf(values);
  const origin = new URL(microsoftClouds[cloud].graph).origin;
  return permissions.map((name) => (cloud === "global" ? name : `${origin}/${name}`));
}

/** Permissions by the names people know, whatever the form they come in; those of the sign-in itself left out. */
function namesOf(scopes: readonly string[]): readonly string[] {
  return scopes
    .map((scope) => scope.replace(/^https:\/\/[^/]+\//u, ""))
    .filter((name) => !["openid", "profile", "email", "offline_access"].includes(name));
}

/** A keepsake that may not take what is saved just now: it is kept in memory and tried again. */
function placeIn(keepsake: Keepsake): CachePlace & { keepUnsaved(): void } {
  let unsaved: string | null = null;
  const save = (cache: string): void => {
    unsaved = cache;
    try {
      keepsake.save(cache);
      unsaved = null;
    } catch {
      // The secret store is locked or full. The tokens work meanwhile.
    }
  };
  return {
    read: () => unsaved ?? keepsake.read(),
    save,
    keepUnsaved() {
      if (unsaved !== null) save(unsaved);
    },
  };
}
