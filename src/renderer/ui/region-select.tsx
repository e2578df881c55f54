import { Select, type SelectProps } from "@mantine/core";
import { useMemo, useState } from "react";
import type { HolidayRegion } from "../../core/domain/directory.ts";

type Props = Omit<SelectProps, "data" | "value" | "onChange" | "searchable"> & {
  readonly value: HolidayRegion | null;
  readonly onChange: (region: HolidayRegion | null) => void;
};

/** Countries with a holiday calendar, by ISO 3166-1; their names come from the system. */
const countries = `
  AD AE AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BI BJ BL BM BN BO BQ BR BS BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO EC EE EG ER ES ET FI FO FR
  GA GB GD GE GF GG GI GL GN GP GQ GR GT GU GW GY HK HN HR HT HU IC ID IE IL IM IR IS IT JE JM JP KE KI KM KN KR KY
  LC LI LK LR LS LT LU LV MA MC MD ME MF MG MH MK ML MM MO MP MQ MR MS MT MU MW MX MY MZ
  NA NC NE NF NG NI NL NO NR NU NZ PA PE PF PH PK PL PM PR PS PT PY RE RO RS RU RW
  SC SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SZ TC TD TG TH TN TO TR TT TV TZ UA UG US UY VA VC VE VG VI VN VU
  WF XK YT ZA ZM ZW
`
  .trim()
  .split(/\s+/u);
/** Parts of a country that are often asked for; any other is typed as its code (`DE-BY`). */
const parts: readonly (readonly [HolidayRegion, string])[] = [
  ["GB-ENG", "England"],
  ["GB-WLS", "Wales"],
  ["GB-SCT", "Scotland"],
  ["GB-NIR", "Northern Ireland"],
  ["US-DC", "United States, District of Columbia"],
  ["US-CA", "United States, California"],
  ["US-NY", "United States, New York"],
  ["US-TX", "United States, Texas"],
  ["US-VA", "United States, Virginia"],
];
const codePattern = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/u;

/** Chooses a public-holiday calendar: a country, a well-known part of one, or any code typed. */
export function RegionSelect({ value, onChange, ...select }: Props) {
  const [typed, setTyped] = useState("");
  const data = useMemo(() => {
    const names = new Intl.DisplayNames("en", { type: "region" });
    const listed = [
      ...parts.map(([code, name]) => ({ value: code, label: `${name} (${code})` })),
      ...countries.map((code) => ({ value: code, label: `${names.of(code) ?? code} (${code})` })),
    ].sort((one, other) => one.label.localeCompare(other.label, "en"));
    const extra = [value ?? "", typed.trim().toUpperCase()].filter(
      (code, index, all) =>
        codePattern.test(code) && all.indexOf(code) === index && !listed.some((region) => region.value === code),
    );
    return [...extra.map((code) => ({ value: code, label: code })), ...listed];
  }, [value, typed]);
  return (
    <Select
      {...select}
      data={data}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      searchable
      clearable
      limit={60}
      placeholder="No holidays"
      nothingFoundMessage="No such calendar. A part of a country is typed as its code, such as DE-BY."
    />
  );
}
