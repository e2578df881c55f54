import { SegmentedControl, Select } from "@mantine/core";
import { useState } from "react";
import type { TemplatePreview as Preview } from "../../../core/app/templates/template-preview.ts";
import { useWorkspace } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconInfoCircle } from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { Panel } from "../../ui/panel.tsx";
import { MessagePreview } from "../../ui/preview/message-preview.tsx";
import { zonePlace } from "../../ui/time-words.ts";
import { SubjectPicker, type TriedOn } from "./subject-picker.tsx";
import classes from "./template-preview.module.css";

const forms = [
  { value: "mail", label: "Outlook" },
  { value: "text", label: "Plain text" },
  { value: "slack", label: "Slack" },
  { value: "teams", label: "Teams" },
] as const;
type Form = (typeof forms)[number]["value"];

type Props = {
  readonly preview: Preview | null;
  /** The text as it stands can't be rendered, and what is shown was made of the last that could. */
  readonly isOfBefore: boolean;
  readonly error: unknown;
  readonly triedOn: TriedOn;
  readonly onTryOn: (picked: TriedOn) => void;
  readonly onRead: (readerKey: string) => void;
};

/** What the text makes of a window for one of its readers, in each of the four forms. */
export function TemplatePreview({ preview, isOfBefore, error, triedOn, onTryOn, onRead }: Props) {
  const [form, setForm] = useState<Form>("mail");
  const from = useWorkspace()?.coordinator ?? { name: "Release Coordinator", email: "release.coordinator@example.org" };
  return (
    <Panel title="Preview" actions={<SubjectPicker triedOn={triedOn} onPick={onTryOn} />}>
      <div className={classes.previewBar}>
        <SegmentedControl
          size="xs"
          aria-label="Preview as"
          data={[...forms]}
          value={form}
          onChange={(value) => setForm(forms.find((one) => one.value === value)?.value ?? "mail")}
        />
        {preview !== null && preview.readers.length > 1 && (
          <Select
            className={classes.reader ?? ""}
            size="xs"
            aria-label="As read by"
            data={preview.readers.map(({ key, name, zone }) => ({ value: key, label: nameWithPlace(name, zone) }))}
            value={preview.readerKey}
            onChange={(key) => key !== null && onRead(key)}
            allowDeselect={false}
          />
        )}
      </div>
      {preview?.about.imagined !== null && preview !== null && (
        <p className={classes.imagined}>
          <IconInfoCircle size={15} stroke={1.75} aria-hidden="true" /> {preview.about.imagined}
        </p>
      )}
      {isOfBefore && preview !== null && (
        <p className={classes.imagined}>
          <IconInfoCircle size={15} stroke={1.75} aria-hidden="true" /> Shown is the text as it was before its fault.
        </p>
      )}
      <ErrorNote error={error} />
      {preview === null && error === null && <Loading what="Rendering" />}
      {preview !== null && (
        <MessagePreview
          content={preview.messages[form === "text" ? "mail" : form].content}
          form={form === "text" ? "text" : "rich"}
          from={from}
        />
      )}
    </Panel>
  );
}

function nameWithPlace(name: string, zone: string): string {
  const place = zonePlace(zone);
  return name.includes(place) ? name : `${name} · ${place}`;
}
