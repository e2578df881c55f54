import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Gravity } from "../../../core/domain/message.ts";
import classes from "./draft-editor.module.css";

/** Words the checker has something to say of. */
export type WordMark = {
  readonly from: number;
  readonly to: number;
  readonly gravity: Gravity;
  readonly message: string;
  /** The finding they belong to. */
  readonly key: string;
};

const setMarks = StateEffect.define<readonly WordMark[]>();

/** The marks move with the text while it is typed, until the checker has looked again. */
const marksOfText = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) next = decorations(effect.value, transaction.newDoc.length);
    }
    return next;
  },
  // Before the chips, so that a mark lies around them.
  provide: (field) => EditorView.decorations.from(field),
});

/** Underlines words as the checker's findings ask for. */
export const markedWords: Extension = marksOfText;

export function showMarks(editor: EditorView, marks: readonly WordMark[]): void {
  editor.dispatch({ effects: setMarks.of(marks) });
}

const looks: Readonly<Record<Gravity, string | undefined>> = {
  error: classes.wrong,
  warning: classes.doubtful,
  hint: classes.hinted,
};

function decorations(marks: readonly WordMark[], length: number): DecorationSet {
  const fitting = marks.filter(({ from, to }) => from < to && to <= length);
  return Decoration.set(
    fitting.map(({ from, to, gravity, message, key }) =>
      Decoration.mark({
        class: looks[gravity] ?? "",
        attributes: { title: message, "data-mark": gravity, "data-finding": key },
      }).range(from, to),
    ),
    true,
  );
}

/** The finding of the marked words that were clicked on; null beside them. */
export function findingAt(event: MouseEvent): string | null {
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest("[data-finding]")?.getAttribute("data-finding") ?? null;
}
