// Runs in the host, from a build of its own (scripts/vite-plugin-first-frame.ts): the page's components, drawn as HTML.
import { renderToString } from "react-dom/server";
import type { FirstAnswers } from "../../contract/first-screen.ts";
import { learnFirstAnswers } from "../api/first-answers.ts";
import { queryClient } from "../api/trpc.ts";
import { Application } from "../application.tsx";

/**
 * Today's first frame as these answers make it, to be taken over by the page, which is given the same answers. Null where
 * the page shows what its host cannot draw: another screen, or a part whose code is read when it is needed.
 */
export function drawFirstFrame(answers: FirstAnswers): string | null {
  if (!isDrawn(answers)) return null;
  try {
    learnFirstAnswers(answers);
    return renderToString(<Application onReady={() => undefined} />);
  } finally {
    // The next page is given what is true then.
    queryClient.clear();
  }
}

function isDrawn(answers: FirstAnswers): boolean {
  const view = answers["workspace.view"];
  const isWhole = answers["today.view"] !== undefined && answers["directory.all"] !== undefined;
  return isWhole && view != null && view.workspace !== null && view.setAside === null && view.sending.pauses.length === 0;
}
