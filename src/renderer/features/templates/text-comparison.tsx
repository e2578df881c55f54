import { useMemo } from "react";
import type { Draft } from "../../../core/domain/notice.ts";
import { count } from "../../ui/words.ts";
import { type ComparedPart, compareTexts } from "./compared-text.ts";
import shared from "./templates.module.css";
import classes from "./text-comparison.module.css";

/** Two texts laid over one another: what is gone is struck out, what is new is underlined. */
export function TextComparison({
  before,
  after,
  same,
}: {
  readonly before: Draft;
  readonly after: Draft;
  readonly same: string;
}) {
  const subject = useMemo(() => compareTexts(before.subject, after.subject), [before.subject, after.subject]);
  const body = useMemo(() => compareTexts(before.body, after.body), [before.body, after.body]);
  if (before.subject === after.subject && before.body === after.body) return <p className={shared.none}>{same}</p>;
  return (
    <div className={classes.comparison}>
      <Compared label="Subject" parts={subject} />
      <Compared label="Body" parts={body} />
    </div>
  );
}

function Compared({ label, parts }: { readonly label: string; readonly parts: ReturnType<typeof compareTexts> }) {
  if (parts === null) return <p className={shared.none}>{label}: too long to compare.</p>;
  if (parts.every(({ kind }) => kind === "same" || kind === "folded")) {
    return (
      <p className={classes.comparedLabel}>
        {label} <span className={classes.unchanged}>the same, word for word</span>
      </p>
    );
  }
  return (
    <div>
      <p className={classes.comparedLabel}>{label}</p>
      <pre className={classes.compared}>
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity and never move.
          <Part key={index} part={part} />
        ))}
      </pre>
    </div>
  );
}

function Part({ part }: { readonly part: ComparedPart }) {
  switch (part.kind) {
    case "added":
      return <ins>{part.text}</ins>;
    case "removed":
      return <del>{part.text}</del>;
    case "folded":
      return <span className={classes.folded}>{count(part.lines, "line")} the same</span>;
    default:
      return part.text;
  }
}
