import { Link } from "wouter";
import type { WindowConflicts as Conflicts } from "../../../core/domain/conflict.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { ConflictList } from "../../ui/conflict-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import { count } from "../../ui/words.ts";

type Props = { readonly windowId: string; readonly conflicts: Conflicts; readonly zone: ZoneId };

/** What stands against the window's time, above its plan; nothing when nothing does. */
export function WindowConflicts({ windowId, conflicts, zone }: Props) {
  if (conflicts.count === 0) return null;
  return (
    <Panel
      title="Conflicts"
      detail={count(conflicts.count, "conflict")}
      actions={<Link href={`/windows/${windowId}/edit`}>Find another time</Link>}
    >
      <ConflictList conflicts={conflicts} zone={zone} />
    </Panel>
  );
}
