import { IconArrowsSplit2, IconCircleCheck, IconListDetails, IconTable } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "./paste-step.module.css";

const notes = [
  {
    icon: IconTable,
    title: "A communication matrix",
    text: "One row for each kind of change, and columns for who is told, where and when. In any order, under any names.",
  },
  {
    icon: IconListDetails,
    title: "Or a process in words",
    text: "Lists that say when notices go out, to which channels, and which facts each one carries.",
  },
  {
    icon: IconArrowsSplit2,
    title: "What is open, you decide",
    text: "Words such as “as agreed” or “weekly/bi-weekly” come back as questions, beside the words they stand in.",
  },
  {
    icon: IconCircleCheck,
    title: "Nothing is added yet",
    text: "Reading changes nothing. Rules go into the matrix when you have seen them and add them.",
  },
] as const;

/** What can be pasted, and what becomes of it. */
export function ReadingNotes() {
  return (
    <Panel title="What is read" content="rows">
      {notes.map(({ icon: Icon, title, text }) => (
        <div key={title} className={classes.note}>
          <Icon size={18} stroke={1.75} aria-hidden="true" className={classes.noteIcon} />
          <div>
            <h3 className={classes.noteTitle}>{title}</h3>
            <p className={classes.noteText}>{text}</p>
          </div>
        </div>
      ))}
    </Panel>
  );
}
