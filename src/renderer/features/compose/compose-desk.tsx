import { useMemo, useState } from "react";
import type { ComposeView } from "../../../core/app/notices/notices.ts";
import type { Directory, Workspace } from "../../../core/domain/directory.ts";
import { isFactName } from "../../../core/domain/fact-names.ts";
import { findingKey } from "../../../core/domain/message.ts";
import type { FactLookUp } from "../../ui/draft-editor/draft-editor.tsx";
import { mendHere } from "../../ui/draft-editor/mend-draft.ts";
import { whyTooLong } from "../../ui/draft-editor/too-long.ts";
import { useDraftEditors } from "../../ui/draft-editor/use-draft-editors.ts";
import { ApprovalBar } from "./approval-bar.tsx";
import { CheckerPanel, type Overrides, type PointedFinding } from "./checker-panel.tsx";
import classes from "./compose.module.css";
import { ComposeHeader } from "./compose-header.tsx";
import { DraftPanel } from "./draft-panel.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { useDraft } from "./use-draft.ts";
import { usePreview } from "./use-preview.ts";

type Props = { readonly view: ComposeView; readonly directory: Directory; readonly workspace: Workspace };

/** Editor left, previews right, checker and approval below. */
export function ComposeDesk({ view, directory, workspace }: Props) {
  const isOpen = view.notice.state.kind === "open";
  const draft = useDraft(view, isOpen);
  const tooLong = isOpen ? whyTooLong(draft.value) : null;
  const [recipientKey, setRecipientKey] = useState<string | null>(view.recipients[0]?.key ?? null);
  const preview = usePreview(view.notice.id, draft.value, recipientKey);
  const [acknowledged, setAcknowledged] = useState<ReadonlySet<string>>(new Set());
  const [overrides, setOverrides] = useState<Overrides>(new Map());
  const [pointed, setPointed] = useState<PointedFinding | null>(null);

  const facts = preview.view?.facts;
  const found = preview.view?.findings;
  const factOf = useMemo<FactLookUp>(() => {
    const values = new Map(facts?.map(({ name, value }) => [name, value]));
    const gaps = new Set(found?.flatMap(({ check, quote }) => (check === "emptyVariable" ? [quote] : [])));
    return (name) => {
      const text = values.get(name);
      if (text !== undefined) return { kind: "value", text };
      // Until the first preview is there nothing is known to be missing: better a plain chip than a false alarm.
      if (facts === undefined) return isFactName(name) ? { kind: "value", text: "…" } : { kind: "empty" };
      if (!isFactName(name)) return { kind: "unknown" };
      // A condition around it takes it out where it has no value: that is no gap.
      return gaps.has(`{{ ${name} }}`) ? { kind: "empty" } : { kind: "value", text: leftOut };
    };
  }, [facts, found]);

  const findings = useMemo(() => (isOpen && tooLong === null ? (found ?? []) : []), [isOpen, tooLong, found]);
  const { value } = draft;
  const editors = useDraftEditors(value, findings, factOf, draft.change);

  const open = findings.filter((finding) => finding.gravity === "warning" && !acknowledged.has(findingKey(finding)));
  const errors = findings.filter(
    (finding) => finding.gravity === "error" && !(finding.isOverridable && overrides.has(findingKey(finding))),
  );
  return (
    <div className={classes.desk}>
      <ComposeHeader view={view} directory={directory} zone={workspace.zone} />
      <div className={classes.columns}>
        <DraftPanel
          draft={draft}
          facts={facts ?? []}
          factOf={factOf}
          isOpen={isOpen}
          editors={editors}
          tooLong={tooLong}
          onMark={(key) => setPointed(key === null ? null : { key })}
        />
        <PreviewPanel
          view={view}
          preview={preview}
          directory={directory}
          workspace={workspace}
          recipientKey={recipientKey}
          onRecipient={setRecipientKey}
        />
      </div>
      <section className={classes.foot} aria-label="Check and approve">
        {isOpen && (
          <CheckerPanel
            findings={findings}
            isReady={preview.view !== null}
            isTooLong={tooLong !== null}
            windowId={view.window.id}
            acknowledged={acknowledged}
            onAcknowledge={setAcknowledged}
            overrides={overrides}
            onOverride={setOverrides}
            pointed={pointed}
            onShow={editors.show}
            mendOf={(finding) => mendHere(finding, value, factOf, { stage: view.notice.stage, isOneNotice: true })}
            onMend={editors.mend}
          />
        )}
        <ApprovalBar
          view={view}
          draft={draft}
          zone={workspace.zone}
          text={tooLong === null ? (preview.view?.messages.manual ?? null) : null}
          acknowledged={acknowledged}
          overrides={overrides}
          blocked={blockedBy({
            isTooLong: tooLong !== null,
            isPending: preview.isPending,
            hasView: preview.view !== null,
            errors: errors.length,
            overridable: errors.every(({ isOverridable }) => isOverridable),
            warnings: open.length,
          })}
        />
      </section>
    </div>
  );
}

/** What the chip of a fact without a value says: no words of a notice, which are looked for in the values. */
const leftOut = "nothing here: this part is left out";

/** Why it cannot be approved yet, in a few words; null when it can. */
function blockedBy(state: {
  readonly isTooLong: boolean;
  readonly isPending: boolean;
  readonly hasView: boolean;
  readonly errors: number;
  /** Whether each of the errors may be overridden. */
  readonly overridable: boolean;
  readonly warnings: number;
}): string | null {
  if (state.isTooLong) return "Shorten it first.";
  if (!state.hasView) return "It has not been checked yet.";
  if (state.errors > 0 && state.overridable) {
    return state.errors === 1 ? "Mend or override the error first." : `Mend or override the ${state.errors} errors first.`;
  }
  if (state.errors > 0) return state.errors === 1 ? "Mend the error first." : `Mend the ${state.errors} errors first.`;
  if (state.warnings > 0) {
    return state.warnings === 1
      ? "Mend or acknowledge the warning first."
      : `Mend or acknowledge ${state.warnings} warnings first.`;
  }
  return state.isPending ? "Checking what you typed…" : null;
}
