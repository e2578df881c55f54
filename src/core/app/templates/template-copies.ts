import type { Voice } from "../../domain/directory.ts";
import type { Stage } from "../../domain/matrix.ts";
import type { Template, TemplateProblem } from "../../domain/message.ts";
import type { Draft } from "../../domain/notice.ts";
import { templateName } from "../../domain/stage-words.ts";
import { readTemplateFile, writeTemplateFile } from "../../domain/template-copy.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { templateFor } from "../notices/drafting.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";

type Name = { readonly stage: Stage; readonly voice: Voice };

/** A template of a file beside the one in use. */
export type OfferedTemplate =
  | {
      readonly kind: "same" | "differs";
      readonly template: Template;
      readonly current: Draft;
      /** What a person should know before taking it: facts that don't exist here, characters that were left out. */
      readonly notes: readonly string[];
    }
  | { readonly kind: "refused"; readonly name: string; readonly reason: string };

export interface TemplateCopies {
  /** A file of these templates for another workspace; those that were edited here when nothing is named. */
  copyOut(names: readonly Name[]): { readonly name: string; readonly text: string; readonly templates: number };
  /** What is in such a file, beside what is in use. Nothing is stored. */
  readCopy(text: string): Answer<{ readonly from: string; readonly templates: readonly OfferedTemplate[] }>;
  /** Takes these of a file's templates over, all or none, each as a new version. */
  takeCopy(text: string, fileName: string, names: readonly Name[]): Answer<{ readonly templates: number }>;
}

export function createTemplateCopies(
  dependencies: Dependencies,
  problemsOf: (template: Template) => readonly TemplateProblem[],
): TemplateCopies {
  const { store, clock, changes, defaultTemplates } = dependencies;

  function offeredIn(text: string): ReturnType<TemplateCopies["readCopy"]> {
    const file = readTemplateFile(text);
    if (file.kind === "refused") return refuse("invalid", file.reason);
    const own = store.read((reading) => reading.templates());
    const templates = file.templates.map((copied): OfferedTemplate => {
      if (copied.kind === "refused") return copied;
      const { template, leftOut } = copied;
      const name = templateName(template);
      const problems = problemsOf(template);
      const broken = problems.find(({ kind }) => kind === "syntax");
      if (broken?.kind === "syntax") {
        const where = broken.part === "subject" ? "Its subject" : `Line ${broken.line} of its text`;
        return { kind: "refused", name, reason: `${where}: ${broken.message}` };
      }
      const { subject, body } = templateFor({ templates: own }, template, defaultTemplates);
      const isSame = subject === template.subject && body === template.body;
      const unknown = problems.flatMap((problem) => (problem.kind === "unknownVariable" ? [problem.name] : []));
      const notes = [
        ...[...new Set(unknown)].map((fact) => `There is no fact “${fact}” here: notices with it can't be approved.`),
        ...(leftOut === 0 ? [] : [`${leftOut} ${leftOut === 1 ? "character" : "characters"} that can't be seen left out.`]),
      ];
      return { kind: isSame ? "same" : "differs", template, current: { subject, body }, notes };
    });
    return done({ from: file.from, templates });
  }

  return {
    copyOut(names) {
      return store.read((reading) => {
        const own = reading.templates();
        const chosen = names.length === 0 ? own : names.map((name) => templateFor({ templates: own }, name, defaultTemplates));
        const { name } = workspaceIn(reading);
        return { name: fileNameFor(name, chosen), text: writeTemplateFile(chosen, name), templates: chosen.length };
      });
    },
    readCopy: (text) => offeredIn(text),
    takeCopy(text, fileName, names) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const offered = offeredIn(text);
      if (!offered.ok) return offered;
      const chosen: Template[] = [];
      for (const { stage, voice } of names) {
        const found = offered.value.templates.find(
          (one) => one.kind !== "refused" && one.template.stage === stage && one.template.voice === voice,
        );
        if (found === undefined || found.kind === "refused")
          return refuse("invalid", "One of the chosen templates is not in this file, or can't be taken. Nothing was taken over.");
        chosen.push(found.template);
      }
      store.write((writing) => {
        const at = clock.now();
        const who = workspaceIn(writing).coordinator.name;
        const current = writing.templates();
        for (const template of chosen) {
          const { stage, voice } = template;
          const before = current.find((one) => one.stage === stage && one.voice === voice) ?? null;
          writing.saveTemplate(template);
          writing.addTemplateVersion({ ...template, at, who, way: "imported", detail: fileName });
          writing.appendAudit({ at, who, what: "templates.import", subjectId: `${stage}.${voice}`, before, after: template });
        }
      });
      changes.emit({ topic: "templates" });
      return done({ templates: chosen.length });
    },
  };
}

function fileNameFor(workspace: string, templates: readonly Template[]): string {
  const [first, second] = templates;
  const what = first !== undefined && second === undefined ? `template-${first.stage}-${first.voice}` : "templates";
  const whose = workspace
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  return `${[whose, what].filter((part) => part !== "").join("-")}.json`;
}
