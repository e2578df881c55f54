import type { Voice } from "../../domain/directory.ts";
import type { Instant } from "../../domain/instant.ts";
import { type Stage, stages } from "../../domain/matrix.ts";
import type { Template } from "../../domain/message.ts";
import type { Draft } from "../../domain/notice.ts";
import { describeTiming } from "../../domain/rule-words.ts";
import type { TemplateVersion } from "../../domain/template-version.ts";
import type { ReadStore, WriteStore } from "../../ports/store.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { templateFor } from "../notices/drafting.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";
import { createTemplateCopies, type TemplateCopies } from "./template-copies.ts";
import { createTemplatePreview, type TemplatePreviews } from "./template-preview.ts";

/** The text in use for one stage and voice, with what a list of templates says of it. */
export type TemplateEntry = Template & {
  readonly isDefault: boolean;
  /** The text that comes with Forewarn. */
  readonly standard: Draft;
  /** How many rules of the matrix begin with it. */
  readonly rules: number;
  /** Who gave it its text and when; null while it never had one of the workspace's own. */
  readonly changed: { readonly at: Instant; readonly who: string } | null;
};

/** A rule whose notices begin with a template. */
export type RuleUsing = {
  readonly id: string;
  /** Null for every change type. */
  readonly changeType: string | null;
  readonly audience: string;
  readonly channels: readonly string[];
  readonly timing: string;
};

export interface Templates extends TemplatePreviews, TemplateCopies {
  all(): readonly TemplateEntry[];
  /** Refused when it does not parse; an unknown variable is a finding, not a refusal. */
  save(template: Template): Answer<{ readonly stage: Stage }>;
  /** Goes back to the default. */
  reset(stage: Stage, voice: Voice): Answer<{ readonly stage: Stage }>;
  /** Every text the template had in this workspace, the newest first; the last 200. */
  versions(stage: Stage, voice: Voice): readonly TemplateVersion[];
  /** Puts an earlier version's text in use again, as a new version. */
  restore(stage: Stage, voice: Voice, number: number): Answer<{ readonly stage: Stage }>;
  /** The rules whose notices begin with it. */
  usedBy(stage: Stage, voice: Voice): readonly RuleUsing[];
}

const versionsShown = 200;

export function createTemplates(dependencies: Dependencies): Templates {
  const { store, clock, changes, defaultTemplates } = dependencies;
  const previews = createTemplatePreview(dependencies);
  const copies = createTemplateCopies(dependencies, previews.problemsOf);

  function change(
    what: string,
    stage: Stage,
    voice: Voice,
    work: (writing: WriteStore, by: Pick<TemplateVersion, "at" | "who">) => Template | null,
  ): Answer<{ readonly stage: Stage }> {
    const allowed = mayWrite(store);
    if (!allowed.ok) return allowed;
    store.write((writing) => {
      const before = writing.templates().find((template) => template.stage === stage && template.voice === voice) ?? null;
      const { coordinator } = workspaceIn(writing);
      const at = clock.now();
      const after = work(writing, { at, who: coordinator.name });
      if (after === null) writing.removeTemplate(stage, voice);
      else writing.saveTemplate(after);
      writing.appendAudit({ at, who: coordinator.name, what, subjectId: `${stage}.${voice}`, before, after });
    });
    changes.emit({ topic: "templates" });
    return done({ stage });
  }

  function whyBroken(template: Template): Answer<never> | null {
    const broken = previews.problemsOf(template).find(({ kind }) => kind === "syntax");
    if (broken?.kind !== "syntax") return null;
    return refuse("invalid", `Line ${broken.line}: ${broken.message} The last good version goes on being used.`, broken.part);
  }

  return {
    ...previews,
    ...copies,
    all() {
      return store.read((reading) => {
        const own = reading.templates();
        const changed = new Map(reading.newestTemplateVersions().map((version) => [nameOf(version), version]));
        const rules = rulesByTemplate(reading);
        return defaultTemplates
          .map((standard): TemplateEntry => {
            const { subject, body } = standard;
            const template = templateFor({ templates: own }, standard, defaultTemplates);
            const version = changed.get(nameOf(standard));
            return {
              ...template,
              isDefault: template === standard,
              standard: { subject, body },
              rules: rules.get(nameOf(standard)) ?? 0,
              changed: version === undefined ? null : { at: version.at, who: version.who },
            };
          })
          .sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
      });
    },
    save(template) {
      const broken = whyBroken(template);
      if (broken !== null) return broken;
      return change("templates.save", template.stage, template.voice, (writing, by) => {
        writing.addTemplateVersion({ ...template, ...by, way: "saved", detail: "" });
        return template;
      });
    },
    reset(stage, voice) {
      const standard = templateFor({ templates: [] }, { stage, voice }, defaultTemplates);
      return change("templates.reset", stage, voice, (writing, by) => {
        writing.addTemplateVersion({ ...standard, ...by, way: "reset", detail: "" });
        return null;
      });
    },
    versions: (stage, voice) => store.read((reading) => reading.templateVersions(stage, voice, versionsShown)),
    restore(stage, voice, number) {
      const version = store.read((reading) => reading.templateVersion(stage, voice, number));
      if (version === null) return refuse("notFound", `There is no version ${number} of this template. Nothing was changed.`);
      const { subject, body } = version;
      const template: Template = { stage, voice, subject, body };
      // Facts and tags may have gone since it was written.
      const broken = whyBroken(template);
      if (broken !== null) return broken;
      return change("templates.restore", stage, voice, (writing, by) => {
        writing.addTemplateVersion({ ...template, ...by, way: "restored", detail: String(number) });
        return template;
      });
    },
    usedBy(stage, voice) {
      return store.read((reading) => {
        const { audiences, changeTypes, channels } = reading.directory();
        return reading.rules().flatMap((rule): RuleUsing[] => {
          const audience = audiences.find(({ id }) => id === rule.audienceId);
          if (rule.stage !== stage || audience?.voice !== voice) return [];
          return [
            {
              id: rule.id,
              changeType: changeTypes.find(({ id }) => id === rule.changeTypeId)?.name ?? null,
              audience: audience.name,
              channels: channels.filter(({ id }) => rule.channelIds.includes(id)).map(({ name }) => name),
              timing: describeTiming(rule.timing),
            },
          ];
        });
      });
    },
  };
}

function nameOf({ stage, voice }: Pick<Template, "stage" | "voice">): string {
  return `${stage}.${voice}`;
}

function rulesByTemplate(reading: ReadStore): ReadonlyMap<string, number> {
  const voices = new Map(reading.directory().audiences.map(({ id, voice }) => [id, voice]));
  const counts = new Map<string, number>();
  for (const { stage, audienceId } of reading.rules()) {
    const voice = voices.get(audienceId);
    if (voice === undefined) continue;
    const name = nameOf({ stage, voice });
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
