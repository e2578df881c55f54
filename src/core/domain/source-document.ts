/** A cell over several rows or columns, which hold its words each. Row -1 is the header. */
export type MergedCell = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

/** A table as found in a pasted policy: the words only, cells in order. A line break inside a cell is kept. */
export type SourceTable = {
  /** The nearest heading above, or empty. */
  readonly heading: string;
  /** Empty when the source marks no row as the header. */
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly merged?: readonly MergedCell[];
  /** Where it stands among the document's tables and sections, for showing them in order. */
  readonly place?: number;
};

/** One bulleted or numbered point, or a paragraph. */
export type SourcePoint = {
  /** 0 is the outermost. */
  readonly indent: number;
  readonly text: string;
  /** The paragraph its list follows, as `Notifications should go out:`, or empty. */
  readonly intro: string;
  /** A paragraph of running text, which is no point of a list. */
  readonly isProse?: true;
};

/** A heading with the points and the running text directly under it, in order; `prose` is the running text by itself. */
export type SourceSection = {
  readonly heading: string;
  /** 1 is the outermost; 0 stands before any heading. */
  readonly level: number;
  readonly points: readonly SourcePoint[];
  readonly prose: readonly string[];
  readonly place?: number;
};

/** A pasted policy taken apart, before anything in it is understood. */
export type SourceDocument = {
  readonly title: string;
  readonly tables: readonly SourceTable[];
  readonly sections: readonly SourceSection[];
};
