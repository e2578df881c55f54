import type { ForewarnBridge, IpcResponse } from "../../contract/ipc.ts";

/** What every screen shows: the workspace, what waits where, and how its times are read. */
const always = ["workspace.view", "workspace.zoneSpells", "host.preferences", "connections.all"] as const;
const today = ["today.view", "directory.all"] as const;

/** A procedure of the contract that the first screen asks; none takes an input. */
export type FirstQuestion = (typeof always)[number] | (typeof today)[number];
/** What was answered. A question that was refused is not among them: whoever needs it asks again, and shows why. */
export type FirstAnswers = readonly { readonly question: FirstQuestion; readonly data: unknown }[];

/** What is asked for somebody who is on the way to `path`. */
export function questionsFor(path: string): readonly FirstQuestion[] {
  return path === "/" || path === "/today" ? [...always, ...today] : always;
}

/** Asks in one call, as tRPC batches them. `headers` are sent with it. Rejects where nobody answers. */
export async function askOverHttp(
  questions: readonly FirstQuestion[],
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<FirstAnswers> {
  const response = await fetch(`${url}/${questions.join(",")}?batch=1`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: "{}",
  });
  const answers: unknown = await response.json();
  if (!Array.isArray(answers)) return [];
  return questions.flatMap((question, index) => {
    const answer: unknown = answers[index];
    return isResult(answer) ? [{ question, data: answer.result.data }] : [];
  });
}

function isResult(answer: unknown): answer is { readonly result: { readonly data: unknown } } {
  return typeof answer === "object" && answer !== null && "result" in answer;
}

/** Asks over the bridge. The calls are numbered from the greatest down, since a page's other calls go from one up. */
export async function askOverIpc(questions: readonly FirstQuestion[], bridge: ForewarnBridge): Promise<FirstAnswers> {
  const waiting = new Map<number, (response: IpcResponse) => void>();
  const stop = bridge.onResponse((response) => waiting.get(response.callId)?.(response));
  const answers = await Promise.all(
    questions.map(async (question, index) => {
      const callId = Number.MAX_SAFE_INTEGER - index;
      const answered = new Promise<IpcResponse>((resolve) => waiting.set(callId, resolve));
      bridge.send({ kind: "query", callId, path: question, input: undefined });
      const response = await answered;
      return response.kind === "data" ? [{ question, data: response.data }] : [];
    }),
  );
  stop();
  return answers.flat();
}
