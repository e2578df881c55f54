import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { ConnectionView } from "../../../core/app/connections/connection-view.ts";
import { connectionNames } from "../../../core/domain/connection-kind.ts";
import classes from "./settings.module.css";
import { SignInForm } from "./sign-in-form.tsx";
import { TokenForm } from "./token-form.tsx";

const ways = [
  { value: "signIn", label: "Sign in" },
  { value: "token", label: "Paste a token" },
] as const;
type Way = (typeof ways)[number]["value"];

/** Both ways to connect, where there are two; signing in comes first. */
export function ConnectForm({ connection }: { readonly connection: ConnectionView }) {
  const { kind, needs } = connection;
  const [way, setWay] = useState<Way>("signIn");
  if (needs.signIn === null) return <TokenForm connection={connection} />;
  return (
    <div className={classes.stack}>
      <SegmentedControl
        size="xs"
        aria-label={`How to connect ${connectionNames[kind]}`}
        data={[...ways]}
        value={way}
        onChange={(value) => setWay(value as Way)}
        transitionDuration={0}
      />
      {way === "signIn" ? <SignInForm connection={connection} needs={needs.signIn} /> : <TokenForm connection={connection} />}
    </div>
  );
}
