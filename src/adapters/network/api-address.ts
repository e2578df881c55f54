export type ApiAddress = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly problem: string };

const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Reads the address of a provider's API as a person typed it. A token goes there with every call, so it must be
 * https; plain http is taken for this computer only.
 */
export function readApiAddress(text: string): ApiAddress {
  const url = URL.parse(text.trim());
  if (url === null) {
    return { ok: false, problem: "The API address in Settings is not an address. Write it as https://host/path." };
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    return { ok: false, problem: "The API address in Settings must be a host and a path only, without a name, a query or a #." };
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopbackHosts.has(url.hostname))) {
    return {
      ok: false,
      problem: "The API address in Settings must begin with https://, so that the token is not sent in the clear.",
    };
  }
  return { ok: true, url };
}
