import "../../theme/form-styles.ts";
import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { Directory } from "../../../core/domain/directory.ts";
import { trpc } from "../../api/trpc.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconPlus, IconSearch, IconSnowflake } from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./directory.module.css";
import { EntryDrawer } from "./entry-drawer.tsx";
import { EntryTable } from "./entry-table.tsx";
import { Freezes } from "./freezes.tsx";
import { type KindWords, kinds } from "./kinds.ts";

const firstKind = kinds[0];

/** Services, audiences, customers, people, channels and change types: whom to tell, of what, where; and when nothing may change. */
export function DirectoryPage() {
  const [search] = useSearchParams();
  const directory = useQuery(trpc.directory.all.queryOptions());
  const freezes = useQuery(trpc.freezes.all.queryOptions());
  const isFreezes = search.get("kind") === "freeze";
  const kind = isFreezes ? undefined : (kinds.find((one) => one.kind === search.get("kind")) ?? firstKind);
  return (
    <Page title="Directory">
      <nav aria-label="Parts of the directory" className={classes.kinds}>
        {kinds.map((one) => (
          <Link
            key={one.kind}
            href={`/directory?kind=${one.kind}`}
            className={classes.kind}
            {...(one === kind ? { "aria-current": "page" as const } : {})}
          >
            <one.icon size={16} stroke={1.75} aria-hidden="true" />
            {one.many}
            <span className={classes.count}>{directory.data?.[one.list].length}</span>
          </Link>
        ))}
        <Link href="/directory?kind=freeze" className={classes.kind} {...(isFreezes ? { "aria-current": "page" as const } : {})}>
          <IconSnowflake size={16} stroke={1.75} aria-hidden="true" />
          Freezes
          <span className={classes.count}>{freezes.data?.length}</span>
        </Link>
      </nav>
      <ErrorNote error={directory.error} onRetry={() => void directory.refetch()} />
      {directory.isPending && <Loading />}
      {directory.data !== undefined && kind !== undefined && (
        <Entries key={kind.kind} kind={kind} directory={directory.data} openId={search.get("id")} />
      )}
      {directory.data !== undefined && isFreezes && <Freezes directory={directory.data} openId={search.get("id")} />}
    </Page>
  );
}

function Entries({
  kind,
  directory,
  openId,
}: {
  readonly kind: KindWords;
  readonly directory: Directory;
  readonly openId: string | null;
}) {
  const [words, setWords] = useState("");
  // Null: the drawer is closed. An empty id: a new entry.
  const [editing, setEditing] = useState<string | null>(openId);
  const entries = directory[kind.list];
  const add = (
    <Button
      variant={entries.length === 0 ? "filled" : "default"}
      size={entries.length === 0 ? "sm" : "xs"}
      leftSection={<IconPlus size={15} stroke={1.75} aria-hidden="true" />}
      onClick={() => setEditing("")}
    >
      Add {kind.one === "audience" ? "an" : "a"} {kind.one}
    </Button>
  );
  return (
    <>
      <Panel
        title={kind.many}
        content="rows"
        actions={
          entries.length > 0 && (
            <>
              <TextInput
                size="xs"
                className={classes.search ?? ""}
                aria-label={`Find in ${kind.many.toLowerCase()}`}
                placeholder="Find"
                leftSection={<IconSearch size={14} stroke={1.75} aria-hidden="true" />}
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
              />
              {add}
            </>
          )
        }
      >
        {entries.length === 0 ? (
          <Empty icon={kind.icon} title={`No ${kind.many.toLowerCase()} yet`} action={add}>
            {kind.first}
          </Empty>
        ) : (
          <EntryTable kind={kind.kind} directory={directory} words={words} onOpen={setEditing} />
        )}
      </Panel>
      <EntryDrawer kind={kind} directory={directory} id={editing} onClose={() => setEditing(null)} />
    </>
  );
}
