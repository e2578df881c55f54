import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { ServiceUptime } from "../../../core/app/uptime/uptime.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import type { UnplannedOutage } from "../../../core/domain/uptime/unplanned-outage.ts";
import { type WallInput, wallInputAt } from "../../../core/domain/wall-input.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FormButtons } from "../../ui/form-buttons.tsx";
import { WallTimeField } from "../../ui/wall-time-field.tsx";
import classes from "./uptime.module.css";
import { nameOf } from "./without-promise.tsx";

type Props = {
  /** Null for a new one. */
  readonly outage: UnplannedOutage | null;
  readonly serviceId: string;
  readonly services: readonly ServiceUptime[];
  readonly onDone: () => void;
};

const noTime: WallInput = { wall: "", occurrence: null };

/** Which service was down, from when to when, by its own clocks. */
export function OutageForm({ outage, serviceId, services, onDone }: Props) {
  const zoneOf = (id: string): ZoneId => services.find((service) => service.id === id)?.zone ?? "UTC";
  const form = useForm({
    mode: "controlled",
    initialValues: {
      serviceId: outage?.serviceId ?? serviceId,
      start: outage === null ? noTime : wallInputAt(outage.startAt, zoneOf(outage.serviceId)),
      end: outage === null ? noTime : wallInputAt(outage.endAt, zoneOf(outage.serviceId)),
      note: outage?.note ?? "",
    },
  });
  const save = useMutation(
    trpc.uptime.saveOutage.mutationOptions({
      onSuccess: onDone,
      onError: (error) => form.setErrors(refusalOf(error).fields),
    }),
  );
  const remove = useMutation(trpc.uptime.removeOutage.mutationOptions({ onSuccess: onDone }));
  const { values, errors } = form;
  const zone = zoneOf(values.serviceId);
  const timeError = (field: "start" | "end"): string | null => {
    const error = errors[field] ?? errors[`${field}.wall`];
    return typeof error === "string" ? error : null;
  };
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={form.onSubmit((entered) => save.mutate({ ...entered, id: outage?.id ?? "", zone: zoneOf(entered.serviceId) }))}
    >
      <p className={classes.rule}>It counts against the promised uptime. Nobody is told of it by Forewarn.</p>
      <Select
        label="Service"
        description={`Times are by its clocks: ${zone}`}
        data={services.map(({ id, name, environment }) => ({ value: id, label: nameOf(name, environment) }))}
        value={values.serviceId}
        onChange={(id) => id !== null && form.setFieldValue("serviceId", id)}
        allowDeselect={false}
        searchable
        error={errors.serviceId}
      />
      <WallTimeField
        label="Down from"
        value={values.start}
        zone={zone}
        onChange={(start) => form.setFieldValue("start", start)}
        error={timeError("start")}
      />
      <WallTimeField
        label="Up again"
        value={values.end}
        zone={zone}
        onChange={(end) => form.setFieldValue("end", end)}
        error={timeError("end")}
      />
      <TextInput label="Note" placeholder="A disk was full" maxLength={300} {...form.getInputProps("note")} />
      {Object.keys(errors).length === 0 && <ErrorNote error={save.error} />}
      <ErrorNote error={remove.error} />
      <div className={classes.foot}>
        <FormButtons
          removal={
            outage === null
              ? null
              : {
                  question: "Remove this outage? It counts no more; that it was recorded stays in the audit log.",
                  isBusy: remove.isPending,
                  onConfirm: () => remove.mutate({ id: outage.id }),
                }
          }
          isSaving={save.isPending}
          onClose={onDone}
        />
      </div>
    </form>
  );
}
