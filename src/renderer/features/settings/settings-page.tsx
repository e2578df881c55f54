import "../../theme/form-styles.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "wouter";
import type { Workspace } from "../../../core/domain/directory.ts";
import { trpc } from "../../api/trpc.ts";
import {
  type Icon,
  IconBroadcast,
  IconBrush,
  IconCalendarEvent,
  IconCalendarShare,
  IconDatabase,
  IconInfoCircle,
  IconListCheck,
  IconPlugConnected,
  IconSun,
  IconWorld,
} from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { AppearancePanel } from "./appearance-panel.tsx";
import { BackupPanel } from "./backup-panel.tsx";
import { ConnectionsPanel } from "./connections-panel.tsx";
import { FeedsPanel } from "./feeds-panel.tsx";
import { HouseStylePanel } from "./house-style-panel.tsx";
import { ModePanel } from "./mode-panel.tsx";
import { OwnDaysPanel } from "./own-days-panel.tsx";
import classes from "./settings.module.css";
import { WorkspacePanel } from "./workspace-panel.tsx";

const parts = [
  { key: "workspace", label: "Workspace", icon: IconWorld },
  { key: "house-style", label: "House style", icon: IconBrush },
  { key: "own-days", label: "Own days", icon: IconCalendarEvent },
  { key: "mode", label: "Practice and live", icon: IconBroadcast },
  { key: "connections", label: "Connections", icon: IconPlugConnected },
  { key: "appearance", label: "Appearance", icon: IconSun },
  { key: "feeds", label: "Calendar feeds", icon: IconCalendarShare },
  { key: "backups", label: "Backups", icon: IconDatabase },
] as const satisfies readonly { key: string; label: string; icon: Icon }[];
type Part = (typeof parts)[number]["key"];

/** Everything that is set once: the workspace's facts, the ways out, practice or live, this computer's preferences. */
export function SettingsPage() {
  const [search] = useSearchParams();
  const part: Part = parts.find(({ key }) => key === search.get("part"))?.key ?? "workspace";
  const view = useQuery(trpc.workspace.view.queryOptions());
  const workspace = view.data?.workspace ?? null;
  return (
    <Page title="Settings">
      <div className={classes.layout} data-wide={part === "house-style" || undefined}>
        <nav aria-label="Parts of the settings" className={classes.parts}>
          {parts.map(({ key, label, icon: Icon }) => (
            <Link
              key={key}
              href={`/settings?part=${key}`}
              className={classes.part}
              {...(key === part ? { "aria-current": "page" as const } : {})}
            >
              <Icon size={16} stroke={1.75} aria-hidden="true" />
              {label}
            </Link>
          ))}
          <Link href="/audit" className={classes.part}>
            <IconListCheck size={16} stroke={1.75} aria-hidden="true" />
            Audit log
          </Link>
          <Link href="/about" className={classes.part}>
            <IconInfoCircle size={16} stroke={1.75} aria-hidden="true" />
            About
          </Link>
        </nav>
        <div className={classes.content}>{workspace === null ? <Loading /> : <PartOf part={part} workspace={workspace} />}</div>
      </div>
    </Page>
  );
}

function PartOf({ part, workspace }: { readonly part: Part; readonly workspace: Workspace }) {
  switch (part) {
    case "house-style":
      return <HouseStylePanel key={workspace.id} workspace={workspace} />;
    case "own-days":
      return <OwnDaysPanel key={workspace.id} workspace={workspace} />;
    case "mode":
      return <ModePanel workspace={workspace} />;
    case "connections":
      return <ConnectionsPanel zone={workspace.zone} mode={workspace.mode} />;
    case "appearance":
      return <AppearancePanel />;
    case "feeds":
      return <FeedsPanel />;
    case "backups":
      return <BackupPanel />;
    default:
      return <WorkspacePanel key={workspace.id} workspace={workspace} />;
  }
}
