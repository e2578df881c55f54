import { ActionIcon, Button, TextInput } from "@mantine/core";
import type { Reference } from "../../../core/domain/window.ts";
import { IconPlus, IconTrash } from "../../ui/icons.ts";
import { isStated } from "./form-draft.ts";
import classes from "./references-field.module.css";

type Props = {
  readonly references: readonly Reference[];
  readonly onChange: (references: readonly Reference[]) => void;
  readonly errors: Readonly<Record<string, string>>;
};

/** Tickets and pages of the window: a label and, where there is one, an address. */
export function ReferencesField({ references, onChange, errors }: Props) {
  const change = (index: number, changes: Partial<Reference>): void =>
    onChange(references.map((reference, at) => (at === index ? { ...reference, ...changes } : reference)));
  return (
    <fieldset className={classes.references}>
      <legend className="fw-legend">References</legend>
      {references.map((reference, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reference being typed has no other identity.
        <div key={index} className={classes.reference}>
          <TextInput
            id={`field-${placeOf(references, index)}.label`}
            aria-label={`Reference ${index + 1}: label`}
            placeholder="CHG-1042"
            value={reference.label}
            onChange={(event) => change(index, { label: event.currentTarget.value })}
            error={isStated(reference) && errors[`${placeOf(references, index)}.label`]}
          />
          <TextInput
            id={`field-${placeOf(references, index)}.url`}
            aria-label={`Reference ${index + 1}: address`}
            placeholder="https://… (optional)"
            value={reference.url ?? ""}
            onChange={(event) =>
              change(index, { url: event.currentTarget.value.trim() === "" ? null : event.currentTarget.value })
            }
            error={isStated(reference) && errors[`${placeOf(references, index)}.url`]}
          />
          <ActionIcon
            size={32}
            aria-label={`Remove reference ${index + 1}`}
            onClick={() => onChange(references.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} stroke={1.75} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
        onClick={() => onChange([...references, { label: "", url: null }])}
      >
        Add a ticket or page
      </Button>
    </fieldset>
  );
}

/** What the backend calls the reference of a line: those left empty are not handed over. */
function placeOf(references: readonly Reference[], index: number): string {
  const reference = references[index];
  if (reference === undefined || !isStated(reference)) return `references.empty${index}`;
  return `references.${references.slice(0, index).filter(isStated).length}`;
}
