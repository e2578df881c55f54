import { Button, Select } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { TemplateEntry } from "../../../core/app/templates.ts";
import type { Draft } from "../../../core/domain/notice.ts";
import type { TemplateVersion } from "../../../core/domain/template-version.ts";
import { trpc } from "../../api/trpc.ts";
import { useCoordinatorZone } from "../../api/use-workspace.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TimeText } from "../../ui/time-text.tsx";
import { count } from "../../ui/words.ts";
import classes from "./templates.module.css";
import { TextComparison } from "./text-comparison.tsx";

const standard = "standard";

type Props = {
  readonly template: TemplateEntry;
  /** The text as it stands in the editor. */
  readonly draft: Draft;
  /** Whether it holds what is not saved. */
  readonly isChanged: boolean;
  /** The text that a version put in use again. */
  readonly onRestored: (draft: Draft) => void;
  /** What stands under the versions. */
  readonly children: ReactNode;
};

/** The text beside the default or an earlier version, and every version with who made it and when. */
export function TemplateHistory({ template, draft, isChanged, onRestored, children }: Props) {
  const { stage, voice } = template;
  const [against, setAgainst] = useState(standard);
  const versions = useQuery(trpc.templates.versions.queryOptions({ stage, voice }));
  const restore = useMutation(trpc.templates.restore.mutationOptions());
  const all = versions.data ?? [];
  const chosen = all.find(({ number }) => String(number) === against);
  const goBackTo = async ({ number, subject, body }: TemplateVersion): Promise<void> => {
    await restore.mutateAsync({ stage, voice, number });
    setAgainst(standard);
    onRestored({ subject, body });
  };
  return (
    <div className={classes.history}>
      <Panel
        title="Compare"
        actions={
          <Select
            size="xs"
            w={230}
            aria-label="Compare with"
            data={[
              { value: standard, label: "The default text" },
              ...all.map(({ number }) => ({ value: String(number), label: `Version ${number}` })),
            ]}
            value={chosen === undefined ? standard : against}
            onChange={(value) => setAgainst(value ?? standard)}
            allowDeselect={false}
          />
        }
      >
        <TextComparison
          before={chosen ?? template.standard}
          after={draft}
          same={
            chosen === undefined ? "This is the default text, word for word." : `This is version ${chosen.number}, word for word.`
          }
        />
      </Panel>
      <div className={classes.beside}>
        <Panel title="Versions" detail={all.length === 0 ? undefined : count(all.length, "version")} content="rows">
          <ErrorNote error={versions.error ?? restore.error} />
          {all.length === 0 && (
            <p className={classes.empty}>
              None yet. Each text you save is kept here with who saved it and when, and can be put in use again.
            </p>
          )}
          {all.length > 0 && (
            <ol className={classes.versions} reversed>
              {all.map((version, index) => (
                <VersionRow
                  key={version.number}
                  version={version}
                  isInUse={index === 0}
                  isCompared={version === chosen}
                  isBusy={restore.isPending}
                  isChanged={isChanged}
                  onCompare={() => setAgainst(String(version.number))}
                  onRestore={() => void goBackTo(version).catch(() => undefined)}
                />
              ))}
            </ol>
          )}
        </Panel>
        {children}
      </div>
    </div>
  );
}

type RowProps = {
  readonly version: TemplateVersion;
  readonly isInUse: boolean;
  readonly isCompared: boolean;
  readonly isBusy: boolean;
  readonly isChanged: boolean;
  readonly onCompare: () => void;
  readonly onRestore: () => void;
};

function VersionRow({ version, isInUse, isCompared, isBusy, isChanged, onCompare, onRestore }: RowProps) {
  const zone = useCoordinatorZone();
  const { number, at, who } = version;
  return (
    <li className={classes.version}>
      <div>
        <p>
          <strong>Version {number}</strong>
          {isInUse && <span className={classes.inUse}> in use</span>}
        </p>
        <p className={classes.versionFacts}>
          {wayInWords(version)}
          {who !== "" && ` by ${who}`}
          {at > 0 && (
            <>
              {", "}
              <TimeText at={at} zone={zone} />
            </>
          )}
        </p>
      </div>
      <div className={classes.versionActions}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={onCompare}
          disabled={isCompared}
          aria-label={`Compare version ${number}`}
        >
          Compare
        </Button>
        {!isInUse && (
          <ConfirmButton
            size="compact-xs"
            tone="accent"
            question={`Version ${number} is used for every new draft from now on, as a new version. ${isChanged ? "What you typed and did not save is lost." : "Nothing is lost, and"} drafts already edited stay as they are.`}
            confirm="Restore"
            onConfirm={onRestore}
            isBusy={isBusy}
          >
            Restore…
          </ConfirmButton>
        )}
      </div>
    </li>
  );
}

function wayInWords({ way, detail }: TemplateVersion): string {
  switch (way) {
    case "saved":
      return "Saved";
    case "restored":
      return `Version ${detail} restored`;
    case "imported":
      return `Taken from ${detail}`;
    case "reset":
      return "Reset to the default";
  }
}
