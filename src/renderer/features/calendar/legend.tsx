import { useState } from "react";
import { impacts } from "../../../core/domain/window.ts";
import { IconExclamationCircle, IconInfoCircle, IconRepeat, IconStack2 } from "../../ui/icons.ts";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { PopoverButton } from "../../ui/popover-button.tsx";
import classes from "./legend.module.css";
import type { MarkKind } from "./mark-groups.ts";
import marksClasses from "./marks.module.css";
import { MarkIcon, markWords } from "./marks.tsx";

const marks = ["waiting", "due", "approved", "sent", "promise", "broken"] as const satisfies readonly MarkKind[];

const keys = [
  ["1 … 6", "Month, week, day, agenda, year, timeline"],
  ["T", "Today"],
  ["[  ]", "Earlier, later"],
  ["F", "Filter"],
  ["Arrows, Enter", "From day to day, into a day, open"],
  ["M", "Move the window in focus: arrows by days and quarters of an hour, Shift for its end, Enter, Escape"],
  ["Ctrl Z", "Take back a move"],
] as const;

/** What the calendar's shapes, marks and hatchings mean, and its keys. */
export function Legend() {
  const [isOpen, setOpen] = useState(false);
  return (
    <PopoverButton
      look="subtle"
      icon={<IconInfoCircle size={15} stroke={1.75} aria-hidden="true" />}
      isOpen={isOpen}
      onOpen={setOpen}
      cardClass={classes.legendCard}
      card={() => (
        <>
          <LegendLists />
          <p className={classes.legendTitle}>Keys</p>
          <dl className={classes.keys}>
            {keys.map(([key, words]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    >
      Legend
    </PopoverButton>
  );
}

/** The shapes, marks and hatchings; also on paper. */
export function LegendLists() {
  return (
    <div className={classes.legendLists}>
      <ul aria-label="Impact">
        {impacts.map((impact) => (
          <li key={impact}>
            <ImpactMark impact={impact} />
          </li>
        ))}
        <li>
          <IconExclamationCircle size={13} stroke={2.2} className={classes.conflictIcon} aria-hidden="true" /> In conflict with
          another record
        </li>
        <li>
          <IconRepeat size={13} stroke={2} aria-hidden="true" /> One of a series
        </li>
        <li>
          <IconStack2 size={13} stroke={2} aria-hidden="true" /> One phase of a change
        </li>
      </ul>
      <ul aria-label="Marks">
        {marks.map((kind) => (
          <li key={kind} data-mark={kind} className={marksClasses.legendMark}>
            <MarkIcon kind={kind} size={13} /> {markWords[kind]}
          </li>
        ))}
      </ul>
      <ul aria-label="Grounds">
        <li>
          <span className={`${classes.swatch} fw-hatched`} /> Holiday
        </li>
        <li>
          <span className={`${classes.swatch} fw-hatched`} data-ground="freeze" /> Freeze
        </li>
        <li>
          <span className={`${classes.swatch} ${classes.quietSwatch}`} /> Quiet hours
        </li>
        <li>
          <span className={`${classes.swatch} ${classes.noTimeSwatch}`} /> Hour the clocks skip
        </li>
        <li>
          <span className={classes.nowSwatch} /> Now
        </li>
      </ul>
    </div>
  );
}
