import { NativeSelect } from "@mantine/core";
import { type CalendarPlace, zooms } from "./calendar-address.ts";

type Props = { readonly place: CalendarPlace; readonly onPlace: (changes: Partial<CalendarPlace>) => void };

const zoomWords = { day: "A day", week: "A week", month: "A month", quarter: "A quarter" } as const;

/** What the timeline's lines are, and how much time it shows. */
export function TimelineSwitches({ place, onPlace }: Props) {
  return (
    <>
      <NativeSelect
        size="sm"
        aria-label="Lines"
        value={place.rows}
        data={[
          { value: "service", label: "By service" },
          { value: "customer", label: "By customer" },
        ]}
        onChange={(event) => onPlace({ rows: event.currentTarget.value === "customer" ? "customer" : "service" })}
      />
      <NativeSelect
        size="sm"
        aria-label="Zoom"
        value={place.zoom}
        data={zooms.map((zoom) => ({ value: zoom, label: zoomWords[zoom] }))}
        onChange={(event) => onPlace({ zoom: zooms.find((zoom) => zoom === event.currentTarget.value) ?? "month" })}
      />
    </>
  );
}
