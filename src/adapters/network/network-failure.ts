/** A request that got no answer: whether it provably never left, and what to tell a person. Holds no secret. */
export type NetworkFailure = { readonly provablyUnsent: boolean; readonly words: string };

const ownAuthority =
  "Where a proxy or your organisation has an authority of its own, start Forewarn with NODE_EXTRA_CA_CERTS naming its file.";

/**
 * Failures before the first byte of a request can leave: no address, no connection, no trust (FACTS on resending writes).
 * Everything else may have happened after the provider took the message, and proves nothing.
 */
const failuresBeforeSending: Readonly<Record<string, string>> = {
  ENOTFOUND: "The provider's name could not be looked up. Check the network and the address in Settings.",
  EAI_AGAIN: "The provider's name could not be looked up just now. Check the network.",
  ECONNREFUSED: "Nothing answers at the provider's address. Check the address in Settings.",
  UND_ERR_CONNECT_TIMEOUT: "No connection to the provider could be opened in time. Check the network or VPN.",
  CERT_HAS_EXPIRED: "The provider's certificate has expired.",
  CERT_NOT_YET_VALID: "The provider's certificate is not valid yet. Check this computer's clock.",
  CERT_REVOKED: "The provider's certificate was revoked.",
  CERT_UNTRUSTED: "The provider's certificate is not trusted here.",
  CERT_SIGNATURE_FAILURE: "The provider's certificate is not genuine.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The provider's certificate is self-signed and not trusted here.",
  SELF_SIGNED_CERT_IN_CHAIN: `The provider's certificate comes from an authority that is not trusted here. ${ownAuthority}`,
  UNABLE_TO_GET_ISSUER_CERT: `The provider's certificate comes from an authority that is not known here. ${ownAuthority}`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `The provider's certificate comes from an authority that is not known here. ${ownAuthority}`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: `The provider's certificate could not be verified here. It may come from an authority that is not known here. ${ownAuthority}`,
  ERR_TLS_CERT_ALTNAME_INVALID: "The provider's certificate is for another address. Check the address in Settings.",
  ERR_SSL_WRONG_VERSION_NUMBER: "The address does not speak TLS. Check the address in Settings.",
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: "The provider and this computer share no version of TLS.",
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: "The provider refused the secure connection.",
};

/** No route and the like prove something only while the connection is being opened. */
const failuresWhileConnecting = new Set(["ENETUNREACH", "EHOSTUNREACH", "ENETDOWN", "EADDRNOTAVAIL", "ETIMEDOUT"]);

/** Reads what `fetch` threw, looking through its causes. The words are ours: a cause's own text may hold anything. */
export function readNetworkFailure(error: unknown): NetworkFailure {
  const causes = causesOf(error);
  const reasons = causes.map(reasonNothingLeft);
  const [first] = reasons;
  // With several addresses tried (IPv6, then IPv4) each attempt must have failed before sending.
  if (first !== undefined && first !== null && reasons.every((reason) => reason !== null)) {
    return { provablyUnsent: true, words: `Nothing was sent. ${first}` };
  }
  if (causes.some((cause) => nameOf(cause) === "TimeoutError")) {
    return { provablyUnsent: false, words: "The provider did not answer in time. It may or may not have taken the message." };
  }
  return {
    provablyUnsent: false,
    words: "The connection broke before the provider answered. It may or may not have taken the message.",
  };
}

/** The failures at the root: `fetch` wraps the socket's error, and that may be a collection of attempts. */
function causesOf(error: unknown, depth = 0): readonly unknown[] {
  if (depth > 5 || !(error instanceof Error)) return [error];
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.flatMap((attempt) => causesOf(attempt, depth + 1));
  }
  if ("original" in error && error.original instanceof Error) return causesOf(error.original, depth + 1);
  if (error.cause instanceof Error) return causesOf(error.cause, depth + 1);
  return [error];
}

function reasonNothingLeft(error: unknown): string | null {
  const refusedTunnel = /^Proxy response \((?<status>\d{3})\)/u.exec(textOf(error, "message"))?.groups?.status;
  if (refusedTunnel !== undefined) return refusalOfProxy(refusedTunnel);
  const code = textOf(error, "code");
  if (failuresWhileConnecting.has(code)) {
    return textOf(error, "syscall") === "connect" ? "There is no way to the provider from this network just now." : null;
  }
  return failuresBeforeSending[code] ?? null;
}

/** A tunnel that was not opened carried nothing; Node says so in words alone. */
function refusalOfProxy(status: string): string {
  return status === "407"
    ? "A proxy on the way asks for a name and a password (407). Put both into HTTPS_PROXY and start Forewarn again, or ask your network's administrator for a way out without them."
    : `A proxy on the way refused the connection (${status}). Ask your network's administrator to let this address through, or name it in NO_PROXY.`;
}

function nameOf(error: unknown): string {
  return textOf(error, "name");
}

function textOf(value: unknown, key: "code" | "syscall" | "name" | "message"): string {
  if (typeof value !== "object" || value === null) return "";
  const found = (value as Readonly<Record<string, unknown>>)[key];
  return typeof found === "string" ? found : "";
}
