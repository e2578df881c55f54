import { ActionIcon, Button, TextInput } from "@mantine/core";
import type { AvoidedWords } from "../../../core/domain/house-style.ts";
import { IconPlus, IconTrash } from "../../ui/icons.ts";
import lines from "./field-lines.module.css";
import classes from "./house-style.module.css";

export type AvoidedRow = AvoidedWords & { readonly key: number };

type Props = {
  readonly rows: readonly AvoidedRow[];
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (rows: readonly AvoidedRow[]) => void;
};

/** Words no notice should hold, each with what to say instead. */
export function AvoidedWordsFields({ rows, errors, onChange }: Props) {
  const edit = (key: number, changes: Partial<AvoidedWords>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  const add = (): void => {
    const key = Math.max(0, ...rows.map((row) => row.key)) + 1;
    onChange([...rows, { key, words: "", instead: "" }]);
    requestAnimationFrame(() => document.getElementById(`avoided-${key}`)?.focus());
  };
  return (
    <fieldset className={classes.avoided}>
      <legend>Words to avoid</legend>
      <p className={classes.hint}>
        The checker marks them in every draft, whether capital or small, and offers what to say instead.
      </p>
      {rows.length > 0 && (
        <table className={lines.fields}>
          <thead>
            <tr>
              <th scope="col">Don’t say</th>
              <th scope="col">Say instead</th>
              <th scope="col">
                <span className="fw-unseen">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, words, instead }, index) => {
              const which = words === "" ? `row ${index + 1}` : words;
              return (
                <tr key={key}>
                  <td>
                    <TextInput
                      id={`avoided-${key}`}
                      aria-label={`Don’t say, row ${index + 1}`}
                      placeholder="going forward"
                      value={words}
                      onChange={(event) => edit(key, { words: event.currentTarget.value })}
                      error={errors[`houseStyle.avoid.${index}.words`]}
                    />
                  </td>
                  <td>
                    <TextInput
                      aria-label={`Instead of ${which}`}
                      placeholder="Leave it out"
                      value={instead}
                      onChange={(event) => edit(key, { instead: event.currentTarget.value })}
                      error={errors[`houseStyle.avoid.${index}.instead`]}
                    />
                  </td>
                  <td>
                    <ActionIcon
                      size={32}
                      aria-label={`Remove ${which}`}
                      onClick={() => onChange(rows.filter((row) => row.key !== key))}
                    >
                      <IconTrash size={16} stroke={1.75} aria-hidden="true" />
                    </ActionIcon>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Button mt={8} size="xs" variant="default" leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />} onClick={add}>
        Add words
      </Button>
    </fieldset>
  );
}
