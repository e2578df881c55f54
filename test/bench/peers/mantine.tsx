import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/schedule/styles.css";
import { createTheme, MantineProvider } from "@mantine/core";
import { MonthView, ResourcesMonthView, type ScheduleEventData } from "@mantine/schedule";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { type Staged, stage } from "./stage.ts";

const theme = createTheme({ respectReducedMotion: true });

type Props = Pick<Staged, "date" | "view" | "lanes"> & {
  readonly events: ScheduleEventData[];
  readonly resources: { readonly id: string; readonly label: string }[];
};

function Calendar({ date, view, lanes, events, resources }: Props) {
  const [shown, setShown] = useState(date);
  const shared = { date: shown, onDateChange: setShown, events, withEventsDragAndDrop: true };
  if (view === "month") return <MonthView {...shared} firstDayOfWeek={1} maxEventsPerDay={lanes} />;
  return <ResourcesMonthView {...shared} resources={resources} maxEventsPerTimeSlot={lanes} />;
}

await stage(({ root, windows, date, view, lanes, services }) => {
  const events = windows.map(({ id, title, start, end, service }) => ({
    id,
    title,
    start: `${start.replace("T", " ")}:00`,
    end: `${end.replace("T", " ")}:00`,
    color: "blue",
    resourceId: service,
  }));
  const resources = services.map((service) => ({ id: service, label: service }));
  const react = createRoot(root);
  react.render(
    <MantineProvider theme={theme}>
      <Calendar {...{ date, view, lanes, events, resources }} />
    </MantineProvider>,
  );
  return () => react.unmount();
});
