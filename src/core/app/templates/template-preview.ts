import type { Voice } from "../../domain/directory.ts";
import { exampleNotice } from "../../domain/example-notice.ts";
import { type ExampleKey, exampleAt } from "../../domain/example-windows.ts";
import { factText } from "../../domain/fact-text.ts";
import { factsFor } from "../../domain/facts.ts";
import type { HouseStyle } from "../../domain/house-style.ts";
import { day, type Instant, type ZoneId } from "../../domain/instant.ts";
import type { Stage } from "../../domain/matrix.ts";
import type { Finding, Template, TemplateProblem } from "../../domain/message.ts";
import type { Draft, PlannedNotice } from "../../domain/notice.ts";
import { mendOfTemplate } from "../../domain/template-mends.ts";
import { atStage } from "../../domain/window-at-stage.ts";
import type { RenderedMessage } from "../../ports/message-renderer.ts";
import type { ReadStore } from "../../ports/store.ts";
import type { Dependencies } from "../dependencies.ts";
import {
  calendars,
  type DraftContext,
  dressOf,
  gatherDraftContext,
  renderAndCheck,
  renderEveryForm,
} from "../notices/drafting.ts";
import { workspaceIn } from "../workspace-in-use.ts";

/** What a template is tried on: one of the invented windows, or one of the workspace's own. */
export type PreviewSubject =
  | { readonly kind: "example"; readonly key: ExampleKey }
  | { readonly kind: "window"; readonly id: string };

export type TemplatePreview = {
  readonly messages: Readonly<Record<"slack" | "teams" | "mail" | "manual", RenderedMessage>>;
  readonly findings: readonly Finding[];
  /** What keeps the draft from being rendered, with its line; unknown and empty variables. */
  readonly problems: readonly TemplateProblem[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** Those it would go to, the first twenty, and whose message is shown. */
  readonly readers: readonly { readonly key: string; readonly name: string; readonly zone: ZoneId }[];
  readonly readerKey: string;
  /** The window it is tried on. `imagined` says what was made up since it has not come to this stage; null where nothing was. */
  readonly about: {
    readonly title: string;
    readonly startAt: Instant;
    readonly endAt: Instant;
    readonly zone: ZoneId;
    readonly imagined: string | null;
  };
};

export interface TemplatePreviews {
  /**
   * Renders a template in every form, for one reader of a window: the first one when `readerKey` is null or of another
   * window. A window that is gone gives way to the ordinary example. `houseStyle` is tried in place of the workspace's own.
   */
  preview(
    stage: Stage,
    voice: Voice,
    draft: Draft,
    subject: PreviewSubject,
    readerKey: string | null,
    houseStyle?: HouseStyle,
  ): Promise<TemplatePreview>;
}

const readersShown = 20;

type Tried = DraftContext & { readonly imagined: string | null };

export function createTemplatePreview(
  dependencies: Dependencies,
): TemplatePreviews & { readonly problemsOf: (template: Template) => readonly TemplateProblem[] } {
  const { store, clock, renderer } = dependencies;

  function contextOf(stage: Stage, voice: Voice, subject: PreviewSubject): Tried {
    return store.read((reading) => {
      const tried = subject.kind === "window" ? ownWindow(reading, stage, voice, subject.id) : null;
      return tried ?? example(reading, stage, voice, subject.kind === "example" ? subject.key : "ordinary", clock.now());
    });
  }

  return {
    problemsOf({ stage, voice, subject, body }) {
      const context = contextOf(stage, voice, { kind: "example", key: "ordinary" });
      return problemsIn(renderAndCheck(dependencies, context, { subject, body }).renderings);
    },
    async preview(stage, voice, draft, subject, readerKey, houseStyle) {
      const tried = contextOf(stage, voice, subject);
      const context: Tried = houseStyle === undefined ? tried : { ...tried, workspace: { ...tried.workspace, houseStyle } };
      const { renderings, findings, unsaid } = renderAndCheck(dependencies, context, draft);
      const shown = renderings.find(({ recipient }) => recipient.key === readerKey) ?? renderings[0];
      const [recipient] = context.notice.recipients;
      const facts = shown?.facts ?? (recipient === undefined ? new Map() : factsFor({ ...context, recipient }));
      const { window } = context;
      const customerName = shown?.recipient.customerName ?? null;
      return {
        messages: renderEveryForm(
          renderer,
          draft,
          facts,
          calendars(dependencies, context)(customerName),
          dressOf(context, facts, customerName),
        ),
        findings: [...findings, ...unsaid].map((finding) => ({ ...finding, mend: mendOfTemplate(finding) })),
        problems: problemsIn(renderings),
        facts: [...facts].map(([name, value]) => ({ name, value: factText(value) })),
        readers: renderings.map(({ recipient: { key, customerName: customer, channelName, zone } }) => ({
          key,
          name: customer ?? channelName,
          zone,
        })),
        readerKey: shown?.recipient.key ?? "",
        about: {
          title: window.title,
          startAt: window.start.at,
          endAt: window.end.at,
          zone: window.zone,
          imagined: context.imagined,
        },
      };
    },
  };
}

function problemsIn(renderings: ReturnType<typeof renderAndCheck>["renderings"]): readonly TemplateProblem[] {
  const problems = renderings.flatMap(({ rendering }) => rendering.problems);
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function example(reading: ReadStore, stage: Stage, voice: Voice, key: ExampleKey, at: Instant): Tried {
  const workspace = workspaceIn(reading);
  const { now, ...notice } = exampleAt(key, stage, voice, reading.directory(), workspace, at);
  return { ...notice, workspace, told: [], templates: [], now, imagined: null };
}

/** One of the workspace's windows as it stands at the stage, told to those it is told to; else to an invented audience. */
function ownWindow(reading: ReadStore, stage: Stage, voice: Voice, id: string): Tried | null {
  const stored = reading.window(id);
  if (stored === null) return null;
  const { window, now, imagined } = atStage(stored, stage);
  const notices = reading.noticesOf(id).filter((notice) => notice.voice === voice && notice.recipients.length > 0);
  const planned = notices.find((notice) => notice.stage === stage) ?? notices[0];
  const invented = exampleNotice(stage, voice, reading.directory(), workspaceIn(reading), now);
  const base = planned ?? invented.notice;
  const notice: PlannedNotice = {
    ...base,
    stage,
    windowId: id,
    windowRevision: window.revision,
    dueAt: now,
    latestUsefulAt: now + 7 * day,
    recipients: base.recipients.slice(0, readersShown),
  };
  const context = gatherDraftContext(reading, notice, window, now);
  return { ...context, ...(planned === undefined ? { directory: invented.directory } : {}), isFirstOutside: false, imagined };
}
