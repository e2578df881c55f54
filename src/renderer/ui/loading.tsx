import { Loader } from "@mantine/core";
import classes from "./loading.module.css";

/** Shown only when something takes long enough to be noticed: it fades in after a fifth of a second. */
export function Loading({ what = "Loading" }: { readonly what?: string }) {
  return (
    <div className={classes.loading} role="status">
      <Loader size="sm" aria-hidden="true" />
      <span>{what}…</span>
    </div>
  );
}
