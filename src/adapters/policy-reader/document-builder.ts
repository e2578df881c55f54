import type { SourceDocument, SourcePoint, SourceSection, SourceTable } from "../../core/domain/source-document.ts";

/** Collects a document's parts in reading order; knows which heading and which paragraph stand above each. */
export type DocumentBuilder = {
  heading(level: number, text: string): void;
  paragraph(text: string): void;
  point(indent: number, text: string): void;
  table(headers: readonly string[], rows: readonly (readonly string[])[]): void;
  finish(): SourceDocument;
};

/** `When: 14 days before`: lines of such are a list, though nothing marks them as one. */
export const keyedLine = /^\p{L}[\p{L} /]{1,40}: +\S/u;

export function createDocumentBuilder(): DocumentBuilder {
  const tables: SourceTable[] = [];
  const sections: SourceSection[] = [];
  let title = "";
  let place = 0;
  let open: { heading: string; level: number; points: SourcePoint[]; prose: string[]; place: number } = section("", 0);
  let intro = "";
  let heading = "";

  function section(text: string, level: number): typeof open {
    return { heading: text, level, points: [], prose: [], place: place++ };
  }
  function close(): void {
    if (open.heading !== "" || open.points.length > 0 || open.prose.length > 0) sections.push(open);
  }

  return {
    heading(level, text) {
      if (text === "") return;
      close();
      if (title === "") title = text;
      open = section(text, level);
      heading = text;
      intro = "";
    },
    paragraph(text) {
      if (text === "") return;
      const lines = text.split("\n");
      if (lines.length > 1 && lines.every((line) => keyedLine.test(line))) {
        for (const line of lines) open.points.push({ indent: 0, text: line, intro: "" });
        return;
      }
      open.prose.push(text);
      open.points.push({ indent: 0, text, intro: "", isProse: true });
      intro = text;
    },
    point(indent, text) {
      if (text === "") return;
      open.points.push({ indent, text, intro });
    },
    table(headers, rows) {
      if (headers.length === 0 && rows.length === 0) return;
      tables.push({ heading, headers, rows, place: place++ });
      intro = "";
    },
    finish() {
      close();
      return { title, tables, sections };
    },
  };
}
