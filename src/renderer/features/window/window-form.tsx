import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import type { Directory } from "../../../core/domain/directory.ts";
import { minute } from "../../../core/domain/instant.ts";
import { formOfRule, ruleOfForm } from "../../../core/domain/recurrence/recurrence-form.ts";
import { instantOf } from "../../../core/domain/wall-input.ts";
import type { Window } from "../../../core/domain/window.ts";
import type { WindowDraft } from "../../../core/domain/window-draft.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { useNow } from "../../state/now.ts";
import { useTold } from "../../state/told.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ShortNoticeFields } from "../../ui/short-notice-fields.tsx";
import { draftedAfter, stepResult } from "../../ui/step-result.ts";
import { count } from "../../ui/words.ts";
import shared from "./form.module.css";
import { asInput, withTyped } from "./form-draft.ts";
import { PlanPreview } from "./plan-preview.tsx";
import { onlyThisOne, type SeriesEdit, SeriesScopePanel } from "./series-scope-panel.tsx";
import type { Together } from "./together.ts";
import { TogetherPanel } from "./together-panel.tsx";
import { TypeIt } from "./type-it.tsx";
import { useAssessment } from "./use-assessment.ts";
import { WindowFields } from "./window-fields.tsx";
import classes from "./window-form.module.css";
import { wrongFields } from "./wrong-fields.ts";

type Props = {
  readonly initial: WindowDraft;
  readonly initialLine: string;
  /** The window as it was when the form opened, or null for a new one. */
  readonly existing: Window | null;
  readonly directory: Directory;
  /** The proposal it is planned from, if any. */
  readonly proposalId?: string | null;
  /** The field to begin in, for whoever came to change that one. */
  readonly field?: string | null;
};

/** The facts of a window left, what they bring about right. Whatever saving answers, everything typed stays. */
export function WindowForm({ initial, initialLine, existing: latest, directory, proposalId = null, field = null }: Props) {
  const [existing] = useState(latest);
  const [begun] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [why, setWhy] = useState("");
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [hasTried, setTried] = useState(existing !== null);
  const [together, setTogether] = useState<Together>({ kind: "alone" });
  const [ofSeries, setOfSeries] = useState<SeriesEdit>(onlyThisOne);
  const [, navigate] = useLocation();
  const announce = useTold((state) => state.announce);
  const now = useNow(minute);
  const assessment = useAssessment(draft, existing?.id ?? null);

  // Some fields come only once the draft is assessed. Whoever began elsewhere meanwhile stays there.
  const wanted = useRef(field);
  useEffect(() => {
    if (wanted.current !== null && (touched.size > 0 || focusField(wanted.current))) wanted.current = null;
  });
  const change = useCallback((changes: Partial<WindowDraft>): void => {
    setDraft((current) => ({ ...current, ...changes }));
    setTouched((current) => new Set([...current, ...Object.keys(changes)]));
  }, []);
  const takeOver = useCallback(
    (understood: Partial<WindowDraft>, before: Partial<WindowDraft>): void => {
      const { references, ...others } = understood;
      change(others);
      if (references === undefined) return;
      setDraft((current) => ({ ...current, references: withTyped(current.references, references, before.references ?? []) }));
    },
    [change],
  );
  const repeat = useCallback((rule: string | null): void => {
    const form = rule === null ? null : formOfRule(rule);
    setTogether(form === null ? { kind: "alone" } : { kind: "repeats", form, answers: [] });
  }, []);
  const open = (answer: { readonly id: string }): void => navigate(`/windows/${answer.id}`);
  const create = useMutation(trpc.windows.create.mutationOptions({ onSuccess: open }));
  const save = useMutation(trpc.windows.change.mutationOptions({ onSuccess: open }));
  const createSeries = useMutation(trpc.series.create.mutationOptions({ onSuccess: open }));
  const createPhases = useMutation(trpc.phases.create.mutationOptions({ onSuccess: open }));
  const saveSeveral = useMutation(
    trpc.series.change.mutationOptions({
      onSuccess: (step) => {
        announce({ title: `${step.windows} windows of the series are changed`, result: stepResult(step), after: draftedAfter });
        open(step);
      },
    }),
  );
  const creating = { alone: create, repeats: createSeries, phases: createPhases }[together.kind];
  const { error, isPending } = existing === null ? creating : ofSeries.scope === "this" ? save : saveSeveral;
  const refused = error === null ? {} : refusalOf(error).fields;
  const errors = { ...refused, ...assessment.errors };
  const wrong = wrongFields(assessment.errors);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (wrong.length > 0) {
      focusField(wrong[0]);
      return;
    }
    const input = asInput(draft);
    if (existing === null) store(input);
    else {
      const change = { id: existing.id, revision: existing.revision, draft: input, why: why.trim() };
      const { scope, rule, answers } = ofSeries;
      if (scope === "this") save.mutate(change);
      else saveSeveral.mutate({ ...change, scope, rule, answers: [...answers] });
    }
  }

  function store(input: ReturnType<typeof asInput>): void {
    switch (together.kind) {
      case "alone":
        create.mutate({ draft: input, proposalId });
        break;
      case "repeats":
        createSeries.mutate({ draft: input, rule: ruleOfForm(together.form), answers: [...together.answers], proposalId });
        break;
      case "phases":
        createPhases.mutate({ draft: input, phases: [...together.phases], proposalId });
        break;
    }
  }

  function goOn(): void {
    const firstMissing = assessment.problems.find(({ gravity }) => gravity === "missing")?.field;
    focusField(wrong[0] ?? firstMissing ?? "title");
  }

  const isChanged = JSON.stringify(draft) !== JSON.stringify(begun);
  const isLate = assessment.view?.promises.some(({ standing }) => standing.kind === "broken") === true;
  const needsReason = assessment.problems.some(({ field }) => field === "shortNotice");
  const hasBegun = existing !== null && existing.start.at <= now;
  const isMoved = existing !== null && (hasOtherTime(existing, draft) || ofSeries.rule !== null);
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.fields}>
        {existing === null && (
          <Panel>
            <TypeIt initialLine={initialLine} onUnderstood={takeOver} onRepeats={repeat} onDone={goOn} />
          </Panel>
        )}
        <WindowFields
          draft={draft}
          directory={directory}
          assessment={assessment}
          errors={errors}
          onChange={change}
          isShown={(field) => hasTried || touched.has(field)}
          hasBegun={hasBegun}
        />
        {(isLate || draft.shortNotice !== null) && (
          <Panel title="Shorter notice" detail={needsReason ? "needed before its notices can leave" : ""}>
            <div className={shared.stack}>
              <ShortNoticeFields value={draft.shortNotice} onChange={(shortNotice) => change({ shortNotice })} />
            </div>
          </Panel>
        )}
        {existing === null && <TogetherPanel draft={draft} together={together} onChange={setTogether} />}
        {existing?.group?.kind === "series" && (
          <SeriesScopePanel existing={existing} draft={draft} edit={ofSeries} onChange={setOfSeries} />
        )}
        {isMoved && (
          <Panel>
            <Textarea
              label="Why the time changes"
              description="Told to everyone who heard the old time."
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
              rows={2}
            />
          </Panel>
        )}
      </div>
      <div className={classes.side}>
        <Panel
          title="What it brings about"
          detail={assessment.isPending ? "looking…" : planDetail(assessment.view?.plan, together.kind)}
        >
          <PlanPreview
            draft={draft}
            assessment={assessment}
            directory={directory}
            windowId={existing?.id ?? null}
            isChange={existing !== null && isChanged}
            onUseStart={(start, end) => change({ start, end })}
          />
        </Panel>
        <div className={classes.end}>
          <ErrorNote error={error}>{error !== null && <p>Everything you typed is still here.</p>}</ErrorNote>
          {hasTried && wrong.length > 0 && (
            <p className={classes.error} role="alert">
              {count(wrong.length, "field")} {wrong.length === 1 ? "needs" : "need"} another look before it can be saved.
            </p>
          )}
          <div className={classes.buttons}>
            <Button variant="default" component={Link} href={existing === null ? "/today" : `/windows/${existing.id}`}>
              Leave
            </Button>
            <Button type="submit" loading={isPending}>
              {existing === null ? "Save and see the plan" : "Save the change"}
            </Button>
          </div>
        </div>
      </div>
    </form>
  );
}

function planDetail(plan: readonly unknown[] | null | undefined, together: Together["kind"]): string {
  return plan === null || plan === undefined ? "" : `${count(plan.length, "notice")}${ofFirst[together]}`;
}

/** The plan is that of the window above; those that follow have theirs. */
const ofFirst: Readonly<Record<Together["kind"], string>> = { alone: "", repeats: " of the first date", phases: " of phase 1" };

function hasOtherTime(existing: Window, draft: WindowDraft): boolean {
  return instantOf(draft.start, draft.zone) !== existing.start.at || instantOf(draft.end, draft.zone) !== existing.end.at;
}

/** Whether the field is there to be focused. */
function focusField(field: string | undefined): boolean {
  if (field === undefined) return false;
  const [root = field] = field.split(".", 1);
  const input = [field, root].map((id) => document.getElementById(`field-${id}`)).find((found) => found !== null);
  const folded = input?.closest("details");
  if (folded) folded.open = true;
  input?.focus();
  return Boolean(input);
}
