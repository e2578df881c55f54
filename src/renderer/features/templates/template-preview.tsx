import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useState } from "react";
import type { Contract } from "../../../contract/router.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Panel } from "../../ui/panel.tsx";
import { MessagePreview } from "../../ui/preview/message-preview.tsx";

type Preview = inferRouterOutputs<Contract>["templates"]["preview"];

const forms = [
  { value: "mail", label: "Outlook" },
  { value: "text", label: "Plain text" },
  { value: "slack", label: "Slack" },
  { value: "teams", label: "Teams" },
] as const;
type Form = (typeof forms)[number]["value"];

/** What the text makes of the example window, in each of the four forms. */
export function TemplatePreview({ preview, error }: { readonly preview: Preview | null; readonly error: unknown }) {
  const [form, setForm] = useState<Form>("mail");
  const view = useQuery(trpc.workspace.view.queryOptions());
  const from = view.data?.workspace?.coordinator ?? { name: "Release Coordinator", email: "release.coordinator@example.org" };
  return (
    <Panel
      title="Preview"
      detail="An example window"
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Preview as"
          data={[...forms]}
          value={form}
          onChange={(value) => setForm(forms.find((one) => one.value === value)?.value ?? "mail")}
        />
      }
    >
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
