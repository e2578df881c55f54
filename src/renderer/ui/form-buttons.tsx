import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { ConfirmButton } from "./confirm-button.tsx";
import classes from "./form-buttons.module.css";

type Props = {
  /** Null for a new entry, which has nothing to remove. */
  readonly removal: { readonly question: ReactNode; readonly isBusy: boolean; readonly onConfirm: () => void } | null;
  readonly isSaving: boolean;
  readonly onClose: () => void;
};

/** What a form of one entry ends with: Remove, which asks first, and at the other end Close and Save. */
export function FormButtons({ removal, isSaving, onClose }: Props) {
  return (
    <>
      {removal !== null && (
        <ConfirmButton question={removal.question} confirm="Remove" onConfirm={removal.onConfirm} isBusy={removal.isBusy}>
          Remove…
        </ConfirmButton>
      )}
      <span className={classes.gap} />
      <Button variant="default" onClick={onClose}>
        Close
      </Button>
      <Button type="submit" loading={isSaving}>
        Save
      </Button>
    </>
  );
}
