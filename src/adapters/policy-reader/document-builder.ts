import type { SourceDocument, SourcePoint, SourceSection, SourceTable } from "../../core/domain/source-document.ts";

/** Collects a document's parts in reading order; knows which heading and which paragraph stand above each. */
export type DocumentBuilder = {
  heading(level: number, text: string): void;
  paragraph(text: string): void;
  point(indent: number, text: string): void;
  table(table: Omit<SourceTable, "heading" | "place">): void;
  finish(): SourceDocument;
};

/** `When: 14 days before`: lines of such are a list, though nothing marks them as one. */
export const keyedLine = /^\p{L}[\p{L} /]{1,40}: +\S/u;

function keyAndWords(line: string): readonly [string, string] {
  const at = line.indexOf(":");
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

export function createDocumentBuilder(): DocumentBuilder {
  const tables: SourceTable[] = [];
  const sections: SourceSection[] = [];
  let title = "";
  let place = 0;
  let open: { heading: string; level: number; points: SourcePoint[]; prose: string[]; place: number } = section("", 0);
  let intro = "";
  let heading = "";

  /** Paragraphs of `Audience: …`, `Channel: …` that follow one another are the rows of a table. */
  let blocks: (readonly (readonly [string, string])[])[] = [];

  function section(text: string, level: number): typeof open {
    return { heading: text, level, points: [], prose: [], place: place++ };
  }
  /** One block alone is a list; two with the same first key are rows. */
  function flush(): void {
    const [first = []] = blocks;
    const isTable = blocks.length > 1 && blocks.every((block) => block[0]?.[0] === first[0]?.[0]);
    if (isTable) {
      const headers = [...new Set(blocks.flatMap((block) => block.map(([key]) => key)))];
      const rows = blocks.map((block) => headers.map((header) => block.find(([key]) => key === header)?.[1] ?? ""));
      tables.push({ heading, headers, rows, place: place++ });
    } else
      for (const block of blocks)
        for (const [key, words] of block) open.points.push({ indent: 0, text: `${key}: ${words}`, intro: "" });
    blocks = [];
  }
  function close(): void {
    flush();
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
        blocks.push(lines.map(keyAndWords));
        return;
      }
      flush();
      // A paragraph after a list of `How: …`, `When: …` is none of its keys.
      if (open.points.length > 1 && open.points.every((point) => point.indent === 0 && keyedLine.test(point.text))) {
        close();
        open = section(open.heading, open.level);
      }
      open.prose.push(text);
      open.points.push({ indent: 0, text, intro: "", isProse: true });
      intro = text;
    },
    point(indent, text) {
      if (text === "") return;
      flush();
      open.points.push({ indent, text, intro });
    },
    table(table) {
      if (table.headers.length === 0 && table.rows.length === 0) return;
      flush();
      tables.push({ ...table, heading, place: place++ });
      intro = "";
    },
    finish() {
      close();
      return { title, tables, sections };
    },
  };
}
