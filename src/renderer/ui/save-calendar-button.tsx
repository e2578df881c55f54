import { useMutation } from "@tanstack/react-query";
import { refusalOf } from "../api/refusal.ts";
import { client } from "../api/trpc.ts";
import { FieldError } from "./field-error.tsx";
import { IconCalendarDown } from "./icons.ts";
import { PlainButton } from "./plain-button.tsx";
import { saveAs } from "./save-as.ts";
import classes from "./save-calendar-button.module.css";

type Props = {
  readonly ids: readonly string[];
  /** Only the icon, for a row of tools. */
  readonly isCompact?: boolean;
};

const label = "Save as calendar file";

/** Saves these windows as a calendar file that may be passed on: it holds what a notice to a customer may say. */
export function SaveCalendarButton({ ids, isCompact = false }: Props) {
  const save = useMutation({
    mutationFn: () => client.calendarFiles.ofWindows.query({ ids: [...ids] }),
    onSuccess: ({ fileName, text }) => saveAs(fileName, "text/calendar;charset=utf-8", text),
  });
  const icon = <IconCalendarDown size={16} stroke={1.75} aria-hidden="true" />;
  const button = { disabled: ids.length === 0, isBusy: save.isPending, onClick: () => save.mutate() };
  return (
    <>
      {isCompact ? (
        <PlainButton look="subtle" className={classes.compact} aria-label={label} title={label} {...button}>
          {icon}
        </PlainButton>
      ) : (
        <PlainButton icon={icon} {...button}>
          {label}
        </PlainButton>
      )}
      <FieldError message={save.error === null ? null : refusalOf(save.error).message} />
    </>
  );
}
