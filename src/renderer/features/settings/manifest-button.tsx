import type { ConnectionGuide } from "../../../core/ports/connector.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import classes from "./settings.module.css";

/** What an administrator hands in at the system to have everything set up at once. Draws nothing where there is no such thing. */
export function ManifestButton({ manifest }: { readonly manifest: ConnectionGuide["manifest"] | undefined }) {
  if (manifest === undefined) return null;
  return (
    <div className={classes.actions}>
      <CopyButton size="xs" text={manifest.text}>
        {manifest.label}
      </CopyButton>
    </div>
  );
}
