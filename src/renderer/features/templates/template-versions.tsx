import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { TemplateEntry } from "../../../core/app/templates/templates.ts";
import type { Draft } from "../../../core/domain/notice.ts";
import type { TemplateVersion } from "../../../core/domain/template-version.ts";
import { trpc } from "../../api/trpc.ts";
import { useCoordinatorZone } from "../../api/use-workspace.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TimeText } from "../../ui/time-text.tsx";
import { count } from "../../ui/words.ts";
import classes from "./template-versions.module.css";
import shared from "./templates.module.css";

type Props = {
  readonly template: TemplateEntry;
  /** Whether the editor holds what is not saved. */
  readonly isChanged: boolean;
  /** The version the text is compared with; null for the default. */
  readonly against: number | null;
  readonly onAgainst: (version: number | null) => void;
  /** The text that a version put in use again. */
  readonly onRestored: (draft: Draft) => void;
};

/** Every text this template had, with who gave it and when; each can be compared and put in use again. */
export function TemplateVersions({ template, isChanged, against, onAgainst, onRestored }: Props) {
  const { stage, voice } = template;
  const versions = useQuery(trpc.templates.versions.queryOptions({ stage, voice }));
  const restore = useMutation(trpc.templates.restore.mutationOptions());
  const all = versions.data ?? [];
  const goBackTo = async ({ number, subject, body }: TemplateVersion): Promise<void> => {
    await restore.mutateAsync({ stage, voice, number });
    onAgainst(null);
    onRestored({ subject, body });
  };
  return (
    <Panel title="Versions" detail={all.length === 0 ? undefined : count(all.length, "version")} content="rows">
      <ErrorNote error={versions.error ?? restore.error} />
      {all.length === 0 && (
        <p className={shared.empty}>
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
              isCompared={version.number === against}
              isBusy={restore.isPending}
              isChanged={isChanged}
              onCompare={() => onAgainst(version.number)}
              onRestore={() => void goBackTo(version).catch(() => undefined)}
            />
          ))}
        </ol>
      )}
    </Panel>
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
            question={`Version ${number} is used for every new draft from now on, as a new version. ${isChanged ? "What you typed and did not save is lost. Drafts" : "Nothing is lost, and drafts"} already edited stay as they are.`}
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
