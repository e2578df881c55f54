import { Button } from "@mantine/core";
import { useState } from "react";
import type { Voice } from "../../../core/domain/directory.ts";
import type { Stage } from "../../../core/domain/matrix.ts";
import { client } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconDownload } from "../../ui/icons.ts";
import { saveAs } from "../../ui/save-as.ts";

type Props = {
  /** Which templates; none for every edited one. */
  readonly names: readonly { readonly stage: Stage; readonly voice: Voice }[];
  readonly disabled?: boolean;
  readonly children: string;
};

/** Saves templates as a file that another workspace can take over. */
export function CopyOutButton({ names, disabled = false, children }: Props) {
  const [error, setError] = useState<unknown>(null);
  const copy = async (): Promise<void> => {
    setError(null);
    try {
      const { name, text } = await client.templates.copyOut.query({ names: [...names] });
      saveAs(name, "application/json", text);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <ErrorNote error={error} />
      <Button
        size="xs"
        variant="default"
        disabled={disabled}
        leftSection={<IconDownload size={14} stroke={1.75} aria-hidden="true" />}
        onClick={() => void copy()}
      >
        {children}
      </Button>
    </>
  );
}
