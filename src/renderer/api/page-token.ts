const key = "forewarn-token";
/** How long another tab may take to answer, in milliseconds. */
const patience = 500;

/** What of the browser is needed to find the token. */
export type TokenPlace = {
  readonly location: Location;
  readonly history: History;
  readonly sessionStorage: Storage;
  readonly BroadcastChannel: typeof BroadcastChannel;
};

/**
 * Finds the token this page shows with every call: in the fragment after signing in (and takes it out of the address at
 * once), kept by this tab across a reload, or asked of another open tab. The browser tells channels of other ports apart,
 * so no other site hears it. Returns a function, since another tab needs a moment.
 */
export function pageToken(place: TokenPlace): () => Promise<string> {
  const given = /^#token=([\w-]+)$/u.exec(place.location.hash)?.[1];
  if (given !== undefined) {
    place.sessionStorage.setItem(key, given);
    place.history.replaceState(null, "", place.location.pathname);
  }
  const channel = new place.BroadcastChannel(key);
  channel.addEventListener("message", (event: MessageEvent<unknown>) => {
    const kept = place.sessionStorage.getItem(key);
    if (event.data === "who knows?" && kept !== null) channel.postMessage({ token: kept });
  });
  const kept = place.sessionStorage.getItem(key);
  const asked = kept === null ? askOtherTabs(channel) : Promise.resolve(kept);
  void asked.then((token) => {
    if (token !== "") place.sessionStorage.setItem(key, token);
  });
  return () => asked;
}

/** Without an answer the token is empty, and the host says what to do. */
function askOtherTabs(channel: BroadcastChannel): Promise<string> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => resolve(""), patience);
    channel.addEventListener("message", (event: MessageEvent<unknown>) => {
      const { data } = event;
      if (typeof data !== "object" || data === null || !("token" in data) || typeof data.token !== "string") return;
      clearTimeout(giveUp);
      resolve(data.token);
    });
    channel.postMessage("who knows?");
  });
}
