import { Button } from "@mantine/core";
import type { WindowConflicts as Conflicts } from "../../../core/domain/conflicts/conflict.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { ConflictList } from "../../ui/conflict-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import { count } from "../../ui/words.ts";

type Props = {
  readonly conflicts: Conflicts;
  readonly zone: ZoneId;
  /** Asks where else it could lie; null where it can't be moved any more. */
  readonly onMove: (() => void) | null;
};

/** What stands against the window's time, above its plan; nothing when nothing does. */
export function WindowConflicts({ conflicts, zone, onMove }: Props) {
  if (conflicts.count === 0) return null;
  return (
    <Panel
      title="Conflicts"
      detail={count(conflicts.count, "conflict")}
      actions={
        onMove !== null && (
          <Button size="xs" variant="default" onClick={onMove}>
            Find another time
          </Button>
        )
      }
    >
      <ConflictList conflicts={conflicts} zone={zone} />
    </Panel>
  );
}
