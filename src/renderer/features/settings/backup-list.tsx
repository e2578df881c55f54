import { Button } from "@mantine/core";
import type { BackupFile } from "../../../core/domain/backup.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { backupReasons, sizeText } from "../../ui/backup-words.ts";
import { IconCheck } from "../../ui/icons.ts";
import { TimeText } from "../../ui/time-text.tsx";
import { timeText } from "../../ui/time-words.ts";
import classes from "./backups.module.css";

type Props = {
  readonly backups: readonly BackupFile[];
  readonly zone: ZoneId;
  readonly onRestore: (backup: BackupFile) => void;
};

/** The backups, newest first. */
export function BackupList({ backups, zone, onRestore }: Props) {
  if (backups.length === 0) return <p className={classes.quiet}>There is no backup yet.</p>;
  return (
    <table className={classes.list} aria-label="Backups">
      <thead>
        <tr>
          <th scope="col">Made</th>
          <th scope="col">Why</th>
          <th scope="col" className={classes.number}>
            Size
          </th>
          <th scope="col">State</th>
          <th scope="col">
            <span className="fw-unseen">Restore</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.name}>
            <td>
              <TimeText at={backup.at} zone={zone} />
            </td>
            <td>{backupReasons[backup.why]}</td>
            <td className={classes.number}>{sizeText(backup.bytes)}</td>
            <td>
              <span className={classes.verified}>
                <IconCheck size={14} stroke={2} aria-hidden="true" /> Verified
              </span>
            </td>
            <td className={classes.action}>
              <Button
                size="xs"
                variant="default"
                aria-label={`Restore the backup of ${timeText(backup.at, zone, "short")}…`}
                onClick={() => onRestore(backup)}
              >
                Restore…
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
