import type { Forewarn } from "../core/app/forewarn.ts";

/** What every screen shows: the workspace, what waits where, and how its times are read. */
const always = {
  "workspace.view": (app: Forewarn) => app.workspaces.view(),
  "workspace.zoneSpells": (app: Forewarn) => app.workspaces.zoneSpells(),
  "host.preferences": (app: Forewarn) => app.preferences.get(),
  "connections.all": (app: Forewarn) => app.connections.all(),
};
const today = {
  "today.view": (app: Forewarn) => app.today.view(),
  "directory.all": (app: Forewarn) => app.directory.all(),
};

type Questions = typeof always & typeof today;
/** A procedure of the contract whose answer the first screen shows; none takes an input. */
export type FirstQuestion = keyof Questions;
/** What was answered. A question that was refused is not among them: whoever needs it asks again, and shows why. */
export type FirstAnswers = { readonly [Question in FirstQuestion]?: Awaited<ReturnType<Questions[Question]>> };

/** The first screen in one call: its answers, and its first frame as HTML where it was drawn already. */
export type FirstScreen = { readonly answers: FirstAnswers; readonly frame: string | null };

/** Draws the first frame that these answers make; null where the page draws it itself. */
export type DrawFirstFrame = (answers: FirstAnswers) => string | null;

/** The places that show Today. */
export function isToday(path: string): boolean {
  return path === "/" || path === "/today";
}

/** What somebody is shown who opens the page on the way to `path`. */
export async function firstAnswersFor(path: string, app: Forewarn): Promise<FirstAnswers> {
  const questions = Object.entries(isToday(path) ? { ...always, ...today } : always);
  const answers = await Promise.all(
    questions.map(async ([question, ask]) => {
      try {
        return [[question, await ask(app)]];
      } catch {
        return [];
      }
    }),
  );
  return Object.fromEntries(answers.flat());
}
