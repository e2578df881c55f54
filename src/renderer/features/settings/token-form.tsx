import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { ConnectionView } from "../../../core/app/connections/connection-view.ts";
import { connectionNames } from "../../../core/domain/connection-kind.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { ManifestButton } from "./manifest-button.tsx";
import classes from "./settings.module.css";

/** Pasting a token, and where needed another address of the API. */
export function TokenForm({ connection }: { readonly connection: ConnectionView }) {
  const { kind, needs } = connection;
  const { guide, fields, hasOwnAddress } = needs;
  const form = useForm({
    mode: "controlled",
    initialValues: {
      token: "",
      apiUrl: connection.apiUrl ?? "",
      values: Object.fromEntries(fields.map(({ name }) => [name, connection.values[name] ?? ""])),
    },
  });
  const connect = useMutation(
    trpc.connections.connect.mutationOptions({ onError: (error) => form.setErrors(refusalOf(error).fields) }),
  );
  const hasFieldError = Object.keys(form.errors).length > 0;
  return (
    <form
      className={classes.stack}
      noValidate
      onSubmit={form.onSubmit(({ token, apiUrl, values }) =>
        connect.mutate({ kind, token, values, apiUrl: apiUrl.trim() === "" ? null : apiUrl.trim() }),
      )}
    >
      <ol className={classes.steps}>
        {guide.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ManifestButton manifest={guide.manifest} />
      <p className={classes.note}>
        Permissions it needs: <code>{guide.permissions}</code>
      </p>
      <PasswordInput
        label={guide.tokenLabel ?? `${connectionNames[kind]} token`}
        placeholder={guide.tokenHint}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps("token")}
      />
      {fields.map(({ name, label, help, isSecret }) =>
        isSecret ? (
          <PasswordInput
            key={name}
            label={label}
            description={help}
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps(`values.${name}`)}
          />
        ) : (
          <TextInput key={name} label={label} description={help} spellCheck={false} {...form.getInputProps(`values.${name}`)} />
        ),
      )}
      {hasOwnAddress ? (
        <TextInput label="Address" description={guide.addressHelp} spellCheck={false} {...form.getInputProps("apiUrl")} />
      ) : (
        <details className={classes.advanced} open={form.errors.apiUrl !== undefined || undefined}>
          <summary>Advanced</summary>
          <TextInput
            label="API address"
            description={guide.addressHelp}
            placeholder={connection.effectiveUrl}
            spellCheck={false}
            {...form.getInputProps("apiUrl")}
          />
        </details>
      )}
      {!hasFieldError && <ErrorNote error={connect.error} />}
      <div className={classes.actions}>
        <Button type="submit" loading={connect.isPending} disabled={form.values.token.trim() === ""}>
          Connect and check
        </Button>
      </div>
      <p className={classes.note}>
        {connection.secretsPlace === "system"
          ? "The token is kept by this system's own secret store: nobody can read it in a file, a log or an export."
          : "This system offers no safe place for secrets. The token is kept in memory and asked for again at the next start."}
      </p>
    </form>
  );
}
