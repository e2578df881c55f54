import { useSyncExternalStore } from "react";
import { IconWifiOff } from "../ui/icons.ts";
import classes from "./rail.module.css";

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** Says that this computer is offline. Everything but the sending goes on; what is due waits and is looked at again. */
export function OfflineNote() {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status">
      {!isOnline && (
        <div
          className={classes.plate}
          data-mode="offline"
          title="You can go on working. What is due waits and leaves when the connection is back."
        >
          <IconWifiOff size={17} stroke={1.75} aria-hidden="true" />
          <span className={classes.label}>
            <strong>Offline</strong>
            <span>Notices wait; all else works</span>
          </span>
        </div>
      )}
    </div>
  );
}
