import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { SignInState } from "../../../core/app/connections/sign-ins.ts";
import { type ConnectionKind, connectionNames } from "../../../core/domain/connection-kind.ts";
import type { SignInPrompt } from "../../../core/ports/sign-in.ts";
import { trpc } from "../../api/trpc.ts";
import { useNow } from "../../state/now.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconExternalLink, IconHourglass } from "../../ui/icons.ts";
import { isPageAddress } from "./open-sign-in-page.ts";
import classes from "./sign-in.module.css";

type Props = { readonly kind: ConnectionKind; readonly state: Exclude<SignInState, { kind: "ended" }> };

/** A sign-in under way: what the person is to do, for how long it waits, and how to end it. */
export function SignInWaiting({ kind, state }: Props) {
  const cancel = useMutation(trpc.connections.cancelSignIn.mutationOptions());
  const name = connectionNames[kind];
  return (
    <section className={classes.waiting} aria-label={`Signing in to ${name}`}>
      <p className={classes.head} role="status">
        <IconHourglass size={16} stroke={1.75} aria-hidden="true" />
        <strong>{headOf(state, name)}</strong>
      </p>
      {state.kind === "waiting" && <Prompt prompt={state.prompt} />}
      <ErrorNote error={cancel.error} />
      <div className={classes.foot}>
        <Button variant="default" size="xs" loading={cancel.isPending} onClick={() => cancel.mutate({ kind })}>
          Cancel
        </Button>
        <TimeLeft until={state.until} />
      </div>
    </section>
  );
}

function headOf(state: Props["state"], name: string): string {
  if (state.kind === "preparing") return `Asking ${name} where to sign in…`;
  if (state.kind === "checking") return "Signed in. Looking at what it may do…";
  return state.prompt.kind === "page" ? `Sign in to ${name} in your browser` : "Type this code on the provider's page";
}

function Prompt({ prompt }: { readonly prompt: SignInPrompt }) {
  if (prompt.kind === "page") {
    return (
      <p className={classes.words}>
        Sign in on the page that opened, agree to what Forewarn asks for, and come back here.{" "}
        <PageLink url={prompt.url}>Open the page again</PageLink> if it did not open or was closed. If it shows an error of its
        own, cancel here.
      </p>
    );
  }
  return (
    <>
      <div className={classes.code}>
        <output aria-label="Code">{prompt.code}</output>
        <CopyButton size="xs" text={prompt.code}>
          Copy the code
        </CopyButton>
      </div>
      <p className={classes.words}>
        Open <PageLink url={prompt.url}>{prompt.url.replace(/^https?:\/\//u, "")}</PageLink> on this or any other computer or
        phone, type the code and sign in. Type it only there, and only because you began this here yourself.
      </p>
    </>
  );
}

function PageLink({ url, children }: { readonly url: string; readonly children: string }) {
  if (!isPageAddress(url)) return <code>{url}</code>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" className={classes.link}>
      {children}
      <IconExternalLink size={13} stroke={1.75} aria-label="opens in the browser" />
    </a>
  );
}

function TimeLeft({ until }: { readonly until: number }) {
  const seconds = Math.max(0, Math.round((until - useNow()) / 1000));
  const words = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return <span className={`${classes.left} fw-tabular`}>Waits for {words} more</span>;
}
