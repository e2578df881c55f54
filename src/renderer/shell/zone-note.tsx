import { ActionIcon } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "wouter";
import type { Workspace } from "../../core/domain/directory.ts";
import { todaysName } from "../../core/domain/world-zones.ts";
import type { Preferences } from "../../core/ports/preferences.ts";
import { trpc } from "../api/trpc.ts";
import { useNow } from "../state/now.ts";
import { IconWorld, IconX } from "../ui/icons.ts";
import { zonePlace } from "../ui/time-words.ts";
import classes from "./shell.module.css";

/** Says that this computer has moved to another time zone, and that times here have not. Quiet where it has not. */
export function ZoneNote({ workspace }: { readonly workspace: Workspace }) {
  // Looked at every minute: nothing tells a page that its computer's zone was changed.
  useNow(60_000);
  const preferences = useQuery(trpc.host.preferences.queryOptions()).data;
  const { mutate: setPreferences, isIdle } = useMutation(trpc.host.setPreferences.mutationOptions());
  const zone = todaysName(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  const seen = preferences?.seenZone;
  useEffect(() => {
    // Once: what was kept is read again only a moment after it was.
    if (preferences !== undefined && seen === null && isIdle) setPreferences(seenIn(zone, preferences));
  }, [preferences, seen, zone, isIdle, setPreferences]);
  if (preferences === undefined || seen === undefined || seen === null || todaysName(seen) === zone) return null;
  const isWorkspaceZone = zone === todaysName(workspace.zone);
  return (
    <div className={classes.zoneNote} role="status">
      <IconWorld size={17} stroke={1.75} aria-hidden="true" />
      <p>
        This computer is now on {zonePlace(zone)} time; it was on {zonePlace(seen)} time.{" "}
        {isWorkspaceZone
          ? "That is the workspace’s zone, in which all times here are shown, as before."
          : `Times here stay in ${zonePlace(workspace.zone)} time, the workspace’s zone.`}{" "}
        {!isWorkspaceZone && <Link href="/settings?part=workspace">Open the settings</Link>}
      </p>
      <ActionIcon
        aria-label="Close the note about the time zone"
        size={24}
        onClick={() => setPreferences(seenIn(zone, preferences))}
      >
        <IconX size={15} stroke={1.75} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}

function seenIn(zone: string, preferences: Preferences): Preferences {
  return { ...preferences, seenZone: zone };
}
