import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ConnectionView, SignInNeeds } from "../../../core/app/connections/connection-view.ts";
import { connectionNames } from "../../../core/domain/connection-kind.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconAlertTriangle, IconBrowserShare, IconDeviceMobile } from "../../ui/icons.ts";
import { ManifestButton } from "./manifest-button.tsx";
import { openSignInPage } from "./open-sign-in-page.ts";
import classes from "./settings.module.css";
import { SignInWaiting } from "./sign-in-waiting.tsx";

type Props = { readonly connection: ConnectionView; readonly needs: SignInNeeds };

/** Signing in: what is filled in before, what it will be used for, and the ways there are. While one waits, that is shown instead. */
export function SignInForm({ connection, needs }: Props) {
  const { kind, signIn } = connection;
  const [values, setValues] = useState(() =>
    Object.fromEntries(needs.fields.map(({ name, usual }) => [name, connection.values[name] || usual])),
  );
  const [features, setFeatures] = useState<readonly string[]>(() => featuresOf(connection));
  const begin = useMutation(trpc.connections.beginSignIn.mutationOptions({ onSuccess: openSignInPage }));
  const errors: Readonly<Record<string, string>> = begin.error === null ? {} : refusalOf(begin.error).fields;
  if (signIn !== null && signIn.kind !== "ended") return <SignInWaiting kind={kind} state={signIn} />;

  const change = (name: string, value: string) => setValues((before) => ({ ...before, [name]: value }));
  const start = (way: SignInNeeds["ways"][number]) => begin.mutate({ kind, way, values, features: [...features] });
  const baseNames = needs.features.filter(({ isBase }) => isBase).map(({ name }) => name);
  return (
    <form
      className={classes.stack}
      noValidate
      aria-label={`Sign in to ${connectionNames[kind]}`}
      onSubmit={(event) => {
        event.preventDefault();
        start(needs.ways[0] ?? "browser");
      }}
    >
      {signIn !== null && (
        <p className={classes.result} data-tone="bad" role="alert">
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
          {signIn.detail}
        </p>
      )}
      {needs.steps.length > 0 && (
        <ol className={classes.steps}>
          {needs.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      <ManifestButton manifest={connection.needs.guide.manifest} />
      <div className={classes.fields}>
        {needs.fields.map(({ name, label, help, choices }) =>
          choices.length > 0 ? (
            <NativeSelect
              key={name}
              label={label}
              description={help}
              data={[...choices]}
              value={values[name] ?? ""}
              error={errors[name]}
              onChange={(event) => change(name, event.currentTarget.value)}
            />
          ) : (
            <TextInput
              key={name}
              label={label}
              description={help}
              spellCheck={false}
              autoComplete="off"
              value={values[name] ?? ""}
              error={errors[name]}
              onChange={(event) => change(name, event.currentTarget.value)}
            />
          ),
        )}
      </div>
      {needs.features.length > baseNames.length && (
        <Checkbox.Group
          label="What it is for"
          description="Only the permissions of what is chosen are asked for. More can be added later."
          value={[...baseNames, ...features]}
          onChange={(chosen) => setFeatures(chosen.filter((name) => !baseNames.includes(name)))}
        >
          <div className={classes.features}>
            {needs.features.map(({ name, label, isFor, permissions, isBase, needsAdministrator }) => (
              <Checkbox
                key={name}
                size="sm"
                value={name}
                label={label}
                disabled={isBase}
                description={
                  <>
                    {isFor}.{isBase && " Always asked for."}
                    {needsAdministrator && " An administrator must agree once."}
                    <code>{permissions.join(" ")}</code>
                  </>
                }
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {Object.keys(errors).length === 0 && <ErrorNote error={begin.error} />}
      <div className={classes.actions}>
        {needs.ways.includes("browser") && (
          <Button
            type="submit"
            loading={begin.isPending}
            leftSection={<IconBrowserShare size={16} stroke={1.75} aria-hidden="true" />}
          >
            Sign in in the browser
          </Button>
        )}
        {needs.ways.includes("deviceCode") && (
          <Button
            variant="default"
            disabled={begin.isPending}
            leftSection={<IconDeviceMobile size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() => start("deviceCode")}
          >
            Sign in with a code
          </Button>
        )}
      </div>
      <p className={classes.note}>
        {connection.secretsPlace === "system"
          ? "Your password stays with the provider. What the sign-in leaves is kept by this system's own secret store: nobody can read it in a file, a log or an export."
          : "Your password stays with the provider. This system offers no safe place for secrets: the sign-in is kept in memory and asked for again at the next start."}
      </p>
    </form>
  );
}

/** Those chosen at the last sign-in. */
function featuresOf({ values }: ConnectionView): readonly string[] {
  return (values.features ?? "").split(" ").filter((name) => name !== "");
}
