import { Button } from "@mantine/core";
import { useState } from "react";
import type { ConnectionView } from "../../../core/app/connections/connection-view.ts";
import classes from "./settings.module.css";
import { SignInForm } from "./sign-in-form.tsx";

/** For a connection that is there: signing in once more, when it ended or for more than before. */
export function SignInAgain({ connection }: { readonly connection: ConnectionView }) {
  const { needs, signIn, by } = connection;
  const [isOpen, setOpen] = useState(false);
  if (needs.signIn === null) return null;
  if (!isOpen && signIn === null) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {by === "signIn" ? "Sign in again or for more…" : "Sign in instead…"}
      </Button>
    );
  }
  return (
    <div className={classes.again}>
      <SignInForm connection={connection} needs={needs.signIn} />
    </div>
  );
}
