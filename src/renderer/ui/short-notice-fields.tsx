import { Textarea, TextInput } from "@mantine/core";
import type { ShortNotice } from "../../core/domain/window.ts";

type Props = {
  readonly value: ShortNotice | null;
  readonly onChange: (value: ShortNotice) => void;
};

const nothing: ShortNotice = { reason: "", approver: "" };

/** Why a window is told of later than promised, and who agreed to that: asked for where a promise would be broken. */
export function ShortNoticeFields({ value, onChange }: Props) {
  const stated = value ?? nothing;
  return (
    <>
      <Textarea
        id="field-shortNotice"
        label="Why it is shorter notice"
        description="Its readers are told: “This is shorter notice than we promise, because …”. Finish that sentence."
        value={stated.reason}
        onChange={(event) => onChange({ ...stated, reason: event.currentTarget.value.replace(/\r?\n/gu, " ") })}
        rows={2}
        maxLength={300}
      />
      <TextInput
        label="Who agreed to it"
        description="A name or a role. It stands in the evidence and the audit log, and in no notice."
        value={stated.approver}
        onChange={(event) => onChange({ ...stated, approver: event.currentTarget.value })}
        maxLength={300}
      />
    </>
  );
}
