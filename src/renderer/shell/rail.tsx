import { useQuery } from "@tanstack/react-query";
import { useLocation, useSearch } from "wouter";
import type { WorkspaceView } from "../../core/app/workspaces.ts";
import { trpc } from "../api/trpc.ts";
import {
  type Icon,
  IconAddressBook,
  IconBroadcast,
  IconCalendarEvent,
  IconFlask,
  IconGauge,
  IconPlugConnected,
  IconSend,
  IconSettings,
  IconSunrise,
  IconTable,
  IconTemplate,
} from "../ui/icons.ts";
import { PlaceLink } from "../ui/place-link.tsx";
import { count } from "../ui/words.ts";
import { OfflineNote } from "./offline-note.tsx";
import classes from "./rail.module.css";

type Place = { readonly to: string; readonly label: string; readonly icon: Icon };

const places: readonly Place[] = [
  { to: "/today", label: "Today", icon: IconSunrise },
  { to: "/calendar", label: "Calendar", icon: IconCalendarEvent },
  { to: "/matrix", label: "Matrix", icon: IconTable },
  { to: "/templates", label: "Templates", icon: IconTemplate },
  { to: "/uptime", label: "Uptime", icon: IconGauge },
  { to: "/directory", label: "Directory", icon: IconAddressBook },
  { to: "/outbox", label: "Outbox", icon: IconSend },
];

/** The way around: the workspace, its places with what waits there, and whether anything can leave this computer. */
export function Rail({ view }: { readonly view: WorkspaceView }) {
  const { workspace, counts, badges } = view;
  const connections = useQuery(trpc.connections.all.queryOptions());
  const connected = connections.data?.filter(({ isConnected }) => isConnected).length;
  return (
    <aside className={classes.rail} aria-label="Workspace">
      <div className={classes.workspace}>
        <span className={classes.initial} aria-hidden="true">
          {workspace?.name.trim().charAt(0).toUpperCase() ?? "F"}
        </span>
        <div className={classes.names}>
          <strong title={workspace?.name}>{workspace?.name}</strong>
          <span>
            {count(counts.customers, "customer")} · {count(counts.services, "service")}
          </span>
        </div>
      </div>
      <nav aria-label="Main" className={classes.nav}>
        {places.map((place) => (
          <RailLink
            key={place.to}
            place={place}
            badge={place.to === "/today" ? badges.today : place.to === "/outbox" ? badges.outbox : 0}
            isUrgent={place.to === "/today"}
          />
        ))}
      </nav>
      <div className={classes.foot}>
        <OfflineNote />
        {workspace !== null && <ModePlate mode={workspace.mode} />}
        <nav aria-label="Set-up" className={classes.nav}>
          <RailLink
            place={{ to: "/settings?part=connections", label: "Connections", icon: IconPlugConnected }}
            badge={connected === undefined ? null : String(connected)}
          />
          <RailLink place={{ to: "/settings", label: "Settings", icon: IconSettings }} />
        </nav>
      </div>
    </aside>
  );
}

function RailLink({
  place,
  badge = null,
  isUrgent = false,
}: {
  readonly place: Place;
  readonly badge?: number | string | null;
  readonly isUrgent?: boolean;
}) {
  const [path] = useLocation();
  const search = useSearch();
  const Icon = place.icon;
  const isHere = isAt(place.to, path, search);
  const hasBadge = badge !== null && badge !== 0;
  return (
    <PlaceLink
      href={place.to}
      className={classes.link}
      title={place.label}
      {...(isHere ? { "aria-current": "page" as const } : {})}
    >
      <Icon size={17} stroke={1.75} aria-hidden="true" />
      <span className={classes.label}>{place.label}</span>
      {hasBadge && (
        <span className={classes.badge} data-urgent={isUrgent || undefined}>
          {badge}
          {typeof badge === "number" && <span className="fw-unseen"> waiting</span>}
          {typeof badge === "string" && <span className="fw-unseen"> connected</span>}
        </span>
      )}
    </PlaceLink>
  );
}

/** Connections is a part of Settings with a link of its own; the practice mailbox is reached from the plate and the outbox. */
function isAt(to: string, path: string, search: string): boolean {
  const isConnections = path === "/settings" && search === "part=connections";
  if (to.includes("?")) return isConnections;
  if (to === "/settings") return path === "/settings" && !isConnections;
  return path === to || (to === "/outbox" && path === "/practice");
}

/** Practice or live is always in sight, and said equally plainly. */
function ModePlate({ mode }: { readonly mode: "practice" | "live" }) {
  if (mode === "practice") {
    return (
      <PlaceLink href="/practice" className={classes.plate} data-mode="practice" title="Practice mode: open the practice mailbox">
        <IconFlask size={17} stroke={1.75} aria-hidden="true" />
        <span className={classes.label}>
          <strong>Practice mode</strong>
          <span>Nothing leaves this computer</span>
        </span>
      </PlaceLink>
    );
  }
  return (
    <PlaceLink href="/settings?part=mode" className={classes.plate} data-mode="live" title="Live: notices reach real people">
      <IconBroadcast size={17} stroke={1.75} aria-hidden="true" />
      <span className={classes.label}>
        <strong>Live</strong>
        <span>Notices reach real people</span>
      </span>
    </PlaceLink>
  );
}
