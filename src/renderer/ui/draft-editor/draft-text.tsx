import type { ReactNode } from "react";
import type { Draft } from "../../../core/domain/notice.ts";
import { DraftEditor, type FactLookUp } from "./draft-editor.tsx";
import classes from "./draft-text.module.css";
import type { LineTrouble } from "./marked-lines.ts";
import type { DraftEditors } from "./use-draft-editors.ts";

type Props = {
  readonly value: Draft;
  readonly onChange: (changes: Partial<Draft>) => void;
  readonly onBlur?: () => void;
  readonly isReadOnly?: boolean;
  /** What the body is called to somebody who hears the screen. */
  readonly bodyLabel: string;
  readonly editors: DraftEditors;
  readonly factOf: FactLookUp;
  /** Lines that can't be rendered. */
  readonly troubles?: { readonly subject: readonly LineTrouble[]; readonly body: readonly LineTrouble[] };
  /** Marked words were clicked on: their finding, null beside them. */
  readonly onMark?: (findingKey: string | null) => void;
  /** What is to be said of the subject or of both, under the subject. */
  readonly children?: ReactNode;
};

/** A subject and a body as somebody writes them, for one notice or for a template. */
export function DraftText(props: Props) {
  const { value, onChange, onBlur, isReadOnly = false, bodyLabel, editors, factOf, troubles, onMark, children } = props;
  const ofPart = (part: "subject" | "body") => ({
    value: value[part],
    onChange: (text: string) => onChange({ [part]: text }),
    onFocus: () => editors.enter(part),
    isReadOnly,
    factOf,
    marks: editors.marks[part],
    handle: editors.handles[part],
    ...(onBlur === undefined ? {} : { onBlur }),
    ...(onMark === undefined ? {} : { onMark }),
    ...(troubles === undefined ? {} : { troubles: troubles[part] }),
  });
  return (
    <>
      <div className={classes.subject}>
        <span className={classes.label} aria-hidden="true">
          Subject
        </span>
        <DraftEditor label="Subject" isOneLine {...ofPart("subject")} />
      </div>
      {children ? <div className={classes.note}>{children}</div> : null}
      <div className={classes.body}>
        <DraftEditor label={bodyLabel} {...ofPart("body")} />
      </div>
    </>
  );
}
