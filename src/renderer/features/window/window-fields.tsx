import { Checkbox, MultiSelect, NumberInput, Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { Directory } from "../../../core/domain/directory.ts";
import type { WindowDraft } from "../../../core/domain/window-draft.ts";
import { Panel } from "../../ui/panel.tsx";
import { TimeFields } from "../../ui/time-fields.tsx";
import { ZoneSelect } from "../../ui/zone-select.tsx";
import shared from "./form.module.css";
import { ImpactField } from "./impact-field.tsx";
import { ReferencesField } from "./references-field.tsx";
import { ToldFields } from "./told-fields.tsx";
import type { Assessment } from "./use-assessment.ts";
import classes from "./window-fields.module.css";

type Props = {
  readonly draft: WindowDraft;
  readonly directory: Directory;
  readonly assessment: Assessment;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (changes: Partial<WindowDraft>) => void;
  readonly isShown: (field: string) => boolean;
  /** Whether the work has begun: only then is there something to say of how far it is. */
  readonly hasBegun: boolean;
};

/** Every fact of a window, in the order a coordinator knows them. */
export function WindowFields({ draft, directory, assessment, errors, onChange, isShown, hasBegun }: Props) {
  const error = (field: keyof WindowDraft): string | null => (isShown(field) ? (errors[field] ?? null) : null);
  const missing = new Set(assessment.problems.filter(({ gravity }) => gravity === "missing").map(({ field }) => field));
  const label = (field: keyof WindowDraft, words: string): ReactNode =>
    missing.has(field) ? (
      <>
        {words} <span className={classes.needed}>needed in every notice</span>
      </>
    ) : (
      words
    );
  const hint = (field: keyof WindowDraft, words: string): string =>
    assessment.problems.find((problem) => problem.field === field && problem.gravity === "missing")?.message ?? words;
  return (
    <>
      <Panel title="What and when">
        <div className={shared.stack}>
          <TextInput
            id="field-title"
            label="Title"
            placeholder="Resize EKS nodes"
            value={draft.title}
            onChange={(event) => onChange({ title: event.currentTarget.value })}
            error={error("title")}
            maxLength={300}
          />
          <div className={classes.pair}>
            <Select
              id="field-changeTypeId"
              label="Change type"
              placeholder="Choose"
              data={directory.changeTypes.map(({ id, name }) => ({ value: id, label: name }))}
              value={draft.changeTypeId === "" ? null : draft.changeTypeId}
              onChange={(changeTypeId) => onChange({ changeTypeId: changeTypeId ?? "" })}
              error={error("changeTypeId")}
              searchable
              nothingFoundMessage="No such change type. Add it in the Directory."
            />
            <MultiSelect
              id="field-serviceIds"
              label="Services"
              placeholder={draft.serviceIds.length === 0 ? "Choose one or more" : ""}
              data={directory.services.map(({ id, name, environment }) => ({
                value: id,
                label: environment === "" ? name : `${name} (${environment})`,
              }))}
              value={[...draft.serviceIds]}
              onChange={(serviceIds) => onChange({ serviceIds })}
              error={error("serviceIds")}
              searchable
              nothingFoundMessage="No such service. Add it in the Directory."
            />
          </div>
          <TimeFields draft={draft} onChange={onChange} errors={errors} isShown={isShown} />
          <ZoneSelect
            id="field-zone"
            label="Planned in the zone"
            value={draft.zone}
            onChange={(zone) => zone !== null && onChange({ zone })}
            error={error("zone")}
          />
        </div>
      </Panel>
      <Panel title="Impact">
        <div className={shared.stack}>
          <ImpactField value={draft.impact} onChange={(impact) => onChange({ impact })} />
          <div className={classes.pair}>
            <NumberInput
              id="field-expectedDowntimeMinutes"
              label={label("expectedDowntimeMinutes", "Expected downtime, in minutes")}
              description={hint(
                "expectedDowntimeMinutes",
                "The longest break readers feel, which is not the window. Empty: none, and they are told so.",
              )}
              value={draft.expectedDowntimeMinutes ?? ""}
              onChange={(value) => onChange({ expectedDowntimeMinutes: typeof value === "number" ? value : null })}
              min={0}
              max={100_000}
              allowDecimal={false}
              error={error("expectedDowntimeMinutes")}
            />
            <Checkbox
              className={classes.checkbox ?? ""}
              label="Customers outside are affected"
              checked={draft.customersAffected}
              onChange={(event) => onChange({ customersAffected: event.currentTarget.checked })}
            />
          </div>
          <Textarea
            id="field-effect"
            label={label("effect", "What readers will notice")}
            description={hint("effect", "In their words, as “Pages load slowly. What is saved stays safe.”")}
            value={draft.effect}
            onChange={(event) => onChange({ effect: event.currentTarget.value })}
            error={error("effect")}
            rows={2}
          />
          <Textarea
            id="field-toDo"
            label={label("toDo", "What readers must do")}
            description={hint("toDo", "A line for each role or condition. Empty: they need to do nothing, and are told so.")}
            value={draft.toDo}
            onChange={(event) => onChange({ toDo: event.currentTarget.value })}
            error={error("toDo")}
            rows={2}
          />
          <ToldFields draft={draft} hasBegun={hasBegun} onChange={onChange} error={error("toDoBy")} />
        </div>
      </Panel>
      <Panel title="Why and how">
        <div className={shared.stack}>
          <Textarea
            id="field-reason"
            label={label("reason", "Reason")}
            description={hint("reason", "Why it is done, as a reader would understand it.")}
            value={draft.reason}
            onChange={(event) => onChange({ reason: event.currentTarget.value })}
            error={error("reason")}
            rows={2}
          />
          <Textarea
            id="field-rollbackPlan"
            label={label("rollbackPlan", "Rollback plan")}
            description={hint("rollbackPlan", "How it is undone if it goes wrong, and how long that takes.")}
            value={draft.rollbackPlan}
            onChange={(event) => onChange({ rollbackPlan: event.currentTarget.value })}
            error={error("rollbackPlan")}
            rows={2}
          />
          <div className={classes.pair}>
            <TextInput
              id="field-lead"
              label={label("lead", "Lead")}
              description={hint("lead", "Who does the work.")}
              value={draft.lead}
              onChange={(event) => onChange({ lead: event.currentTarget.value })}
              error={error("lead")}
              maxLength={300}
            />
            <TextInput
              id="field-communicationOwner"
              label={label("communicationOwner", "Communication owner")}
              description={hint("communicationOwner", "Who answers for what is said.")}
              value={draft.communicationOwner}
              onChange={(event) => onChange({ communicationOwner: event.currentTarget.value })}
              error={error("communicationOwner")}
              maxLength={300}
            />
          </div>
          <TagsInput
            id="field-engineers"
            label="Engineers"
            description="Who works on it beside the lead, by name or role. Enter after each."
            placeholder={draft.engineers.length === 0 ? "Network engineer" : ""}
            data={peopleIn(directory)}
            value={[...draft.engineers]}
            onChange={(engineers) => onChange({ engineers })}
            error={error("engineers")}
            acceptValueOnBlur
            maxTags={50}
          />
          <ReferencesField references={draft.references} onChange={(references) => onChange({ references })} errors={errors} />
        </div>
      </Panel>
    </>
  );
}

/** Names to choose from; any other may be typed. */
function peopleIn({ contacts }: Directory): string[] {
  return [...new Set(contacts.filter(({ kind, active }) => kind === "person" && active).map(({ name }) => name))];
}
