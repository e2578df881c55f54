import { lazy, type Ref, Suspense } from "react";
import classes from "./draft-editor.module.css";
import type { LineTrouble } from "./marked-lines.ts";
import type { WordMark } from "./marked-words.ts";

/** What the page may ask of an editor. */
export type DraftEditorHandle = {
  /** Puts `{{ name }}` where the cursor is. */
  insertFact(name: string): void;
  /** Selects a line, counted from 1; the last one where there are not so many. */
  showLine(line: number): void;
  /** Selects what stands between two places. */
  selectAt(from: number, to: number): void;
  focus(): void;
};

/** What is known of a variable in this draft: its value, that it has none here, or that there is no such fact. */
export type FactLookUp = (
  name: string,
) => { readonly kind: "value"; readonly text: string } | { readonly kind: "empty" | "unknown" };

export type DraftEditorProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly onFocus?: () => void;
  readonly isReadOnly?: boolean;
  /** A subject is one line; a body is Markdown. */
  readonly isOneLine?: boolean;
  readonly factOf: FactLookUp;
  /** Lines that can't be rendered, marked in the text. */
  readonly troubles?: readonly LineTrouble[];
  /** Words the checker has something to say of. */
  readonly marks?: readonly WordMark[];
  /** The text was clicked on: the finding of the marked words there, null beside them. */
  readonly onMark?: (findingKey: string | null) => void;
  readonly describedBy?: string;
  readonly handle?: Ref<DraftEditorHandle>;
};

const CodeMirrorEditor = lazy(async () => ({ default: (await import("./code-mirror-editor.tsx")).CodeMirrorEditor }));

/** Edits a draft with its variables shown as chips. The editor itself is loaded when it is first needed. */
export function DraftEditor(props: DraftEditorProps) {
  return (
    <Suspense fallback={<pre className={classes.waiting}>{props.value}</pre>}>
      <CodeMirrorEditor {...props} />
    </Suspense>
  );
}
