import { type RefObject, useMemo, useRef } from "react";
import type { Finding, Place } from "../../../core/domain/message.ts";
import type { Draft } from "../../../core/domain/notice.ts";
import type { DraftEditorHandle, FactLookUp } from "./draft-editor.tsx";
import type { WordMark } from "./marked-words.ts";
import { marksIn } from "./marks-in.ts";
import { type DraftEdit, mended } from "./mend-draft.ts";
import { placeInSource } from "./place-in-source.ts";

type Part = "subject" | "body";

/** The editors of a subject and a body, and what the page does in them. */
export type DraftEditors = {
  readonly handles: Readonly<Record<Part, RefObject<DraftEditorHandle | null>>>;
  /** The words that the checker has something to say of. */
  readonly marks: Readonly<Record<Part, readonly WordMark[]>>;
  /** One of them was gone into. */
  readonly enter: (part: Part) => void;
  /** Puts a fact where the cursor was last. */
  readonly insertFact: (name: string) => void;
  /** Selects the words of a place, or goes to its part where they are not typed. */
  readonly show: (place: Place) => void;
  readonly mend: (edit: DraftEdit) => void;
};

export function useDraftEditors(
  text: Draft,
  findings: readonly Finding[],
  factOf: FactLookUp,
  change: (text: Draft) => void,
): DraftEditors {
  const subject = useRef<DraftEditorHandle>(null);
  const body = useRef<DraftEditorHandle>(null);
  const handles = { subject, body };
  const lastIn = useRef<Part>("body");
  const marks = useMemo(
    () => ({
      subject: marksIn("subject", findings, text.subject, factOf),
      body: marksIn("body", findings, text.body, factOf),
    }),
    [findings, text, factOf],
  );
  return {
    handles,
    marks,
    enter(part) {
      lastIn.current = part;
    },
    insertFact: (name) => handles[lastIn.current].current?.insertFact(name),
    show(place) {
      const editor = handles[place.part].current;
      const words = placeInSource(text[place.part], place, factOf);
      if (words === null) editor?.focus();
      else editor?.selectAt(words.from, words.to);
    },
    mend(edit) {
      change(mended(text, edit));
      // The line with the button goes away: whoever works by keyboard goes on in the text.
      const { part, from, replacement } = edit;
      setTimeout(() => handles[part].current?.selectAt(from, from + replacement.length), 0);
    },
  };
}
