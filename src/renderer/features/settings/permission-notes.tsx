import type { ConnectionView } from "../../../core/app/connections/connection-view.ts";
import type { Permissions } from "../../../core/ports/connector.ts";
import { count } from "../../ui/words.ts";
import classes from "./settings.module.css";

/** What a connection may do, and what it lacks with what each is for. */
export function PermissionNotes({
  permissions: { granted, missing },
  by,
}: {
  readonly permissions: Permissions;
  readonly by: ConnectionView["by"];
}) {
  return (
    <div className={classes.permissions}>
      {missing.length > 0 && (
        <section aria-label="Missing permissions">
          <p>
            <strong>{count(missing.length, "permission is missing", "permissions are missing")}.</strong> What they are for can't
            be done; all else works. To have them,{" "}
            {by === "token" ? "let an administrator add them there, and connect with the new token" : "sign in again"}.
          </p>
          <ul>
            {missing.map(({ name, isFor }) => (
              <li key={name}>
                <code>{name}</code> {isFor}
              </li>
            ))}
          </ul>
        </section>
      )}
      <details className={classes.advanced}>
        <summary>{count(granted.length, "permission")} given</summary>
        <code>{granted.join(" ")}</code>
      </details>
    </div>
  );
}
