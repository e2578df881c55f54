import "../../theme/form-styles.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "wouter";
import type { TemplateEntry } from "../../../core/app/templates/templates.ts";
import { trpc } from "../../api/trpc.ts";
import { useWorkspace } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { ordinaryExample } from "./subject-picker.tsx";
import { TemplateEditor } from "./template-editor.tsx";
import { TemplateGrid } from "./template-grid.tsx";

/** The text every draft begins with: one for each stage and voice. */
export function TemplatesPage() {
  const [search] = useSearchParams();
  const templates = useQuery(trpc.templates.all.queryOptions());
  const workspaceId = useWorkspace()?.id;
  // Kept from one template to the next: whoever tries a window on one wants it on the others.
  const [triedOn, setTriedOn] = useState(ordinaryExample);
  const chosen = find(templates.data ?? [], search.get("stage"), search.get("voice"));
  return (
    <Page title="Templates">
      <ErrorNote error={templates.error} onRetry={() => void templates.refetch()} />
      {templates.isPending && <Loading />}
      {templates.data !== undefined && chosen === undefined && <TemplateGrid templates={templates.data} />}
      {chosen !== undefined && workspaceId !== undefined && (
        <TemplateEditor
          key={`${chosen.stage} ${chosen.voice}`}
          template={chosen}
          workspaceId={workspaceId}
          triedOn={triedOn}
          onTryOn={setTriedOn}
        />
      )}
    </Page>
  );
}

function find(templates: readonly TemplateEntry[], stage: string | null, voice: string | null): TemplateEntry | undefined {
  return templates.find((template) => template.stage === stage && template.voice === voice);
}
