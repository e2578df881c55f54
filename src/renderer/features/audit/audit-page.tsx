import "../../theme/form-styles.ts";
import { Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AuditQuestion } from "../../../core/app/audit/audit.ts";
import { type AuditArea, auditAreas } from "../../../core/domain/audit-words.ts";
import { client } from "../../api/trpc.ts";
import { useCoordinatorZone, useWorkspace } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Loading } from "../../ui/loading.tsx";
import { MoreButton } from "../../ui/more-button.tsx";
import { Page } from "../../ui/page.tsx";
import { timeText } from "../../ui/time-words.ts";
import { count } from "../../ui/words.ts";
import classes from "./audit.module.css";
import { AuditTable } from "./audit-table.tsx";
import { ExportButtons } from "./export-buttons.tsx";
import { VerifyPanel } from "./verify-panel.tsx";

const areaWords: Readonly<Record<AuditArea, string>> = {
  windows: "Windows",
  notices: "Notices and drafts",
  messages: "Messages",
  sending: "Pauses of sending",
  policy: "Matrix, policy, templates",
  directory: "Directory",
  connections: "Connections",
  workspace: "Workspace",
};

/** Who did what, when: every command, the newest first; checked, and handed out as files and on paper. */
export function AuditPage() {
  const zone = useCoordinatorZone();
  const workspace = useWorkspace();
  const [question, setQuestion] = useState<AuditQuestion>({ who: "", area: null, about: "" });
  const [asked] = useDebouncedValue(question, 200);
  const pages = useInfiniteQuery({
    queryKey: ["audit", "entries", asked],
    queryFn: ({ pageParam }) => client.audit.entries.query({ question: asked, before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ lines, hasMore }) => (hasMore ? (lines.at(-1)?.sequence ?? null) : null),
    placeholderData: keepPreviousData,
    // What is done elsewhere in the application is in the log at once.
    staleTime: 0,
  });
  const lines = pages.data?.pages.flatMap((page) => page.lines) ?? [];
  const end = pages.data?.pages[0]?.end ?? null;
  const isFiltered = asked.who !== "" || asked.area !== null || asked.about !== "";
  return (
    <Page title="Audit log" detail={end === null ? "" : count(end.entries, "entry", "entries")}>
      <div className={classes.page}>
        <VerifyPanel />
        <article className={classes.sheet} data-print-sheet>
          <header className={classes.printHead}>
            <h2>Audit log of {workspace?.name}</h2>
            <p>
              {isFiltered ? "Some of " : ""}
              {end?.entries} entries; the last hash is {end?.lastHash}; printed {timeText(Date.now(), zone, "exact")}
            </p>
          </header>
          <div className={classes.filters}>
            <TextInput
              label="Who"
              maxLength={100}
              value={question.who}
              onChange={({ currentTarget }) => setQuestion({ ...question, who: currentTarget.value })}
            />
            <Select
              label="What"
              placeholder="Everything"
              clearable
              data={auditAreas.map((area) => ({ value: area, label: areaWords[area] }))}
              value={question.area}
              onChange={(value) => setQuestion({ ...question, area: auditAreas.find((area) => area === value) ?? null })}
            />
            <TextInput
              label="About"
              placeholder="A window, a customer, a channel"
              maxLength={100}
              value={question.about}
              onChange={({ currentTarget }) => setQuestion({ ...question, about: currentTarget.value })}
            />
            <ExportButtons question={asked} />
          </div>
          <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />
          {pages.isPending && <Loading what="Reading the log" />}
          {pages.data !== undefined && <AuditTable lines={lines} zone={zone} />}
          {pages.hasNextPage && (
            <MoreButton ruled disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {pages.isFetchingNextPage ? "Reading older entries" : "Show older entries"}
            </MoreButton>
          )}
        </article>
      </div>
    </Page>
  );
}
