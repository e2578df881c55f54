import type { Voice } from "../domain/directory.ts";
import { exampleNotice } from "../domain/example-notice.ts";
import { factText } from "../domain/fact-text.ts";
import { factsFor } from "../domain/facts.ts";
import { type Stage, stages } from "../domain/matrix.ts";
import type { Finding, Template } from "../domain/message.ts";
import type { Draft } from "../domain/notice.ts";
import type { RenderedMessage } from "../ports/message-renderer.ts";
import { type Answer, done, refuse } from "./answer.ts";
import type { Dependencies } from "./dependencies.ts";
import { calendars, renderAndCheck, renderEveryForm, templateFor } from "./drafting.ts";
import { mayWrite, workspaceIn } from "./workspace-in-use.ts";

export type TemplateEntry = Template & { readonly isDefault: boolean };

export interface Templates {
  all(): readonly TemplateEntry[];
  /** Refused when it does not parse; an unknown variable is a finding, not a refusal. */
  save(template: Template): Answer<{ readonly stage: Stage }>;
  /** Goes back to the default. */
  reset(stage: Stage, voice: Voice): Answer<{ readonly stage: Stage }>;
  /** Renders a template against an example window, in every form. */
  preview(
    stage: Stage,
    voice: Voice,
    draft: Draft,
  ): Promise<{
    readonly messages: Readonly<Record<"slack" | "teams" | "mail" | "manual", RenderedMessage>>;
    readonly findings: readonly Finding[];
    readonly facts: readonly { readonly name: string; readonly value: string }[];
  }>;
}

export function createTemplates(dependencies: Dependencies): Templates {
  const { store, clock, changes, renderer, defaultTemplates } = dependencies;

  function exampleContext(stage: Stage, voice: Voice): Parameters<typeof renderAndCheck>[1] {
    const now = clock.now();
    return store.read((reading) => {
      const workspace = workspaceIn(reading);
      const example = exampleNotice(stage, voice, reading.directory(), workspace, now);
      return { ...example, workspace, told: [], templates: [], now };
    });
  }

  function write(
    what: string,
    stage: Stage,
    voice: Voice,
    work: (before: Template | null) => Template | null,
  ): Answer<{ readonly stage: Stage }> {
    const allowed = mayWrite(store);
    if (!allowed.ok) return allowed;
    store.write((writing) => {
      const before = writing.templates().find((template) => template.stage === stage && template.voice === voice) ?? null;
      const after = work(before);
      if (after === null) writing.removeTemplate(stage, voice);
      else writing.saveTemplate(after);
      const { coordinator } = workspaceIn(writing);
      writing.appendAudit({ at: clock.now(), who: coordinator.name, what, subjectId: `${stage}.${voice}`, before, after });
    });
    changes.emit({ topic: "templates" });
    return done({ stage });
  }

  return {
    all() {
      const own = store.read((reading) => reading.templates());
      return defaultTemplates
        .map((standard) => {
          const template = templateFor({ templates: own }, standard, defaultTemplates);
          return { ...template, isDefault: template === standard };
        })
        .sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
    },
    save(template) {
      const context = exampleContext(template.stage, template.voice);
      const { renderings } = renderAndCheck(dependencies, context, template);
      const broken = renderings.flatMap(({ rendering }) => rendering.problems).find(({ kind }) => kind === "syntax");
      if (broken?.kind === "syntax") {
        return refuse("invalid", `Line ${broken.line}: ${broken.message} The last good version goes on being used.`, broken.part);
      }
      return write("templates.save", template.stage, template.voice, () => template);
    },
    reset: (stage, voice) => write("templates.reset", stage, voice, () => null),
    async preview(stage, voice, draft) {
      const context = exampleContext(stage, voice);
      const { renderings, findings } = renderAndCheck(dependencies, context, draft);
      const [recipient] = context.notice.recipients;
      const facts = renderings[0]?.facts ?? (recipient === undefined ? new Map() : factsFor({ ...context, recipient }));
      return {
        messages: renderEveryForm(renderer, draft, facts, calendars(dependencies, context)(null)),
        findings,
        facts: [...facts].map(([name, value]) => ({ name, value: factText(value) })),
      };
    },
  };
}
