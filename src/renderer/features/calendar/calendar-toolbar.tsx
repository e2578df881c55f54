import { useState } from "react";
import type { Directory } from "../../../core/domain/directory.ts";
import { impacts } from "../../../core/domain/window.ts";
import { IconChevronLeft, IconChevronRight, IconPrinter } from "../../ui/icons.ts";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { PlainButton } from "../../ui/plain-button.tsx";
import { SaveCalendarButton } from "../../ui/save-calendar-button.tsx";
import type { CalendarPlace } from "./calendar-address.ts";
import { stepWord } from "./calendar-range.ts";
import { FilterMenu } from "./filter-menu.tsx";
import { Legend } from "./legend.tsx";
import { TimelineSwitches } from "./timeline-switches.tsx";
import classes from "./toolbar.module.css";
import { useCalendarKeys } from "./use-calendar-keys.ts";
import { ViewSwitch } from "./view-switch.tsx";

type Props = {
  readonly place: CalendarPlace;
  readonly heading: string;
  readonly directory: Directory | null;
  /** The windows it shows, to save them. */
  readonly windowIds: readonly string[];
  readonly onPlace: (changes: Partial<CalendarPlace>) => void;
  readonly onStep: (direction: 1 | -1) => void;
};

/** Which view, of when, and of what. */
export function CalendarToolbar({ place, heading, directory, windowIds, onPlace, onStep }: Props) {
  const [isFilterOpen, setFilterOpen] = useState(false);
  useCalendarKeys({ onPlace, onStep, onFilter: () => setFilterOpen(true) });
  const { mode, filter } = place;
  return (
    <div className={classes.toolbar}>
      <div className={classes.steps}>
        <PlainButton className={classes.step} aria-label={`Previous ${stepWord(place)}`} onClick={() => onStep(-1)}>
          <IconChevronLeft size={16} stroke={1.75} aria-hidden="true" />
        </PlainButton>
        <PlainButton className={classes.step} aria-label={`Next ${stepWord(place)}`} onClick={() => onStep(1)}>
          <IconChevronRight size={16} stroke={1.75} aria-hidden="true" />
        </PlainButton>
      </div>
      <PlainButton onClick={() => onPlace({ date: null })}>Today</PlainButton>
      <h2 className={classes.heading} aria-live="polite">
        {heading}
      </h2>
      <ul className={classes.legend} aria-label="Impact">
        {impacts.map((impact) => (
          <li key={impact}>
            <ImpactMark impact={impact} />
          </li>
        ))}
      </ul>
      <div className={classes.tools}>
        <FilterMenu
          filter={filter}
          directory={directory}
          isOpen={isFilterOpen}
          onOpen={setFilterOpen}
          onFilter={(next) => onPlace({ filter: next })}
        />
        <Legend />
        <PlainButton look="subtle" className={classes.tool} aria-label="Print" title="Print" onClick={() => print()}>
          <IconPrinter size={16} stroke={1.75} aria-hidden="true" />
        </PlainButton>
        <SaveCalendarButton ids={windowIds} isCompact />
      </div>
      <ViewSwitch mode={mode} onMode={(next) => onPlace({ mode: next })} />
      {mode === "timeline" && <TimelineSwitches place={place} onPlace={onPlace} />}
    </div>
  );
}
