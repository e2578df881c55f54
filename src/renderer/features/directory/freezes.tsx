import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Freeze } from "../../../core/domain/conflicts/freeze.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import { trpc } from "../../api/trpc.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { GuardedDrawer } from "../../ui/guarded-drawer.tsx";
import { IconPlus, IconSnowflake } from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SpanText } from "../../ui/time-text.tsx";
import classes from "./directory.module.css";
import { FreezeForm } from "./freeze-form.tsx";

type Props = { readonly directory: Directory; readonly openId: string | null };

/** Times in which nothing may change, each with what it covers. */
export function Freezes({ directory, openId }: Props) {
  const freezes = useQuery(trpc.freezes.all.queryOptions());
  // Null: the drawer is closed. An empty id: a new freeze.
  const [editing, setEditing] = useState<string | null>(openId);
  const all = freezes.data ?? [];
  const entry = all.find(({ id }) => id === editing) ?? null;
  const add = (
    <Button
      variant={all.length === 0 ? "filled" : "default"}
      size={all.length === 0 ? "sm" : "xs"}
      leftSection={<IconPlus size={15} stroke={1.75} aria-hidden="true" />}
      onClick={() => setEditing("")}
    >
      Add a freeze
    </Button>
  );
  return (
    <>
      <ErrorNote error={freezes.error} onRetry={() => void freezes.refetch()} />
      {freezes.isPending && <Loading />}
      {freezes.data !== undefined && (
        <Panel title="Freezes" content="rows" actions={all.length > 0 && add}>
          {all.length === 0 ? (
            <Empty icon={IconSnowflake} title="No freezes yet" action={add}>
              Add a time in which nothing may change: a year-end close, an election, a customer’s go-live. A window in it is
              marked as a conflict.
            </Empty>
          ) : (
            <FreezeTable freezes={all} directory={directory} onOpen={setEditing} />
          )}
        </Panel>
      )}
      <GuardedDrawer
        opened={editing !== null}
        onClose={() => setEditing(null)}
        size={460}
        title={editing === "" ? "New freeze" : (entry?.name ?? "This freeze was removed")}
      >
        {editing !== null && (editing === "" || entry !== null) && (
          <FreezeForm key={editing} freeze={entry} directory={directory} onDone={() => setEditing(null)} />
        )}
      </GuardedDrawer>
    </>
  );
}

function FreezeTable({
  freezes,
  directory,
  onOpen,
}: {
  readonly freezes: readonly Freeze[];
  readonly directory: Directory;
  readonly onOpen: (id: string) => void;
}) {
  return (
    <div className={classes.tableBox}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">When</th>
            <th scope="col">What must not change</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {freezes.map((freeze) => (
            <tr key={freeze.id} onClick={() => onOpen(freeze.id)}>
              <th scope="row">
                <button
                  type="button"
                  onClick={(event) => {
                    event.stopPropagation();
                    onOpen(freeze.id);
                  }}
                >
                  {freeze.name}
                </button>
              </th>
              <td>
                <SpanText from={freeze.start.at} to={freeze.end.at} zone={freeze.start.zone} />
              </td>
              <td>
                <span className={classes.clipped} title={scopeWords(freeze, directory)}>
                  {scopeWords(freeze, directory)}
                </span>
              </td>
              <td>
                <span className={classes.clipped} title={freeze.reason}>
                  {freeze.reason}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `Portal, Database; services of North Hospital`; everything where nothing is named. */
function scopeWords({ serviceIds, customerIds }: Freeze, { services, customers }: Directory): string {
  const named = services.filter(({ id }) => serviceIds.includes(id)).map(({ name }) => name);
  const whose = customers.filter(({ id }) => customerIds.includes(id)).map(({ name }) => name);
  const parts = [
    ...(named.length === 0 ? [] : [named.join(", ")]),
    ...(whose.length === 0 ? [] : [`services of ${whose.join(", ")}`]),
  ];
  return serviceIds.length === 0 && customerIds.length === 0 ? "All services" : parts.join("; ");
}
