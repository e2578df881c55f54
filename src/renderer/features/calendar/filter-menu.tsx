import { type CalendarFilter, isEverything, windowStates } from "../../../core/domain/calendar/calendar-filter.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import { impacts } from "../../../core/domain/window.ts";
import { IconFilter } from "../../ui/icons.ts";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { PopoverButton } from "../../ui/popover-button.tsx";
import classes from "./filter.module.css";
import { windowStateWords } from "./filter-words.ts";

type Props = {
  readonly filter: CalendarFilter;
  readonly directory: Directory | null;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onFilter: (filter: CalendarFilter) => void;
};

/** Which windows are shown: by impact, state, conflict, service and customer. F opens it, Escape closes it. */
export function FilterMenu({ filter, directory, isOpen, onOpen, onFilter }: Props) {
  return (
    <PopoverButton
      look={isEverything(filter) ? "default" : "light"}
      icon={<IconFilter size={15} stroke={1.75} aria-hidden="true" />}
      aria-keyshortcuts="F"
      isOpen={isOpen}
      onOpen={onOpen}
      cardClass={classes.menu}
      card={() => <FilterFields filter={filter} directory={directory} onFilter={onFilter} />}
    >
      Filter
    </PopoverButton>
  );
}

function FilterFields({ filter, directory, onFilter }: Pick<Props, "filter" | "directory" | "onFilter">) {
  const toggle = <Key extends "serviceIds" | "customerIds" | "impacts" | "states">(
    key: Key,
    value: CalendarFilter[Key][number],
  ): void => {
    const chosen: readonly string[] = filter[key];
    onFilter({ ...filter, [key]: chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value] });
  };
  return (
    <>
      <div className={classes.columns}>
        <fieldset>
          <legend>Impact</legend>
          {impacts.map((impact) => (
            <label key={impact}>
              <input type="checkbox" checked={filter.impacts.includes(impact)} onChange={() => toggle("impacts", impact)} />
              <ImpactMark impact={impact} />
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>State</legend>
          {windowStates.map((state) => (
            <label key={state}>
              <input type="checkbox" checked={filter.states.includes(state)} onChange={() => toggle("states", state)} />
              {windowStateWords[state]}
            </label>
          ))}
          <label>
            <input
              type="checkbox"
              checked={filter.conflictsOnly}
              onChange={() => onFilter({ ...filter, conflictsOnly: !filter.conflictsOnly })}
            />
            In conflict only
          </label>
        </fieldset>
      </div>
      <div className={classes.columns}>
        <fieldset className={classes.long}>
          <legend>Service</legend>
          {directory?.services.map(({ id, name, environment }) => (
            <label key={id}>
              <input type="checkbox" checked={filter.serviceIds.includes(id)} onChange={() => toggle("serviceIds", id)} />
              <span>
                {name} <span className={classes.detail}>{environment}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset className={classes.long}>
          <legend>Customer</legend>
          {directory?.customers.map(({ id, name }) => (
            <label key={id}>
              <input type="checkbox" checked={filter.customerIds.includes(id)} onChange={() => toggle("customerIds", id)} />
              {name}
            </label>
          ))}
        </fieldset>
      </div>
    </>
  );
}
