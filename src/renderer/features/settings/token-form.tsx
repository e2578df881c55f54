import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { ConnectionView } from "../../../core/app/connections.ts";
import type { ConnectionKind } from "../../../core/ports/messenger.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { connectionNames } from "./connection-names.ts";
import classes from "./settings.module.css";

const guides: Readonly<
  Record<ConnectionKind, { readonly steps: readonly string[]; readonly scopes: string; readonly hint: string }>
> = {
  slack: {
    steps: [
      "At api.slack.com/apps open your organisation's own app, or make one, and install it to the workspace.",
      "Copy the token from “OAuth & Permissions”. It begins with xoxb- (the app posts) or xoxp- (you post).",
      "Invite the app to every channel it shall post to.",
    ],
    scopes: "chat:write channels:read groups:read channels:history groups:history",
    hint: "xoxb-…",
  },
  graph: {
    steps: [
      "Ask for an access token of your own account, for instance in Graph Explorer under “Access token”.",
      "It ends after about an hour; then Forewarn holds what is due and asks for a new one.",
    ],
    scopes: "User.Read Mail.ReadWrite Mail.Send ChannelMessage.Send ChannelMessage.Read.All ChatMessage.Send Chat.ReadBasic",
    hint: "eyJ0…",
  },
};

/** Pasting a token, and where needed another address of the API. */
export function TokenForm({ connection }: { readonly connection: ConnectionView }) {
  const { kind } = connection;
  const guide = guides[kind];
  const form = useForm({ mode: "controlled", initialValues: { token: "", apiUrl: connection.apiUrl ?? "" } });
  const connect = useMutation(
    trpc.connections.connect.mutationOptions({ onError: (error) => form.setErrors(refusalOf(error).fields) }),
  );
  const hasFieldError = Object.keys(form.errors).length > 0;
  return (
    <form
      className={classes.stack}
      noValidate
      onSubmit={form.onSubmit(({ token, apiUrl }) =>
        connect.mutate({ kind, token, apiUrl: apiUrl.trim() === "" ? null : apiUrl.trim() }),
      )}
    >
      <ol className={classes.steps}>
        {guide.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={classes.note}>
        Permissions it needs: <code>{guide.scopes}</code>
      </p>
      <PasswordInput
        label={`${connectionNames[kind]} token`}
        placeholder={guide.hint}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps("token")}
      />
      <details className={classes.advanced} open={form.errors.apiUrl !== undefined || undefined}>
        <summary>Advanced</summary>
        <TextInput
          label="API address"
          description={
            kind === "graph"
              ? "Only for another cloud or a gateway. GCC High: https://graph.microsoft.us, DoD: https://dod-graph.microsoft.us"
              : "Only for GovSlack or a gateway. GovSlack: https://slack-gov.com/api/"
          }
          placeholder={connection.effectiveUrl}
          spellCheck={false}
          {...form.getInputProps("apiUrl")}
        />
      </details>
      {!hasFieldError && <ErrorNote error={connect.error} />}
      <div className={classes.actions}>
        <Button type="submit" loading={connect.isPending} disabled={form.values.token.trim() === ""}>
          Connect and check
        </Button>
      </div>
      <p className={classes.note}>
        {connection.secretsPlace === "system"
          ? "The token is kept in this system's own secret store: never in a file of ours, a log or an export."
          : "This system offers no safe place for secrets. The token is kept in memory and asked for again at the next start."}
      </p>
    </form>
  );
}
