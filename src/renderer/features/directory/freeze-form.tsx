import { MultiSelect, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { Freeze } from "../../../core/domain/conflicts/freeze.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import { type WallInput, wallInputOf } from "../../../core/domain/wall-input.ts";
import { refusalOf } from "../../api/refusal.ts";
import { queryClient, trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FormButtons } from "../../ui/form-buttons.tsx";
import { WallTimeField } from "../../ui/wall-time-field.tsx";
import { ZoneSelect } from "../../ui/zone-select.tsx";
import classes from "./directory.module.css";
import { optionsOf } from "./options.ts";

type Props = { readonly freeze: Freeze | null; readonly directory: Directory; readonly onDone: () => void };

const noTime: WallInput = { wall: "", occurrence: null };

/** A time in which nothing may change: when, and what of. */
export function FreezeForm({ freeze, directory, onDone }: Props) {
  const { data } = useQuery(trpc.workspace.view.queryOptions());
  const form = useForm({
    mode: "controlled",
    initialValues: {
      name: freeze?.name ?? "",
      zone: freeze?.start.zone ?? data?.workspace?.zone ?? "UTC",
      start: freeze === null ? noTime : wallInputOf(freeze.start),
      end: freeze === null ? noTime : wallInputOf(freeze.end),
      serviceIds: [...(freeze?.serviceIds ?? [])],
      customerIds: [...(freeze?.customerIds ?? [])],
      reason: freeze?.reason ?? "",
    },
  });
  // Who opens the freeze again at once must find what was saved.
  const readAgain = async (): Promise<void> => {
    await queryClient.invalidateQueries(trpc.freezes.pathFilter());
    onDone();
  };
  const save = useMutation(
    trpc.freezes.save.mutationOptions({
      onSuccess: readAgain,
      onError: (error) => form.setErrors(refusalOf(error).fields),
    }),
  );
  const remove = useMutation(trpc.freezes.remove.mutationOptions({ onSuccess: readAgain }));
  const { values, errors } = form;
  const everything = values.serviceIds.length === 0 && values.customerIds.length === 0;
  const timeError = (field: "start" | "end"): string | null => {
    const error = errors[field] ?? errors[`${field}.wall`];
    return typeof error === "string" ? error : null;
  };
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={form.onSubmit((entered) => save.mutate({ ...entered, id: freeze?.id ?? "" }))}
    >
      <div className={classes.fields}>
        <TextInput label="Name" placeholder="Year-end close" data-autofocus {...form.getInputProps("name")} />
        <ZoneSelect
          label="Time zone"
          value={values.zone}
          onChange={(zone) => zone !== null && form.setFieldValue("zone", zone)}
          allowDeselect={false}
          error={errors.zone}
        />
        <WallTimeField
          label="Start"
          value={values.start}
          zone={values.zone}
          onChange={(start) => form.setFieldValue("start", start)}
          error={timeError("start")}
        />
        <WallTimeField
          label="End"
          value={values.end}
          zone={values.zone}
          onChange={(end) => form.setFieldValue("end", end)}
          error={timeError("end")}
        />
        <MultiSelect
          label="Services"
          description="What must not change"
          placeholder={everything ? "All of them" : ""}
          data={optionsOf(directory.services)}
          searchable
          clearable
          {...form.getInputProps("serviceIds")}
        />
        <MultiSelect
          label="Customers"
          description="Whose services must not change, whichever they use"
          data={optionsOf(directory.customers)}
          searchable
          clearable
          {...form.getInputProps("customerIds")}
        />
        <Textarea label="Reason" description="Shown wherever a window stands in it" rows={2} {...form.getInputProps("reason")} />
      </div>
      {Object.keys(errors).length === 0 && <ErrorNote error={save.error} />}
      <ErrorNote error={remove.error} />
      <div className={classes.foot}>
        <FormButtons
          removal={
            freeze === null
              ? null
              : {
                  question: (
                    <>
                      Remove <strong>{freeze.name}</strong>? Windows in its time are no conflict with it any more.
                    </>
                  ),
                  isBusy: remove.isPending,
                  onConfirm: () => remove.mutate({ id: freeze.id }),
                }
          }
          isSaving={save.isPending}
          onClose={onDone}
        />
      </div>
    </form>
  );
}
