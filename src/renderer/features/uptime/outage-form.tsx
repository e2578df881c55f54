import { Button, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { ServiceUptime } from "../../../core/app/uptime.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import type { UnplannedOutage } from "../../../core/domain/unplanned-outage.ts";
import type { WallInput } from "../../../core/domain/wall-input.ts";
import { resolveWall, wallOf } from "../../../core/domain/zoned-time.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
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
      start: outage === null ? noTime : inputAt(outage.startAt, zoneOf(outage.serviceId)),
      end: outage === null ? noTime : inputAt(outage.endAt, zoneOf(outage.serviceId)),
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
        {outage !== null && (
          <ConfirmButton
            question="Remove this outage? It counts no more; that it was recorded stays in the audit log."
            confirm="Remove"
            onConfirm={() => remove.mutate({ id: outage.id })}
            isBusy={remove.isPending}
          >
            Remove…
          </ConfirmButton>
        )}
        <span className={classes.gap} />
        <Button variant="default" onClick={onDone}>
          Close
        </Button>
        <Button type="submit" loading={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}

function inputAt(at: Instant, zone: ZoneId): WallInput {
  const wall = wallOf(at, zone);
  const resolved = resolveWall(wall, zone);
  if (resolved.kind !== "repeated") return { wall, occurrence: null };
  return { wall, occurrence: at >= resolved.later ? "later" : "earlier" };
}
