import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "wouter";
import type { AuditCheck } from "../../../core/ports/audit-log.ts";
import { trpc } from "../../api/trpc.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconAlertTriangle, IconShieldCheck } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { count } from "../../ui/words.ts";
import classes from "./audit.module.css";

/** Every entry is chained to the one before it by a hash: whatever was changed behind Forewarn's back is found. */
export function VerifyPanel() {
  const verify = useMutation(trpc.audit.verify.mutationOptions());
  return (
    <Panel className={classes.verify ?? ""}>
      <div className={classes.verifyHead}>
        <p>
          Everything that was done here is an entry, and each entry is chained to the one before it. A check reads them all and
          finds the first that is not what was written.
        </p>
        <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
          Verify the chain
        </Button>
      </div>
      {verify.data !== undefined && <Result check={verify.data} />}
      <ErrorNote error={verify.error} />
    </Panel>
  );
}

function Result({ check }: { readonly check: AuditCheck }) {
  if (check.kind === "broken") {
    return (
      <div className={classes.result} data-tone="bad" role="alert">
        <IconAlertTriangle size={17} stroke={1.75} aria-hidden="true" />
        <div>
          <p>
            <strong>Broken at entry {check.sequence}.</strong> It is not what was written, or is missing; those before it are as
            written, every later one is in doubt.
          </p>
          <p>
            Keep this workspace’s file as it is and copy it away. Then compare it with an export or a verified copy under{" "}
            <Link href="/settings?part=backups">Backups</Link>.
          </p>
        </div>
      </div>
    );
  }
  return (
    <div className={classes.result} role="status">
      <IconShieldCheck size={17} stroke={1.75} aria-hidden="true" />
      <div>
        <p>
          <strong>Intact: {count(check.entries, "entry", "entries")}.</strong> The last hash is{" "}
          <code title={check.lastHash}>{check.lastHash.slice(0, 16)}…</code>{" "}
          <CopyButton size="compact-xs" text={check.lastHash}>
            Copy the hash
          </CopyButton>
        </p>
        <p className={classes.soft}>
          Entries cut off at the end can’t be seen from the log alone. Compare this count and hash with an export’s, or let{" "}
          <code>npm run audit:verify</code> do it.
        </p>
      </div>
    </div>
  );
}
