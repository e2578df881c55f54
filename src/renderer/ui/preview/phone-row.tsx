import { useMemo } from "react";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { clockText } from "../time-words.ts";
import { previewLine, subjectOnPhone } from "./phone-words.ts";
import classes from "./preview.module.css";

type Props = {
  readonly sender: string;
  readonly subject: string;
  readonly html: string;
  readonly at?: { readonly instant: Instant; readonly zone: ZoneId };
};

/** The mail in a phone's list, before it is opened: sender, the subject as far as it goes, two lines of its beginning. */
export function PhoneRow({ sender, subject, html, at }: Props) {
  const line = useMemo(() => previewLine(html), [html]);
  const { shown, isCut } = subjectOnPhone(subject);
  return (
    <section className={classes.phone} aria-label="In a phone's list of mails">
      <p className={classes.phoneHead}>
        <strong>{sender}</strong>
        <span>{at === undefined ? "In a phone's list" : clockText(at.instant, at.zone)}</span>
      </p>
      <p className={classes.phoneSubject} title={isCut ? subject : undefined}>
        {shown}
      </p>
      <p className={classes.phoneLine}>{line}</p>
    </section>
  );
}
