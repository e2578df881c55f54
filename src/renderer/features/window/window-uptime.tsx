import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { describeShare } from "../../../core/domain/uptime/uptime-text.ts";
import { trpc } from "../../api/trpc.ts";
import { IconAlertTriangle } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { UptimeBar } from "../../ui/uptime-bar.tsx";
import classes from "./window-page.module.css";

/** What the window takes of the promised uptime of its services, month by month; nothing where it takes nothing. */
export function WindowUptime({ windowId }: { readonly windowId: string }) {
  const answer = useQuery(trpc.uptime.ofWindow.queryOptions({ id: windowId }));
  const shares = answer.data ?? [];
  if (shares.length === 0) return null;
  return (
    <Panel title="Promised uptime">
      <ul className={classes.shares}>
        {shares.map((share) => (
          <li key={`${share.serviceId} ${share.month}`}>
            <p className={(share.leftAfterAhead ?? 0) < 0 ? classes.shareOver : classes.share}>
              {(share.leftAfterAhead ?? 0) < 0 && <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />}
              <span>
                {describeShare(share)}{" "}
                <Link href={`/uptime?service=${encodeURIComponent(share.serviceId)}&month=${share.month}`}>
                  See the month<span className="fw-unseen"> of {share.serviceName}</span>
                </Link>
              </span>
            </p>
            <UptimeBar month={share} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
