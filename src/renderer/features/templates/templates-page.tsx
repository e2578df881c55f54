import "../../theme/form-styles.ts";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "wouter";
import type { TemplateEntry } from "../../../core/app/templates.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { TemplateEditor } from "./template-editor.tsx";
import { TemplateGrid } from "./template-grid.tsx";

/** The text every draft begins with: one for each stage and voice. */
export function TemplatesPage() {
  const [search] = useSearchParams();
  const templates = useQuery(trpc.templates.all.queryOptions());
  const chosen = find(templates.data ?? [], search.get("stage"), search.get("voice"));
  return (
    <Page title="Templates">
      <ErrorNote error={templates.error} onRetry={() => void templates.refetch()} />
      {templates.isPending && <Loading />}
      {templates.data !== undefined && chosen === undefined && <TemplateGrid templates={templates.data} />}
      {chosen !== undefined && <TemplateEditor key={`${chosen.stage} ${chosen.voice}`} template={chosen} />}
    </Page>
  );
}

function find(templates: readonly TemplateEntry[], stage: string | null, voice: string | null): TemplateEntry | undefined {
  return templates.find((template) => template.stage === stage && template.voice === voice);
}
