import type { FirstScreen } from "../../contract/first-screen.ts";
import type { ForewarnBridge, IpcResponse } from "../../contract/ipc.ts";

/** Asks as tRPC does, `headers` sent with it. Rejects where nobody answers, or the answer is a refusal. */
export async function askOverHttp(path: string, url: string, headers: Readonly<Record<string, string>>): Promise<FirstScreen> {
  const response = await fetch(`${url}/firstScreen`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ path }),
  });
  const answer: unknown = await response.json();
  if (!isResult(answer)) throw new Error("The first screen was refused.");
  return answer.result.data;
}

/** Our own backend's answer, as the contract's types say. */
function isResult(answer: unknown): answer is { readonly result: { readonly data: FirstScreen } } {
  return typeof answer === "object" && answer !== null && "result" in answer;
}

/** Asks over the bridge. The call has the greatest number, since the page's other calls go from one up. */
export async function askOverIpc(path: string, bridge: ForewarnBridge): Promise<FirstScreen> {
  const callId = Number.MAX_SAFE_INTEGER;
  return new Promise((resolve, reject) => {
    const stop = bridge.onResponse((response: IpcResponse) => {
      if (response.callId !== callId) return;
      stop();
      // Our own backend's answer, as the contract's types say.
      if (response.kind === "data") resolve(response.data as FirstScreen);
      else reject(new Error("The first screen was refused."));
    });
    bridge.send({ kind: "query", callId, path: "firstScreen", input: { path } });
  });
}
