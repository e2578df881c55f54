import { Link } from "wouter";
import type { ServiceUptime } from "../../../core/app/uptime/uptime.ts";
import { Panel } from "../../ui/panel.tsx";
import { count } from "../../ui/words.ts";
import classes from "./uptime.module.css";

/** Services nobody promised an uptime of: there is nothing to count against, and how to change that. */
export function WithoutPromise({ services }: { readonly services: readonly ServiceUptime[] }) {
  if (services.length === 0) return null;
  return (
    <Panel
      title="No uptime promised"
      detail={count(services.length, "service")}
      actions={<Link href="/directory?kind=service">Set one in the Directory</Link>}
    >
      <p className={classes.rule}>{services.map(({ name, environment }) => nameOf(name, environment)).join(", ")}</p>
    </Panel>
  );
}

/** A service as lists name it: `Patient portal (production)`. */
export function nameOf(name: string, environment: string): string {
  return environment === "" ? name : `${name} (${environment})`;
}
