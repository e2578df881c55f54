import { history, historyKeymap, standardKeymap } from "@codemirror/commands";
import { markdown } from "@codemirror/lang-markdown";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { useEffect, useEffectEvent, useImperativeHandle, useRef } from "react";
import { cspNonce } from "../../theme/nonce.ts";
import classes from "./draft-editor.module.css";
import type { DraftEditorProps } from "./draft-editor.tsx";
import { markdownLook } from "./markdown-look.ts";
import { type LineTrouble, markedLines } from "./marked-lines.ts";
import { findingAt, markedWords, showMarks, type WordMark } from "./marked-words.ts";
import { variableChips } from "./variable-chips.ts";

const noTroubles: readonly LineTrouble[] = [];
const noMarks: readonly WordMark[] = [];

/** CodeMirror on a draft. What is typed is told at once; a value from outside replaces the text only when it differs. */
export function CodeMirrorEditor(props: DraftEditorProps) {
  const {
    value,
    isReadOnly = false,
    isOneLine = false,
    factOf,
    label,
    describedBy,
    handle,
    troubles = noTroubles,
    marks = noMarks,
  } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const parts = useRef({
    variables: new Compartment(),
    editable: new Compartment(),
    labels: new Compartment(),
    troubles: new Compartment(),
  });
  const changed = useEffectEvent((text: string) => props.onChange(text));
  const left = useEffectEvent(() => props.onBlur?.());
  const clicked = useEffectEvent((event: MouseEvent) => props.onMark?.(findingAt(event)));
  const entered = useEffectEvent(() => props.onFocus?.());
  const firstState = useEffectEvent(() =>
    EditorState.create({
      doc: value,
      extensions: [
        EditorView.cspNonce.of(cspNonce()),
        history(),
        // Tab goes on to the next control, so that nobody is caught in the editor.
        keymap.of([...standardKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        isOneLine ? oneLine : markdown(),
        markdownLook,
        markedWords,
        parts.current.variables.of(variableChips(factOf)),
        parts.current.editable.of(editable(isReadOnly)),
        parts.current.labels.of(labels(label, describedBy)),
        parts.current.troubles.of(markedLines(troubles)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
        EditorView.domEventHandlers({ blur: () => left(), focus: () => entered(), click: (event) => clicked(event) }),
      ],
    }),
  );

  useEffect(() => {
    if (place.current === null) return undefined;
    const editor = new EditorView({ parent: place.current, state: firstState() });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);
  useEffect(() => {
    view.current?.dispatch({ effects: parts.current.variables.reconfigure(variableChips(factOf)) });
  }, [factOf]);
  useEffect(() => {
    view.current?.dispatch({ effects: parts.current.editable.reconfigure(editable(isReadOnly)) });
  }, [isReadOnly]);
  useEffect(() => {
    view.current?.dispatch({ effects: parts.current.labels.reconfigure(labels(label, describedBy)) });
  }, [label, describedBy]);

  useEffect(() => {
    view.current?.dispatch({ effects: parts.current.troubles.reconfigure(markedLines(troubles)) });
  }, [troubles]);

  useEffect(() => {
    if (view.current !== null) showMarks(view.current, marks);
  }, [marks]);

  useImperativeHandle(
    handle,
    () => ({
      insertFact(name) {
        const editor = view.current;
        if (editor === null) return;
        editor.dispatch(editor.state.replaceSelection(`{{ ${name} }}`), { scrollIntoView: true });
        editor.focus();
      },
      selectAt(from, to) {
        const editor = view.current;
        if (editor === null) return;
        const end = Math.min(to, editor.state.doc.length);
        editor.dispatch({ selection: { anchor: Math.min(from, end), head: end }, scrollIntoView: true });
        editor.focus();
      },
      showLine(line) {
        const editor = view.current;
        if (editor === null) return;
        const { from, to } = editor.state.doc.line(Math.max(1, Math.min(line, editor.state.doc.lines)));
        editor.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
        editor.focus();
      },
      focus() {
        view.current?.focus();
      },
    }),
    [],
  );

  return (
    <div ref={place} className={classes.editor} data-one-line={isOneLine || undefined} data-read-only={isReadOnly || undefined} />
  );
}

/** Line breaks, typed or pasted, become spaces: a subject is one line. */
const oneLine: Extension = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction;
  const text = transaction.newDoc.toString().replace(/\s*\n\s*/gu, " ");
  const from = transaction.startState.doc.length;
  return { changes: { from: 0, to: from, insert: text }, selection: { anchor: text.length } };
});

function editable(isReadOnly: boolean): Extension {
  return [EditorState.readOnly.of(isReadOnly), EditorView.editable.of(!isReadOnly)];
}

function labels(label: string, describedBy: string | undefined): Extension {
  return EditorView.contentAttributes.of({
    "aria-label": label,
    spellcheck: "true",
    // What cannot be edited is still read and scrolled by keyboard.
    tabindex: "0",
    ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }),
  });
}
