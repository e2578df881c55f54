import type { Voice } from "../domain/directory.ts";
import type { Stage } from "../domain/matrix.ts";
import type { Finding, Template } from "../domain/message.ts";
import type { Draft } from "../domain/notice.ts";
import type { RenderedMessage } from "../ports/message-renderer.ts";
import type { Answer } from "./answer.ts";

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
