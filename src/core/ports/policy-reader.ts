/** A table as found in a pasted policy: the words only, cells in order. */
export type SourceTable = {
  /** The nearest heading above, or empty. */
  readonly heading: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A heading with the bulleted or numbered points under it; indent 0 is the outermost. */
export type SourceSection = {
  readonly heading: string;
  readonly level: number;
  readonly points: readonly { readonly indent: number; readonly text: string }[];
  /** Running text directly under the heading. */
  readonly prose: readonly string[];
};

export type SourceDocument = {
  readonly title: string;
  readonly tables: readonly SourceTable[];
  readonly sections: readonly SourceSection[];
};

/** Reads Markdown, HTML or tab-separated text into its tables and sections. Never throws for odd input. */
export interface PolicyReader {
  read(source: string): SourceDocument;
}
