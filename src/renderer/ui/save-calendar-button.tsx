import { Button, type ButtonProps } from "@mantine/core";
import { IconCalendarDown } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { refusalOf } from "../api/refusal.ts";
import { client } from "../api/trpc.ts";
import { FieldError } from "./field-error.tsx";
import { saveAs } from "./save-as.ts";

/** Saves these windows as a calendar file that may be passed on: it holds what a notice to a customer may say. */
export function SaveCalendarButton({
  ids,
  children,
  ...button
}: ButtonProps & { readonly ids: readonly string[]; readonly children?: string }) {
  const save = useMutation({
    mutationFn: () => client.calendarFiles.ofWindows.query({ ids: [...ids] }),
    onSuccess: ({ fileName, text }) => saveAs(fileName, "text/calendar;charset=utf-8", text),
  });
  return (
    <>
      <Button
        variant="default"
        disabled={ids.length === 0}
        {...button}
        leftSection={<IconCalendarDown size={16} stroke={1.75} aria-hidden="true" />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {children ?? "Save as calendar file"}
      </Button>
      <FieldError message={save.error === null ? null : refusalOf(save.error).message} />
    </>
  );
}
