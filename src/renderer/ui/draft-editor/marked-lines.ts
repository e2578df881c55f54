import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import classes from "./draft-editor.module.css";

/** What keeps a text from being rendered, with the line it is told of, counted from 1. */
export type LineTrouble = { readonly line: number; readonly message: string };

/**
 * Marks the lines of troubles at their edge, with the reason for whoever points at them. Lines that are not there any more
 * are passed over.
 */
export function markedLines(troubles: readonly LineTrouble[]): Extension {
  if (troubles.length === 0) return [];
  return EditorView.decorations.compute(["doc"], ({ doc }): DecorationSet => {
    const builder = new RangeSetBuilder<Decoration>();
    const seen = new Set<number>();
    for (const { line, message } of troubles.toSorted((one, other) => one.line - other.line)) {
      if (line < 1 || line > doc.lines || seen.has(line)) continue;
      seen.add(line);
      const { from } = doc.line(line);
      builder.add(from, from, Decoration.line({ class: classes.troubled ?? "", attributes: { title: message } }));
    }
    return builder.finish();
  });
}
