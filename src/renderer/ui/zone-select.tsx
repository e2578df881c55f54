import { Select, type SelectProps } from "@mantine/core";
import { useMemo } from "react";
import type { ZoneId } from "../../core/domain/instant.ts";
import { useNow } from "../state/now.ts";
import { clockText, zoneName } from "./time-words.ts";

type Props = Omit<SelectProps, "data" | "value" | "onChange" | "searchable"> & {
  readonly value: ZoneId | null;
  readonly onChange: (zone: ZoneId | null) => void;
};

/** UTC is a zone people plan in, and no place of Intl's list. */
const zones: readonly ZoneId[] = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

/** Chooses an IANA time zone by typing part of its name; the time it is there proves the choice. */
export function ZoneSelect({ value, onChange, description, ...select }: Props) {
  const now = useNow(60_000);
  const data = useMemo(() => {
    // A zone saved elsewhere may be an older name that Intl does not list.
    const known = value === null || zones.includes(value) ? zones : [value, ...zones];
    return known.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  }, [value]);
  const clock = value === null ? null : `Now ${clockText(now, value)} ${zoneName(now, value)}`;
  return (
    <Select
      {...select}
      description={description ?? clock}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      limit={60}
      nothingFoundMessage="No such zone. Try a large city, such as London."
    />
  );
}
