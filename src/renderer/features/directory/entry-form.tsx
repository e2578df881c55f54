import type { FormErrors } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { DirectoryKind } from "../../../core/ports/store.ts";
import type { Inputs } from "../../api/inputs.ts";
import { refusalOf } from "../../api/refusal.ts";
import { queryClient, trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FormButtons } from "../../ui/form-buttons.tsx";
import classes from "./directory.module.css";

export type EntryInput = Inputs["directory"]["save"];

/** What every form of an entry is given. `id` is empty for a new one. */
export type EntryFormProps<Entry> = { readonly entry: Entry | null; readonly onDone: () => void };

type Form<Values> = {
  onSubmit(handle: (values: Values) => void): (event?: React.SyntheticEvent<HTMLFormElement>) => void;
  setErrors(errors: FormErrors): void;
  readonly errors: FormErrors;
};

type Props<Values> = {
  readonly form: Form<Values>;
  readonly kind: DirectoryKind;
  /** Empty for a new entry, which has nothing to remove. */
  readonly id: string;
  readonly name: string;
  readonly toEntry: (values: Values) => EntryInput;
  readonly onDone: () => void;
  readonly children: ReactNode;
};

/** Fields, and below them Save and Remove; what the backend refuses is shown at its field, the rest beneath. */
export function EntryForm<Values>({ form, kind, id, name, toEntry, onDone, children }: Props<Values>) {
  // Who opens the entry again at once must find what was saved.
  const readAgain = async (): Promise<void> => {
    await queryClient.invalidateQueries(trpc.directory.pathFilter());
    onDone();
  };
  const save = useMutation(
    trpc.directory.save.mutationOptions({
      onSuccess: readAgain,
      onError: (error) => form.setErrors(refusalOf(error).fields),
    }),
  );
  const remove = useMutation(trpc.directory.remove.mutationOptions({ onSuccess: readAgain }));
  const isAtField = Object.keys(form.errors).length > 0;
  return (
    <form noValidate className={classes.form} onSubmit={form.onSubmit((values) => save.mutate(toEntry(values)))}>
      <div className={classes.fields}>{children}</div>
      {!isAtField && <ErrorNote error={save.error} />}
      <ErrorNote error={remove.error} />
      <div className={classes.foot}>
        <FormButtons
          removal={
            id === ""
              ? null
              : {
                  question: (
                    <>
                      Remove <strong>{name}</strong>? What was sent stays in the history.
                    </>
                  ),
                  isBusy: remove.isPending,
                  onConfirm: () => remove.mutate({ kind, id }),
                }
          }
          isSaving={save.isPending}
          onClose={onDone}
        />
      </div>
    </form>
  );
}

/** A field left empty is no value. */
export function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}
