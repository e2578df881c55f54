import type { Audience, ChangeType } from "../../../core/domain/directory.ts";
import { type Rule, stages } from "../../../core/domain/matrix.ts";
import { IconPlus } from "../../ui/icons.ts";
import { count, voiceWords } from "../../ui/words.ts";
import { RuleChip } from "./rule-chip.tsx";
import classes from "./rule-grid.module.css";
import { every, type NewRule } from "./rule-values.ts";
import { everyChangeType, type RuleContext } from "./rule-words.ts";

type Props = {
  readonly rules: readonly Rule[];
  readonly context: RuleContext;
  /** Whether `rules` are those of a search: change types without any are left out then. */
  readonly isFound: boolean;
  readonly onOpen: (id: string) => void;
  readonly onAdd: (place: NewRule) => void;
};

/** The policy's table: change types down, audiences across, rules in the cells in the order a window lives through them. */
export function RuleGrid({ rules, context, isFound, onOpen, onAdd }: Props) {
  const { directory } = context;
  const rows = rowsOf(rules, directory.changeTypes, isFound);
  return (
    <div className={classes.box} data-print="wide">
      <table className={classes.grid} aria-label="Rules by change type and audience">
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              Change type
            </th>
            {directory.audiences.map((audience) => (
              <th key={audience.id} scope="col">
                {audience.name}
                <span className={classes.voice}>{voiceOf(audience)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {directory.audiences.map((audience) => (
                <td key={audience.id}>
                  <div className={classes.cell}>
                    {row.rules
                      .filter((rule) => rule.audienceId === audience.id)
                      .map((rule) => (
                        <RuleChip key={rule.id} rule={rule} context={context} onOpen={() => onOpen(rule.id)} />
                      ))}
                    <button
                      type="button"
                      className={classes.add}
                      aria-label={`Add rule: ${row.name}, ${audience.name}`}
                      onClick={() => onAdd({ changeTypeId: row.id, audienceId: audience.id })}
                    >
                      <IconPlus size={14} stroke={1.75} aria-hidden="true" /> Add rule
                    </button>
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Row = { readonly id: string; readonly name: string; readonly rules: readonly Rule[] };

function rowsOf(rules: readonly Rule[], changeTypes: readonly ChangeType[], isFound: boolean): readonly Row[] {
  const inOrder = rules.toSorted((one, other) => stages.indexOf(one.stage) - stages.indexOf(other.stage));
  const forAll = inOrder.filter(({ changeTypeId }) => changeTypeId === null);
  const rows = changeTypes.map(({ id, name }) => ({ id, name, rules: inOrder.filter((rule) => rule.changeTypeId === id) }));
  return [
    ...(forAll.length === 0 ? [] : [{ id: every, name: everyChangeType, rules: forAll }]),
    ...(isFound ? rows.filter((row) => row.rules.length > 0) : rows),
  ];
}

function voiceOf({ voice, customerIds }: Audience): string {
  return customerIds.length === 0 ? voiceWords[voice] : count(customerIds.length, "customer");
}
