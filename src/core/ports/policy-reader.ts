import type { SourceDocument } from "../domain/source-document.ts";

/** Reads Markdown, HTML, comma- or tab-separated text into its tables and sections. Never throws for odd input. */
export interface PolicyReader {
  read(source: string): SourceDocument;
}
