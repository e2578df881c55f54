import "../../theme/form-styles.ts";
import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation } from "wouter";
import { todaysName } from "../../../core/domain/world-zones.ts";
import { refusalOf } from "../../api/refusal.ts";
import { queryClient, trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { type Icon, IconClipboardText, IconFile, IconFlask, IconStack2 } from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { ZoneSelect } from "../../ui/zone-select.tsx";
import classes from "./welcome.module.css";

/** How a workspace begins: from an example's id, empty, or empty with a policy to paste. */
type Start = { readonly key: string; readonly name: string; readonly description: string; readonly icon: Icon };

const blank: Start = {
  key: "blank",
  name: "Blank",
  description: "An empty workspace. You add services, people and rules yourself.",
  icon: IconFile,
};
const paste: Start = {
  key: "paste",
  name: "Paste a policy",
  description: "Your communication matrix, from a page, a spreadsheet or Markdown, becomes the rules.",
  icon: IconClipboardText,
};

/** The first screen, while there is no workspace: from here to a first notice in under five minutes. */
export function WelcomePage() {
  const [, navigate] = useLocation();
  const examples = useQuery(trpc.workspace.examples.queryOptions());
  const starts: readonly Start[] = [
    ...(examples.data ?? []).map(({ id, name, description }) => ({
      key: id,
      name,
      description,
      icon: IconStack2,
    })),
    paste,
    blank,
  ];
  const form = useForm({
    mode: "controlled",
    initialValues: {
      start: "",
      name: "",
      zone: todaysName(Intl.DateTimeFormat().resolvedOptions().timeZone),
      coordinatorName: "Release Coordinator",
      coordinatorEmail: "release.coordinator@example.org",
    },
  });
  const chosen = starts.find(({ key }) => key === form.values.start) ?? starts[0] ?? blank;
  const isExample = chosen.key !== "blank" && chosen.key !== "paste";

  useEffect(() => {
    document.title = "Welcome · Forewarn";
  }, []);

  const create = useMutation(
    trpc.workspace.create.mutationOptions({
      onError: (error) => {
        const { fields } = refusalOf(error);
        form.setErrors({
          name: fields.name,
          zone: fields.zone,
          coordinatorName: fields["coordinator.name"],
          coordinatorEmail: fields["coordinator.email"],
        });
      },
      onSuccess: async () => {
        navigate(chosen.key === "paste" ? "/import" : "/today", { replace: true });
        await queryClient.invalidateQueries();
      },
    }),
  );
  // Drawn when all choices are known: a choice that appears later would move the others from under the pointer.
  if (examples.isPending) return <Loading what="Reading the examples" />;
  const name = form.values.name !== "" ? form.values.name : isExample ? chosen.name : "";

  return (
    <main className={classes.page}>
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (name.trim() === "") {
            form.setFieldError("name", "Give the workspace a name, such as the programme's.");
            return;
          }
          create.mutate({
            name,
            zone: values.zone,
            exampleId: isExample ? chosen.key : null,
            coordinator: { name: values.coordinatorName, email: values.coordinatorEmail },
          });
        })}
      >
        <header className={classes.header}>
          <h1>Forewarn</h1>
          <p>Everyone is told, in time, of every change to production: before it, while it runs, and when it is over.</p>
        </header>

        <fieldset className={classes.starts}>
          <legend>Start with</legend>
          {starts.map((start) => (
            <StartCard
              key={start.key}
              start={start}
              isChosen={start.key === chosen.key}
              onChoose={() => form.setFieldValue("start", start.key)}
            />
          ))}
        </fieldset>

        <div className={classes.fields}>
          <TextInput
            className={isExample ? (classes.wide ?? "") : ""}
            label="Workspace"
            placeholder={isExample ? chosen.name : "The programme's name"}
            description={
              isExample
                ? "Its services, people, policy and windows come with the example, and so does its time zone"
                : "One programme: its services, people, policy and windows"
            }
            {...form.getInputProps("name")}
          />
          {!isExample && (
            <ZoneSelect
              label="Your time zone"
              value={form.values.zone}
              onChange={(zone) => form.setFieldValue("zone", zone ?? "UTC")}
              allowDeselect={false}
              error={form.errors.zone}
            />
          )}
          <TextInput
            label="Your name or role"
            description="Shown as who approved a notice"
            autoComplete="name"
            {...form.getInputProps("coordinatorName")}
          />
          <TextInput
            label="Your address"
            description="Kept with every approval"
            type="email"
            autoComplete="email"
            {...form.getInputProps("coordinatorEmail")}
          />
        </div>

        <div className={classes.practice}>
          <IconFlask size={18} stroke={1.75} aria-hidden="true" />
          <p>
            <strong>It opens in practice mode.</strong> Notices go to a practice mailbox inside the application, shown exactly as
            they would arrive. Nothing leaves this computer until you connect a channel and switch to live in Settings.
          </p>
        </div>
        <ErrorNote error={create.error ?? examples.error} />
        <div className={classes.foot}>
          <Button type="submit" size="md" loading={create.isPending}>
            {isExample ? `Open ${chosen.name}` : chosen.key === "paste" ? "Go on to paste the policy" : "Create the workspace"}
          </Button>
        </div>
      </form>
    </main>
  );
}

function StartCard({
  start,
  isChosen,
  onChoose,
}: {
  readonly start: Start;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const Icon = start.icon;
  return (
    <label className={classes.start} data-chosen={isChosen || undefined}>
      <input
        type="radio"
        name="start"
        value={start.key}
        checked={isChosen}
        onChange={onChoose}
        aria-describedby={`start-${start.key}`}
      />
      <Icon size={19} stroke={1.75} aria-hidden="true" />
      <span className={classes.startWords}>
        <strong>{start.name}</strong>
        <span id={`start-${start.key}`}>{start.description}</span>
      </span>
    </label>
  );
}
