import { Radio, Switch } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { Preferences } from "../../../core/ports/preferences.ts";
import { queryClient, trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./settings.module.css";

const schemes = [
  ["auto", "As the system"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const satisfies readonly (readonly [Preferences["colorScheme"], string])[];
const firstDays = [
  [1, "Monday"],
  [7, "Sunday"],
] as const satisfies readonly (readonly [Preferences["weekStartsOn"], string])[];

/** This person's preferences on this computer; each takes effect at once. */
export function AppearancePanel() {
  const preferences = useQuery(trpc.host.preferences.queryOptions());
  const save = useMutation(
    trpc.host.setPreferences.mutationOptions({
      onMutate(wanted) {
        // An answer under way tells what was chosen before.
        void queryClient.cancelQueries(trpc.host.preferences.queryFilter());
        queryClient.setQueryData(trpc.host.preferences.queryKey(), wanted);
      },
      onError: () => queryClient.invalidateQueries(trpc.host.preferences.queryFilter()),
    }),
  );
  const current = preferences.data;
  return (
    <Panel title="Appearance" detail="On this computer">
      <ErrorNote error={preferences.error ?? save.error} />
      {current !== undefined && (
        <div className={classes.stack}>
          <Radio.Group label="Colours" value={current.colorScheme}>
            <div className={classes.actions}>
              {schemes.map(([value, label]) => (
                <Radio
                  key={value}
                  mt={6}
                  mr={10}
                  value={value}
                  label={label}
                  onChange={() => save.mutate({ ...current, colorScheme: value })}
                />
              ))}
            </div>
          </Radio.Group>
          <Radio.Group label="The week starts on" value={String(current.weekStartsOn)}>
            <div className={classes.actions}>
              {firstDays.map(([value, label]) => (
                <Radio
                  key={value}
                  mt={6}
                  mr={10}
                  value={String(value)}
                  label={label}
                  onChange={() => save.mutate({ ...current, weekStartsOn: value })}
                />
              ))}
            </div>
          </Radio.Group>
          <Switch
            label="Show a desktop notification when a notice is due"
            description="Only in the desktop application"
            checked={current.notifyWhenDue}
            onChange={(event) => save.mutate({ ...current, notifyWhenDue: event.currentTarget.checked })}
          />
        </div>
      )}
    </Panel>
  );
}
