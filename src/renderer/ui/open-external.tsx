import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { refusalOf } from "../api/refusal.ts";
import { client } from "../api/trpc.ts";
import { IconExternalLink } from "./icons.ts";
import classes from "./open-external.module.css";

/** A link out of the application, which the host opens in the person's browser, or says why not. */
export function OpenExternal({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const open = useMutation({ mutationFn: () => client.host.openExternal.mutate({ url }) });
  return (
    <>
      <button type="button" className={classes.link} title={url} onClick={() => open.mutate()}>
        {children}
        <IconExternalLink size={13} stroke={1.75} aria-label="opens in the browser" />
      </button>
      {open.error !== null && (
        <span role="alert" className={classes.error}>
          {refusalOf(open.error).message}
        </span>
      )}
    </>
  );
}
