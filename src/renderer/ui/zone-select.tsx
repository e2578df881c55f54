import { type OptionsFilter, Select, type SelectProps } from "@mantine/core";
import { useMemo } from "react";
import type { ZoneId } from "../../core/domain/instant.ts";
import { formerName, worldZones } from "../../core/domain/world-zones.ts";
import { useNow } from "../state/now.ts";
import { clockText, zoneName } from "./time-words.ts";

type Props = Omit<SelectProps, "data" | "value" | "onChange" | "searchable"> & {
  readonly value: ZoneId | null;
  readonly onChange: (zone: ZoneId | null) => void;
};

/** UTC is a zone people plan in, and no place of Intl's list. */
const zones: readonly ZoneId[] = ["UTC", ...worldZones().filter((zone) => zone !== "UTC")];

/** A zone is found by the name it had before, too. */
const byEitherName: OptionsFilter = ({ options, search, limit }) => {
  const wanted = search.trim().toLowerCase();
  const isMeant = (zone: string): boolean =>
    [zone, formerName(zone) ?? ""].some((name) => name.replaceAll("_", " ").toLowerCase().includes(wanted));
  return options.filter((option) => "value" in option && isMeant(option.value)).slice(0, limit);
};

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
      filter={byEitherName}
      limit={60}
      nothingFoundMessage="No such zone. Try a large city, such as London."
    />
  );
}
