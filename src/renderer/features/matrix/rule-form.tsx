import { Autocomplete, Button, Checkbox, MultiSelect, Radio, Select, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useId, useRef } from "react";
import { Link } from "wouter";
import type { Directory } from "../../../core/domain/directory.ts";
import { type Rule, type Stage, stages } from "../../../core/domain/matrix.ts";
import { isStatusStage } from "../../../core/domain/planning/timing.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { count, stageWords } from "../../ui/words.ts";
import { PromisedFields } from "./promised-fields.tsx";
import { RuleEffects } from "./rule-effects.tsx";
import classes from "./rule-form.module.css";
import { every, formFields, problemsWith, type RuleValues, ruleOf } from "./rule-values.ts";
import { everyChangeType } from "./rule-words.ts";
import { stageTimings } from "./stage-timings.ts";
import { TimingFields } from "./timing-fields.tsx";
import { type EffectOfRule, useEffectOfRule } from "./use-effect-of-rule.ts";

type Props = {
  /** Empty for a new rule. */
  readonly id: string;
  readonly initial: RuleValues;
  /** The other rules, whose leads are offered. */
  readonly rules: readonly Rule[];
  readonly directory: Directory;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
};

/** A rule's fields, below them what saving it would do, and Save and Remove in reach; a refusal is shown at its field. */
export function RuleForm({ id, initial, rules, directory, onClose, onDone }: Props) {
  const form = useForm<RuleValues>({ mode: "controlled", initialValues: initial, validate: problemsWith });
  const { values } = form;
  const save = useMutation(
    trpc.matrix.save.mutationOptions({
      onSuccess: () => onDone(id === "" ? "Rule added" : "Rule saved"),
      onError: (error) => {
        const errors = formFields(refusalOf(error).fields, values.timing.kind);
        form.setErrors(errors);
        focusFirst(element.current, errors);
      },
    }),
  );
  const remove = useMutation(trpc.matrix.remove.mutationOptions({ onSuccess: () => onDone("Rule removed") }));
  const effect = useEffectOfRule(id, values);
  const element = useRef<HTMLFormElement>(null);
  const effects = useRef<HTMLDivElement>(null);
  const isAtField = Object.keys(form.errors).length > 0;

  const changeStage = (stage: Stage): void => {
    form.setFieldValue("stage", stage);
    // A timing the stage never falls due with is replaced by its usual one; the fields of the others stay as typed.
    if (!stageTimings[stage].includes(values.timing.kind)) form.setFieldValue("timing.kind", stageTimings[stage][0]);
  };

  return (
    <form
      ref={element}
      noValidate
      className={classes.form}
      onSubmit={form.onSubmit(
        () => save.mutate(ruleOf(id, values)),
        (errors) => focusFirst(element.current, errors),
      )}
    >
      <Group title="Who is told of what">
        <div className={classes.pair}>
          <Select
            label="Change type"
            data={[{ value: every, label: everyChangeType }, ...optionsOf(directory.changeTypes)]}
            placeholder="Choose"
            searchable
            openOnFocus={false}
            allowDeselect={false}
            data-autofocus={id === "" && initial.changeTypeId === "" ? true : undefined}
            {...form.getInputProps("changeTypeId")}
          />
          <Select
            label="Stage"
            data={stages.map((stage) => ({ value: stage, label: stageWords[stage] }))}
            allowDeselect={false}
            {...form.getInputProps("stage")}
            onChange={(stage) => stage !== null && changeStage(stage)}
          />
        </div>
        <Select
          label="Audience"
          data={optionsOf(directory.audiences)}
          placeholder="Choose"
          searchable
          allowDeselect={false}
          {...form.getInputProps("audienceId")}
          {...(directory.audiences.length === 0 && {
            description: (
              <>
                There is none yet. <Link href="/directory?kind=audience">Add one in the Directory</Link>
              </>
            ),
          })}
        />
        <MultiSelect
          label="Channels"
          data={optionsOf(directory.channels)}
          placeholder={values.channelIds.length === 0 ? "Choose at least one" : ""}
          searchable
          hidePickedOptions
          {...form.getInputProps("channelIds")}
          {...(directory.channels.length === 0 && {
            description: (
              <>
                There is none yet. <Link href="/directory?kind=channel">Add one in the Directory</Link>
              </>
            ),
          })}
        />
      </Group>
      <Group title="When">
        <TimingFields form={form} />
        <PromisedFields form={form} />
      </Group>
      <Group title="Only if">
        <div className={classes.checks}>
          <Checkbox label="Customers are affected" {...form.getInputProps("condition.customersAffected", { type: "checkbox" })} />
          <Checkbox label="The impact can be felt" {...form.getInputProps("condition.impactOnly", { type: "checkbox" })} />
        </div>
        <MultiSelect
          label="Services"
          data={optionsOf(directory.services)}
          placeholder={values.condition.serviceIds.length === 0 ? "Any service" : ""}
          searchable
          hidePickedOptions
          clearable
          {...form.getInputProps("condition.serviceIds")}
        />
      </Group>
      <Group title="By whom">
        <Autocomplete
          label="Lead responsible"
          description="As a role"
          placeholder="DevOps engineer"
          data={[...new Set(rules.map(({ lead }) => lead))].filter((lead) => lead !== "").sort()}
          {...form.getInputProps("lead")}
        />
        <Radio.Group label="Sending" {...form.getInputProps("sending")}>
          <div className={classes.choices}>
            <Radio value="person" label="Waits for a person" description="Somebody reads and approves each notice" />
            <Radio
              value="automatic"
              label="By itself when due"
              description="The policy approves it, unless the checker finds something"
            />
          </div>
        </Radio.Group>
        <Textarea
          label="The policy’s own words"
          description="Shown to whoever asks why a notice is owed"
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps("source")}
        />
      </Group>
      <RuleEffects ref={effects} effect={effect} directory={directory} isStatus={isStatusStage(values.stage)} />
      {!isAtField && <ErrorNote error={save.error} />}
      <ErrorNote error={remove.error} />
      <div className={classes.foot}>
        {id !== "" && (
          <ConfirmButton
            question="Remove this rule? Open windows are planned anew without it. What was sent stays in the history."
            confirm="Remove"
            onConfirm={() => remove.mutate({ id })}
            isBusy={remove.isPending}
          >
            Remove…
          </ConfirmButton>
        )}
        <EffectSum effect={effect} onShow={() => effects.current?.scrollIntoView({ block: "start" })} />
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        <Button type="submit" loading={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}

/** How many windows would change, in sight whatever field is being filled in; leads to what exactly. */
function EffectSum({ effect, onShow }: { readonly effect: EffectOfRule; readonly onShow: () => void }) {
  const changed = effect.kind === "known" ? effect.windows.filter(({ added, removed }) => added.length + removed.length > 0) : [];
  return (
    <span className={classes.sum}>
      {changed.length > 0 && (
        <button type="button" onClick={onShow}>
          {count(changed.length, "window")} {changed.length === 1 ? "changes" : "change"}
        </button>
      )}
    </span>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

function optionsOf(entries: readonly { readonly id: string; readonly name: string }[]): { value: string; label: string }[] {
  return entries.map(({ id, name }) => ({ value: id, label: name }));
}

/** Goes to the first field that needs another look, in the middle of the drawer: its edges lie under heading and buttons. */
function focusFirst(form: HTMLFormElement | null, errors: Readonly<Record<string, unknown>>): void {
  const [path] = Object.keys(errors);
  const field = form?.querySelector<HTMLElement>(`[data-path="${path}"]`);
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}
